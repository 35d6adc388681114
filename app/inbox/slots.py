"""Tasks in the groups people think in: late, due today, later, no date."""

from datetime import datetime
from zoneinfo import ZoneInfo

SLOTS = ("late", "today", "later", "none")


def grouped(tasks: list, now: datetime, zone: str) -> list[tuple[str, list]]:
    """(slot, tasks) in order, empty slots left out; "today" ends at midnight where the reader is."""
    slots = {slot: [] for slot in SLOTS}
    for task in tasks:
        slots[slot_of(task.due_at, now, zone)].append(task)
    return [(slot, found) for slot, found in slots.items() if found]


def slot_of(due: datetime | None, now: datetime, zone: str) -> str:
    if due is None:
        return "none"
    if due < now:
        return "late"
    there = ZoneInfo(zone)
    return "today" if due.astimezone(there).date() == now.astimezone(there).date() else "later"
