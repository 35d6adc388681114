"""How long the steps of a service have taken lately, for its drawing."""

from collections import defaultdict
from datetime import datetime, timedelta
from statistics import median

from sqlalchemy import select

from app.base import db
from app.cases import Case, Task
from app.catalog import Service

LATELY = timedelta(days=90)
MOST = 5000


def times(service: Service, now: datetime) -> dict[str, timedelta]:
    """Element of the service's drawing -> the middle time its tasks were open, of those done in the last 90 days."""
    found = (select(Task.place, Task.element, Task.opened_at, Task.closed_at).join(Case, Case.id == Task.case_id)
             .where(Case.service_id == service.id, Task.state == "done", Task.closed_at > now - LATELY)
             .order_by(Task.id.desc()).limit(MOST))
    taken = defaultdict(list)
    for place, element, opened, closed in db.session.execute(found):
        taken[place or element].append((closed - opened).total_seconds())
    return {element: timedelta(seconds=median(seconds)) for element, seconds in taken.items()}
