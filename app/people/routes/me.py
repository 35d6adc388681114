"""One's own page: how one reads, and when one is away."""

from datetime import date
from functools import cache
from pathlib import Path
from zoneinfo import available_timezones

from flask import Blueprint, abort, g, redirect, render_template, request, url_for

from app.base import db, read_clock
from app.events import Event
from app.forms import Form
from app.people import current
from app.people.absence import Absence
from app.people.options import People
from app.people.person import Person

blueprint = Blueprint("me", __name__)
ABSENCE = Path(__file__).parent.parent / "absence.form"


@blueprint.get("/me")
def show():
    return _page(_examined({}))


@blueprint.post("/me")
def change():
    """Language, calendar, time zone and theme; what is not known is left as it was."""
    me = current.person()
    for name, known in current.CHOICES.items():
        if request.form.get(name) in known:
            setattr(me, name, request.form[name])
    zone = request.form.get("zone", me.zone or "")
    if not zone or zone in zones():
        me.zone = zone or None
    return redirect(url_for("me.show", saved=1), 303)


@blueprint.post("/me/absences")
def add_absence():
    seen = _examined(absence_form().gather(request.form.items(multi=True)), submit=True)
    if not seen.accepted:
        return _page(seen), 422
    values = seen.values
    stand_in = Person.by_key(values["stand_in"]) if values.get("stand_in") else None
    me, first, last = current.person(), date.fromisoformat(values["first"]), date.fromisoformat(values["last"])
    Absence.arrange(me, first, last, stand_in)
    Event.record("absence.arranged", now=read_clock(), by=me, first=values["first"], last=values["last"],
                 person=me.key, names=dict(me.names), stand_in=stand_in.key if stand_in else None)
    return redirect(url_for("me.show") + "#absences", 303)


@blueprint.post("/me/absences/<int:id>/removal")
def remove_absence(id):
    absence = db.session.get(Absence, id)
    if absence is None or absence.person_id != current.person().id:
        abort(404)
    db.session.delete(absence)
    Event.record("absence.removed", now=read_clock(), by=current.person(), begins=absence.begins.isoformat())
    return redirect(url_for("me.show") + "#absences", 303)


class Here(People):
    """Only people who are still here can stand in."""

    def find(self, kind, key):
        found = super().find(kind, key)
        return found if found and not found.off else None


@cache
def absence_form() -> Form:
    return Form.read(ABSENCE.read_bytes())


@cache
def zones() -> list[str]:
    return sorted(name for name in available_timezones() if "/" in name and not name.startswith(("Etc/", "SystemV/")))


def _examined(raw, submit=False):
    me, now = current.person(), read_clock()
    return absence_form().examine(
        raw, {"me": me.key}, language=g.reader.language, now=now, lookup=Here(g.reader.language, now), submit=submit,
        calendar=g.reader.calendar, zone=g.reader.zone)


def _page(seen) -> str:
    me = current.person()
    choices = [(name, name.replace("_", " ")) for name in zones()]
    return render_template("people/me.html", seen=seen, absences=Absence.ahead(me, read_clock()), zones=choices)
