"""The pages of forms, as they come from the server: they work without a script."""

import re

import pytest

from tests.forms.desk import FILES, PEOPLE


@pytest.fixture
def visit(counter):
    return counter.app.test_client()


def test_every_kind_of_field_is_drawn_with_its_label(visit):
    html = visit.get("/").text
    for name in ("who._text", "what", "by", "cost.amount", "offer", "stock", "extra", "ok", "since.date", "since.time"):
        assert f'name="{name}"' in html
    for label in ("For whom", "Offer", "Place", "Team", "Lines", "Earlier"):
        assert label in html
    assert 'name="which"' not in html and "4410 Network" in html and 'name="centre"' not in html


def test_what_was_typed_comes_back_beside_the_error(visit):
    answer = visit.post(
        "/", data={"cost.amount": "about 1.8k", "what": "other", "which": "", "who._text": "Nobody", "by": "soon"}
    )
    assert answer.status_code == 422
    html = answer.text
    assert 'value="about 1.8k"' in html and 'value="Nobody"' in html and 'value="soon"' in html
    assert "Write the amount in euros, digits only, for example 1,840" in html
    assert 'href="#f-cost"' in html and 'id="f-cost"' in html and 'id="f-cost-error"' in html
    assert 'aria-invalid="true"' in html and "5 answers need a look" in html


def test_every_error_link_leads_to_something(visit):
    html = visit.post("/", data={"what": ""}).text
    links = re.findall(r'href="#(f-[\w-]+)"', html)
    assert links and all(f'id="{link}"' in html for link in links)


def test_no_name_is_used_twice_as_an_id(visit):
    html = visit.post("/", data={"what": "other", "who": "sara", "offer": ["f1", "f2"], "lines.1.item": "x"}).text
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_a_row_is_added_without_script_and_nothing_is_sent(visit, counter):
    html = visit.post("/", data={"lines.0.item": "Dock", "_add": "lines"}).text
    assert 'name="lines.1.item"' in html and 'value="Dock"' in html
    assert not counter.sent.accepted and 'role="alert"' not in html


def test_names_of_people_and_files_cannot_carry_markup(visit, monkeypatch):
    evil = "<img src=x onerror=alert(1)>"
    monkeypatch.setitem(PEOPLE, "evil", type(PEOPLE["sara"])("evil", evil, evil))
    monkeypatch.setitem(FILES, "evil", type(FILES["f1"])("evil", evil, size=1))
    html = visit.post("/", data={"who": "evil", "offer": "evil", "which": evil, "what": "other"}).text
    assert evil not in html and "&lt;img" in html
    assert evil not in visit.get("/pick?kind=person&q=img").text


def test_accepted_answers_are_shown_in_words(visit, counter):
    data = {
        "who": "sara",
        "what": "laptop",
        "by": "29 November 2026",
        "cost.amount": "1,840",
        "ok": ["", "true"],
        "offer": ["", "f1"],
    }
    html = visit.post("/", data=data).text
    assert counter.sent.accepted and counter.sent.values["by"] == "2026-11-29"
    given = html[html.index('id="given"') :]
    assert all(
        word in given for word in ("Sara Ahmadi", "Laptop", "Sun 29 November 2026", "€ 1,840", "Yes", "offer.pdf")
    )


def test_pages_speak_persian_in_the_readers_calendar(visit):
    html = visit.post("/?language=fa&calendar=jalali", data={"by": "۸ آذر ۱۴۰۵", "cost.amount": "حدود ۲"}).text
    assert 'dir="rtl"' in html and 'value="یکشنبه ۸ آذر ۱۴۰۵"' in html and "برای چه کسی" in html
    assert "Write the amount" not in html and "optional" not in html


def test_only_what_formulas_mention_asks_the_server_on_change(visit):
    html = visit.get("/").text
    asking = re.findall(r'id="(f-[\w-]+)-field"[^>]*hx-post', html)
    assert asking == ["f-who", "f-what", "f-lines-0-pieces"]
