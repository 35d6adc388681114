"""Signing in and out, stepping into the demo's people, and how one reads."""

import pytest
from sqlalchemy import event

from app.base import db, transaction
from app.people import Person
from app.people.current import limiter
from app.people.routes.signing import inner


@pytest.fixture
def visitor(app):
    limiter.reset()
    yield app.test_client()
    limiter.reset()


def sign_in(visitor, name="sara", password="demo", **more):
    return visitor.post("/sign-in", data={"name": name, "password": password, **more})


def test_name_or_mail_address_and_password_let_one_in(visitor):
    assert sign_in(visitor, "SARA ").status_code == 303
    visitor.post("/sign-out")
    assert sign_in(visitor, "sara@mizban.example").headers["Location"] == "/"
    assert "سارا احمدی" in visitor.get("/me").text


@pytest.mark.parametrize(("name", "password"), [("sara", "wrong"), ("nobody", "demo"), ("karim", "demo"), ("sara", "")])
def test_a_wrong_name_or_password_says_the_same_and_keeps_the_name(visitor, name, password):
    answer = sign_in(visitor, name, password)
    assert answer.status_code == 422
    assert "do not belong together" in answer.text
    assert f'value="{name}"' in answer.text


def test_signing_in_begins_a_new_session(visitor):
    visitor.post("/reader", data={"language": "ar"})
    with visitor.session_transaction() as before:
        assert before["language"] == "ar"
    sign_in(visitor)
    with visitor.session_transaction() as after:
        assert "language" not in after


def test_signing_out_ends_it(visitor):
    sign_in(visitor)
    assert visitor.post("/sign-out").headers["Location"] == "/sign-in"
    assert visitor.get("/me").headers["Location"] == "/sign-in?next=/me"


def test_a_raised_epoch_signs_out_everywhere(visitor, context):
    sign_in(visitor)
    with transaction():
        Person.by_key("sara").session_epoch += 1
    assert visitor.get("/me").status_code == 302


def test_who_has_left_is_out_at_once(visitor, context):
    sign_in(visitor)
    with transaction():
        Person.by_key("sara").active = False
    assert visitor.get("/me").status_code == 302


def test_one_comes_back_to_the_page_one_wanted(visitor):
    wanted = visitor.get("/me").headers["Location"]
    assert 'name="next" value="/me"' in visitor.get(wanted).text
    assert sign_in(visitor, next="/me").headers["Location"] == "/me"


@pytest.mark.parametrize("address", [
    None, "", "https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a\nb", "me",
    "\\\\evil",
])
def test_a_next_page_outside_is_the_home_page(address):
    assert inner(address) == "/"


def test_a_next_page_inside_is_kept():
    assert inner("/catalogue/it?q=key&show=all") == "/catalogue/it?q=key&show=all"


def test_a_fragment_of_a_stranger_is_told_and_not_sent_away(visitor):
    assert visitor.get("/me", headers={"HX-Request": "true"}).status_code == 401
    assert visitor.post("/me", data={"language": "fa"}).status_code == 401


def test_many_wrong_passwords_are_slowed_down(visitor):
    answers = [sign_in(visitor, password="wrong").status_code for _ in range(11)]
    assert answers == [422] * 10 + [429]
    assert sign_in(visitor, name="omar").status_code == 303


def test_the_demo_shows_its_people_and_lets_one_step_in(visitor):
    page = visitor.get("/sign-in").text
    assert page.count('name="person"') == 18
    assert "On leave; Nadia stands in for him" in page
    visitor.post("/sign-in/demo", data={"person": "hana"})
    assert "هناء صبري" in visitor.get("/me").text


def test_who_is_not_of_the_demo_cannot_be_stepped_into(visitor):
    for key in ("karim", "nobody", ""):
        assert visitor.post("/sign-in/demo", data={"person": key}).status_code == 404


def test_outside_a_demo_there_are_no_open_doors(visitor, app, monkeypatch):
    settings = app.extensions["settings"]
    monkeypatch.setitem(app.extensions, "settings", type("Live", (), {**vars(settings), "demo": False})())
    assert visitor.post("/sign-in/demo", data={"person": "sara"}).status_code == 404
    assert 'name="person"' not in visitor.get("/sign-in").text


def test_a_stranger_reads_in_the_language_of_the_browser_until_they_choose(visitor):
    persian = {"Accept-Language": "fa-IR,fa;q=0.9,en;q=0.5"}
    assert '<html lang="fa" dir="rtl"' in visitor.get("/sign-in", headers=persian).text
    visitor.post("/reader", data={"language": "ar", "theme": "dark"})
    assert '<html lang="ar" dir="rtl" data-theme="dark"' in visitor.get("/sign-in", headers=persian).text


def test_a_person_takes_language_and_calendar_everywhere(visitor, context):
    sign_in(visitor)
    answer = visitor.post("/reader", data={"language": "en", "calendar": "hijri", "next": "/me?a=1"})
    assert answer.headers["Location"] == "/me?a=1"
    assert '<html lang="en" dir="ltr"' in visitor.get("/me").text
    assert Person.by_key("sara").calendar == "hijri"


def test_an_unknown_language_changes_nothing(visitor, context):
    sign_in(visitor)
    visitor.post("/reader", data={"language": "xx", "calendar": "mayan", "theme": "pink"})
    sara = Person.by_key("sara")
    assert (sara.language, sara.calendar, sara.theme) == ("fa", "jalali", "auto")


def test_knowing_who_asks_is_one_statement(visitor, app):
    sign_in(visitor)
    statements = []
    note = lambda *args: statements.append(args[2])  # noqa: E731
    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", note)
    visitor.get("/people/options?kind=group&q=zz")
    with app.app_context():
        event.remove(db.engine, "before_cursor_execute", note)
    assert len([one for one in statements if "FROM person" in one]) == 1
