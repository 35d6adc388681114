"""Following a request: my requests, and one request with its conversation, drawing, answers and files."""

import secrets

from flask import Blueprint, g, render_template, request

from app import ui
from app.base import db, read_clock
from app.cases.access import Reach, case_for, may_see, works_on
from app.cases.attachment import Attachment
from app.cases.case import Case
from app.cases.drawing import marks, outline, steps
from app.cases.given import given_answers
from app.cases.mine import mine_of
from app.cases.news import news_for
from app.cases.routes.words import outline_rows, step_rows, tag_of
from app.cases.timeline import timeline, watchers
from app.cases.waiting import Call
from app.people.current import person

blueprint = Blueprint("requests", __name__)
TABS = ("conversation", "drawing", "answers", "files", "history")


@blueprint.get("/requests")
def mine():
    """What I asked for, or what is done for me; the open ones first."""
    view = request.args.get("view") if request.args.get("view") in ("open", "ended") else "open"
    after = request.args.get("after", 0, type=int)
    cases, whole = mine_of(person(), ended=view == "ended", after=max(after, 0))
    part = "cases/mine_rows.html" if "HX-Request" in request.headers and after else "cases/mine.html"
    return render_template(part, cases=cases, view=view, after=after, whole=whole)


@blueprint.get("/requests/<number>")
def show(number):
    tab = request.args.get("tab") if request.args.get("tab") in TABS else "conversation"
    reach = Reach.of(person(), read_clock())
    case = case_for(reach, number)
    works = works_on(reach, case)
    places = outline(case, ui.reader().language)
    entries = timeline(case, internal=works, language=ui.reader().language)
    g.drawing = tab == "drawing"
    return render_template(
        "cases/show.html",
        case=case,
        tab=tab,
        works=works,
        entries=entries,
        version=case.published,
        steps=step_rows(steps(case, places, ui.reader().language), case),
        files=_files(case, works),
        people=watchers(case),
        given=given_answers(case, person(), ui.reader(), read_clock()),
        once=secrets.token_urlsafe(16),
        marks=marks(case, places, tag_of, ui.reader().language),
        outline=outline_rows(places),
        parent=_only_seen(reach, _parent(case)),
        children=[child for child in _children(case) if may_see(reach, child)],
        news=news_for(reach, case, read_clock()),
        mine=person().id in (case.requester_id, case.beneficiary_id),
    )


@blueprint.get("/requests/<number>/drawing.bpmn")
def drawing_file(number):
    """The drawing of the version that this request started with."""
    case = case_for(Reach.of(person(), read_clock()), number)
    return case.published.drawing, {"Content-Type": "application/xml"}


def _parent(case):
    call = db.session.get(Call, case.parent_call_id) if case.parent_call_id else None
    return db.session.get(Case, call.case_id) if call else None


def _children(case):
    made = db.session.query(Case).join(Call, Call.child_id == Case.id)
    return made.filter(Call.case_id == case.id).order_by(Call.id).all()


def _only_seen(reach, case):
    return case if case is not None and may_see(reach, case) else None


def _files(case, works):
    found = db.session.query(Attachment).filter_by(case_id=case.id).order_by(Attachment.id).all()
    return [file for file in found if works or not file.internal]
