"""Two versions side by side: everything that somebody would notice, and nothing that only lies elsewhere."""

from app.catalog import Published
from app.catalog.bundle import hash_of, models_of
from app.catalog.store import Store
from app.engine import Bundle, read_bundle
from app.studio.comparing import drawn, filled, said
from app.studio.comparing.difference import Change, Difference, changes_between
from app.studio.drafts.proof import DraftUnreadable, prove

_compared = Store(64)
FIRST = {"element": 0, "flow": 1, "lane": 2, "form": 3, "field": 4, "table": 5, "text": 6, "setting": 7, "walk": 8}


def compare(old: Published, new: Published) -> Difference:
    """What is different in `new`; the same two are compared once. A drawing that cannot be read is not looked into."""
    key = hash_of(old.spec, old.files), hash_of(new.spec, new.files)
    known = _compared.get(key)
    return _compared.put(key, _compare(old, new)) if known is None else known


def _compare(old, new) -> Difference:
    before, after = models(old), models(new)
    changes = []
    if before is not None and after is not None:
        names = old.spec.get("names") or {}, new.spec.get("names") or {}
        changes += changes_between("element", drawn.elements(before, names[0]), drawn.elements(after, names[1]))
        changes += changes_between("flow", drawn.flows(before, names[0]), drawn.flows(after, names[1]))
        changes += changes_between("lane", drawn.lanes(before, old.spec), drawn.lanes(after, new.spec))
        changes += changes_between("table", filled.tables(before), filled.tables(after))
    changes += changes_between("form", filled.forms(old.files), filled.forms(new.files))
    changes += changes_between("field", filled.fields(old.files), filled.fields(new.files))
    for kind, read in (("text", said.texts), ("setting", said.settings), ("walk", said.walks)):
        changes += changes_between(kind, read(old.spec), read(new.spec))
    return Difference(tuple(sorted(_without_fields_of_whole_forms(changes), key=lambda one: FIRST[one.kind])))


def models(version: Published) -> Bundle | None:
    """The drawings and tables of a version; None where they cannot be read."""
    try:
        prove(version.spec["diagram"], version.files)
    except DraftUnreadable:
        return None
    return read_bundle(models_of(version.files, version.spec["diagram"]), trusted=True)


def _without_fields_of_whole_forms(changes: list[Change]) -> list[Change]:
    """A form that came or went is one change, whatever stands in it; where a field is new, the order says nothing."""
    whole = {one.id for one in changes if one.kind == "form" and one.state != "changed"}
    moved = {one.id.partition("#")[0] for one in changes if one.kind == "field" and one.state != "changed"}
    return [one for one in changes if not (one.kind == "field" and one.id.partition("#")[0] in whole)
            and not (one.kind == "form" and one.id in moved and [had.key for had in one.aspects] == ["order"])]
