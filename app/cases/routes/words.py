"""Places of the outline in words, for the step list and the drawing."""

from flask_babel import gettext as _

from app import ui
from app.ui import formats

STATES = {"next": "ahead"}


def step_rows(places, case) -> list[dict]:
    """For the macro `steps`: name, note (who), time, state; at most what is done, now, and the usual next."""
    rows = [
        {
            "name": _("Request sent"),
            "note": ui.name_of(case.requester),
            "time": _moment(case.opened_at),
            "state": "done",
        }
    ]
    return rows + [_row(place) for place in places if place.kind != "startEvent"]


def outline_rows(places) -> list[dict]:
    return [{"id": place.element, "current": place.state == "now", **_row(place)} for place in places]


def tag_of(place) -> str:
    """The dark label on the drawing: who has it, for how long."""
    who = _names(place)
    if place.state == "failed":
        return _("Failed")
    if not place.since:
        return who or _("Waiting")
    since = formats.span(ui.now() - place.since, ui.reader(), ui.now())
    return f"{who}{_(', ')}{since}" if who else since


def _row(place) -> dict:
    return {
        "name": place.name,
        "note": _note(place),
        "time": _time(place),
        "state": STATES.get(place.state, place.state),
    }


def _note(place) -> str:
    who = _names(place)
    if place.state == "done" and place.count > 1:
        return (
            _("%(who)s, %(times)s times", who=who, times=place.count)
            if who
            else _("%(times)s times", times=place.count)
        )
    return who or (place.lane if place.state == "next" else "")


def _names(place) -> str:
    return _(", ").join(dict.fromkeys(ui.name_of(one) for one in place.who))


def _time(place) -> str:
    if place.state == "now" and place.tasks:
        due = min((task.due_at for task in place.tasks if not task.closed and task.due_at), default=None)
        return _("until %(moment)s", moment=_moment(due)) if due else ""
    closed = [task.closed_at for task in place.tasks if task.closed_at]
    return _moment(max(closed)) if closed else ""


def _moment(value) -> str:
    return formats.moment(value, ui.reader(), ui.now())
