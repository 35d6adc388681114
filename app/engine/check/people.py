"""Work for people: who is to do it, and with which form."""

from collections.abc import Iterator

from app.engine.bpmn import SCOPES, ZEEBE, children, descendants, kind, text
from app.engine.check.drawing import Drawing
from app.engine.finding import Finding

OWNERS = ("potentialOwner", "humanPerformer", "performer", "resourceRole")


def tasks_have_an_owner(drawing: Drawing) -> Iterator[Finding]:
    """Beyond BPMN: a task nobody is named for falls to the owner of the service."""
    lanes = {text(one) for one in descendants(drawing.root, "flowNodeRef")}
    for task in drawing.all("userTask", "globalUserTask"):
        facts = drawing.facts(task)
        named = facts.assignee or facts.users or facts.groups or children(task, *OWNERS)
        if not named and not _in_lane(task, lanes):
            yield drawing.warning("task-without-owner", task)


def _in_lane(task, lanes):
    """The task itself, or a sub-process around it, lies in a lane."""
    while task is not None and kind(task) != "process":
        if task.get("id") in lanes:
            return True
        task = task.getparent()
    return False


def tasks_have_a_form(drawing: Drawing) -> Iterator[Finding]:
    """Beyond BPMN: without a form or decision buttons a person can only say “done”."""
    for task in drawing.all("userTask", "globalUserTask"):
        facts = drawing.facts(task)
        if not facts.form and "outcomes" not in facts.properties:
            yield drawing.warning("task-without-form", task)


def forms_are_here(drawing: Drawing) -> Iterator[Finding]:
    """Beyond BPMN: a form key leads to a form among the files."""
    for element in drawing.all("userTask", "startEvent", "globalUserTask"):
        form = drawing.facts(element).form
        if (
            form
            and form not in drawing.bundle.forms
            and form.removeprefix("camunda-forms:deployment:") not in drawing.forms
        ):
            yield drawing.warning("form-not-found", element, form=form)


def embedded_forms_can_be_read(drawing: Drawing) -> Iterator[Finding]:
    """Beyond BPMN: the JSON of a form inside the model is complete."""
    for extension in drawing.root.iter(f"{{{ZEEBE}}}userTaskForm"):
        if f"camunda-forms:bpmn:{extension.get('id')}" not in drawing.bundle.forms:
            scope = next((above for above in extension.iterancestors() if kind(above) in SCOPES), drawing.root)
            yield drawing.warning("form-unreadable", scope, form=extension.get("id") or "")


RULES = (tasks_have_an_owner, tasks_have_a_form, forms_are_here, embedded_forms_can_be_read)
