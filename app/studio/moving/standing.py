"""Where requests stand, and where they would stand in the new drawing, counted."""

from app.cases.moving import Group, Plan
from app.catalog import published


def places(group: Group) -> list[str]:
    """Elements of the old version at which something is to be done; not those that only listen from the beginning."""
    elements = published(group.version_id).diagram.elements
    busy = [one for one in group.places if one not in elements or elements[one].kind != "startEvent"]
    return busy or list(group.places)


def standing(plan: Plan, mapping: dict[str, str], known) -> dict[str, int]:
    """Element of the new version -> how many requests wait there, or at what it takes over; only those in `known`."""
    counts: dict[str, int] = {}
    for group in plan.groups:
        for place in places(group):
            heir = mapping.get(place, place)
            if heir in known:
                counts[heir] = counts.get(heir, 0) + group.count
    return counts
