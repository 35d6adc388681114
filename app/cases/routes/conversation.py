"""Deeds on a request: saying something, adding people, withdrawing."""

from flask import Blueprint, abort, redirect, request, url_for

from app.base import Refusal, read_clock
from app.cases.access import Reach, case_for, works_on
from app.cases.conversing import comment, watch
from app.cases.routes.filled import form_pairs
from app.cases.withdrawing import withdraw
from app.people import Person
from app.people.current import person

blueprint = Blueprint("conversation", __name__)


class NobodyChosen(Refusal):
    """Choose a person of this organisation first."""

    status = 422


@blueprint.post("/requests/<number>/comments")
def create(number):
    reach, now = Reach.of(person(), read_clock()), read_clock()
    case = case_for(reach, number)
    internal = request.form.get("kind") == "internal"
    if internal and not works_on(reach, case):
        abort(404)
    files = [int(value) for name, value in form_pairs() if name == "files" and value.isdecimal()]
    comment(
        case,
        request.form.get("text", ""),
        by=person(),
        now=now,
        internal=internal,
        files=files,
        once=request.form.get("once") or None,
    )
    return redirect(_back(number), 303)


@blueprint.post("/requests/<number>/watchers")
def add_watcher(number):
    case = case_for(Reach.of(person(), read_clock()), number)
    chosen = Person.by_key(request.form.get("person", ""))
    if chosen is None or not chosen.active:
        raise NobodyChosen
    watch(case, chosen, by=person(), now=read_clock())
    return redirect(_back(number), 303)


@blueprint.post("/requests/<number>/withdrawal")
def create_withdrawal(number):
    """Only who asked, or for whom it was, may take it back."""
    case = case_for(Reach.of(person(), read_clock()), number)
    if person().id not in (case.requester_id, case.beneficiary_id):
        abort(404)
    withdraw(case, by=person(), now=read_clock(), reason=request.form.get("reason", "").strip()[:2000])
    return redirect(url_for("requests.show", number=number), 303)


def _back(number: str) -> str:
    """To the page it came from: the request's own, or the task beside which it was written."""
    task = request.form.get("task", "")
    return url_for("inbox.show", task=task) if task.isdecimal() else url_for("requests.show", number=number)
