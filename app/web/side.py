"""The places of the side bar: only those a person may go to, with their counts."""

from flask import request, url_for
from flask_babel import gettext as _

from app.base import read_clock
from app.cases import Reach
from app.cases.tasks_of import COUNTED, count
from app.operations import may_operate
from app.people.current import person_or_none
from app.studio import Rights


def places() -> list[dict]:
    """Entries for the frame: key, label, icon, url, count, current."""
    person = person_or_none()
    if person is None:
        return []
    now = read_clock()
    reach = Reach.of(person, now)
    found = [
        _place("home", _("Home"), "house", url_for("home.show")),
        _place("inbox", _("Inbox"), "inbox", url_for("inbox.show"), shown_count(count(reach, "mine", now))),
        _place("requests", _("My requests"), "file-text", url_for("requests.mine")),
        _place("catalogue", _("Catalogue"), "layout-grid", url_for("catalog.show")),
    ]
    own = []
    if Rights.of(person).designs_anything():
        own.append(_place("studio", _("Studio"), "pen-tool", url_for("studio.show")))
    if may_operate(reach):
        own.append(_place("operations", _("Operations"), "activity", url_for("operations.show")))
    return [*found, *({**place, "line": at == 0} for at, place in enumerate(own))]


def shown_count(count: int) -> str:
    """Counters stop counting at a thousand."""
    return "" if not count else f"{COUNTED}+" if count >= COUNTED else str(count)


def _place(key: str, label: str, icon: str, url: str, count: str = "") -> dict:
    current = request.path == url or (url != "/" and request.path.startswith(url))
    return {"key": key, "label": label, "icon": icon, "url": url, "count": count, "current": current}
