"""Data objects and associations that point nowhere (clause 10.4): an unanswered reference would hang a naive parser."""

from app.engine.bpmn import children, descendants, text
from app.engine.repair.drawing import ids, make


def mend_data(root, pen) -> None:
    _define_objects(root, pen)
    _drop_associations(root, pen)


def _define_objects(root, pen):
    objects = {element.get("id") for element in descendants(root, "dataObject")}
    for reference in list(descendants(root, "dataObjectReference")):
        if reference.get("dataObjectRef") not in objects and pen.may("data-object-defined", reference):
            wanted = reference.get("dataObjectRef") or f"Data_{reference.get('id')}"
            made = make(reference.getparent(), "dataObject", wanted, name=reference.get("name") or wanted)
            reference.set("dataObjectRef", made.get("id"))
            objects.add(made.get("id"))


def _drop_associations(root, pen):
    known = ids(root)
    for number, association in enumerate(list(descendants(root, "dataInputAssociation", "dataOutputAssociation"))):
        ends = [text(one) for one in children(association, "sourceRef", "targetRef")]
        owner = association.getparent()
        loose = not ends or any(end not in known for end in ends)
        if loose and pen.may("data-association-dropped", owner, association.get("id") or str(number)):
            owner.remove(association)
