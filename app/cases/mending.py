"""Mending incidents: try the element again, with corrected values if need be."""

from app.base import Refusal, db
from app.cases.case import Case
from app.cases.deed import Deed
from app.cases.follow import follow
from app.cases.incident import Incident


class IncidentOver(Refusal):
    """This has already been mended."""


def retry(incident: Incident, *, by, now, values: dict | None = None):
    """Let the run try the element again; if it fails again, a new incident says so."""
    case = Case.locked(incident.case_id)
    db.session.refresh(incident)
    if incident.resolved_at is not None:
        raise IncidentOver
    run = case.load_run()
    run.retry(incident.incident, now=now, values=values)
    incident.resolved_at, incident.resolved_by_id = now, by.id
    case.open = {
        **case.open,
        "incidents": {key: row for key, row in case.open["incidents"].items() if row != incident.id},
    }
    mended = {"element": incident.element, "values": sorted(values or {})}
    follow(case, run, Deed("incident.retried", by, data=mended), now=now)
