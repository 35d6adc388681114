"""What the new version's forms ask of everybody and these cases were never asked."""

from app.catalog import FormMissing
from app.engine.moving import reason

PEOPLE = ("userTask", "manualTask")


class Questions:
    """Fields that were added to forms a case may have behind it, learned once for two versions."""

    def __init__(self, old, new, route):
        self.at_start = list(_added(old.start_form, new.start_form))
        self.start = next((old.diagram.elements[one.element] for one in old.diagram.starts), None)
        steps = [element for element in old.diagram.elements.values() if element.kind in PEOPLE]
        self.at_steps = [(step, fields) for step in steps if (fields := list(_step(old, new, route, step)))]

    def missing(self, case, run):
        """Reasons for what nobody has answered in this case."""
        known = {*case.answers, *run.data} if self.at_start or self.at_steps else ()
        for key, label in self.at_start:
            if key not in known:
                yield reason("move-answer-missing", "person", self.start, field=label)
        done = (case.marks or {}).get("done", {})
        for element, fields in self.at_steps:
            for key, label in fields if element.id in done else ():
                if key not in known:
                    yield reason("move-answer-missing", "person", element, field=label)


def form_of(version, element):
    """The form with which a step is done; None where it has none, or where that is not in the version."""
    try:
        return version.form_of(element.id, element.facts.form) if element.facts.form else None
    except FormMissing:
        return None


def _step(old, new, route, element):
    heir = new.diagram.elements.get(route.id(element.id))
    if heir is not None and heir.kind in PEOPLE:
        yield from _added(form_of(old, element), form_of(new, heir))


def _added(before, after):
    """(key, label) of what is always asked now and was no field before."""
    known = before.names if before else frozenset()
    return [(key, label) for key, label in after.always_asked.items() if key not in known] if after else []
