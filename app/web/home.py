"""Home and search: what waits for me, what I asked for, where to find the rest."""

from zoneinfo import ZoneInfo

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import gettext as _

from app import ui
from app.base import read_clock
from app.cases import Reach, visible_cases
from app.cases.drawing import progress
from app.cases.finding import find_cases
from app.cases.mine import mine_of, often_asked
from app.cases.tasks_of import count, listed
from app.cases.undoable import undoable
from app.catalog import for_person, general, matching, shelves
from app.people.current import person

blueprint = Blueprint("home", __name__)
FEW = 5
SHOWN = 4
MOST = 20


@blueprint.get("/")
def show():
    now = read_clock()
    reach = Reach.of(person(), now)
    cases, whole = mine_of(person(), limit=FEW)
    entries = for_person(person())
    return render_template(
        "web/home.html",
        tasks=listed(reach, "mine", now, limit=FEW),
        waiting=count(reach, "mine", now),
        cases=cases,
        whole=whole,
        departments=_departments(entries),
        often=_often(entries),
        greeting=_greeting(),
        progress={case.id: progress(case, ui.reader().language) for case in cases},
        done=undoable(reach, request.args.get("done", type=int), now),
    )


@blueprint.get("/search")
def find():
    """Services, requests and their numbers; a full number leads straight to its request."""
    words = request.args.get("q", "").strip()[:200]
    reach = Reach.of(person(), read_clock())
    cases = find_cases(visible_cases(reach), words) if words else []
    if len(cases) == 1 and cases[0].number.casefold() == words.casefold():
        return redirect(url_for("requests.show", number=cases[0].number))
    entries = for_person(person())
    services = matching(entries, words, ui.reader().language)[:MOST] if words else []
    return render_template("web/search.html", words=words, cases=cases, services=services, general=general(entries))


def _departments(entries) -> list:
    """Each department with its first few services."""
    return [
        (shelf, [one for one in entries if one.offer.department == shelf.key][:SHOWN]) for shelf in shelves(entries)
    ]


def _often(entries) -> list:
    by_id = {entry.service_id: entry for entry in entries}
    return [by_id[id] for id in often_asked(person()) if id in by_id]


def _greeting() -> str:
    hour = ui.now().astimezone(ZoneInfo(ui.reader().zone)).hour
    name = ui.name_of(person()).split()[0]
    if hour < 12:
        return _("Good morning, %(name)s", name=name)
    return _("Good afternoon, %(name)s", name=name) if hour < 18 else _("Good evening, %(name)s", name=name)
