"""Bringing news to a request: the small form of a message its diagram waits for."""

import secrets

from flask import Blueprint, redirect, render_template, request, url_for

from app import ui
from app.base import read_clock
from app.cases.access import Reach, case_for
from app.cases.news import bring, find_news, for_news, was_brought
from app.cases.routes.filled import form_pairs, keep_files
from app.people.current import person

blueprint = Blueprint("news", __name__)


@blueprint.get("/requests/<number>/messages/<element>")
def show(number, element):
    case, news, filling = _opened(number, element)
    return _page(case, news, filling.examine({}) if filling.form else None)


@blueprint.post("/requests/<number>/messages/<element>/examination")
def examine(number, element):
    """The form after a change."""
    case, news, filling = _opened(number, element)
    return render_template(
        "cases/form_part.html", seen=filling.examine(filling.form.gather(form_pairs())), typed=None, **_urls(case, news)
    )


@blueprint.post("/requests/<number>/messages/<element>")
def create(number, element):
    """Bring the news; what was typed stays on the page when it cannot be taken. Sent twice, it is brought once."""
    reach, now, once = Reach.of(person(), read_clock()), read_clock(), request.form.get("once")
    if not was_brought(case_for(reach, number), person(), once):
        case, news, filling = _opened(number, element)
        seen = filling.examine(filling.form.gather(form_pairs()), submit=True) if filling.form else None
        if seen is not None and not seen.accepted:
            return _page(case, news, seen), 422
        values = seen.values if seen else {}
        bring(case, element, values, reach=reach, now=now, once=once)
        keep_files(case, values)
    return redirect(url_for("requests.show", number=number), 303)


def _opened(number, element):
    reach, now = Reach.of(person(), read_clock()), read_clock()
    case = case_for(reach, number)
    news = find_news(reach, case, element, now)
    return case, news, for_news(case, news, person=person(), now=now, reader=ui.reader())


def _urls(case, news) -> dict:
    return {
        "examine_url": url_for("news.examine", number=case.number, element=news.element),
        "upload_url": url_for("files.create"),
        "pick_url": url_for("people.options"),
    }


def _page(case, news, seen):
    once = request.form.get("once") or secrets.token_urlsafe(16)
    return render_template("cases/bring.html", case=case, news=news, seen=seen, once=once, **_urls(case, news))
