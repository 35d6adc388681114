"""Whether two pieces of data have the same type (item definitions, clause 8.4.10)."""

from app.engine.check.drawing import Drawing


def item_of(drawing: Drawing, element):
    """The item definition of data (itemSubjectRef) or of a message (itemRef), or None."""
    return drawing.get(element.get("itemSubjectRef") or element.get("itemRef"))


def same_item(drawing: Drawing, one, other) -> bool:
    """The same definition, or two that name the same structure."""
    if one is None or other is None:
        return one is other
    return one is other or bool(one.get("structureRef")) and one.get("structureRef") == other.get("structureRef")


def told(item) -> str:
    return "-" if item is None else item.get("structureRef") or item.get("id") or "-"
