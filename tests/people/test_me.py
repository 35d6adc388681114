"""One's own page: reading, and being away with a stand-in."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from app.base import db, transaction
from app.events import Event
from app.people import Absence, Person, covered_by
from app.people.organisation import DEMO, settle


@pytest.fixture
def sara(app, visit, clock):
    return visit("sara")


@pytest.fixture
def reza_away(context, clock):
    with transaction():
        settle(DEMO, clock.now)


def absences(key):
    found = select(Absence).join(Person, Person.id == Absence.person_id).where(Person.key == key)
    return list(db.session.scalars(found))


def away(client, first="2026-12-05", last="2026-12-09", **more):
    return client.post("/me/absences", data={"first": first, "last": last, **more})


def test_reading_is_changed_on_the_own_page(sara, context):
    answer = sara.post("/me", data={"language": "en", "calendar": "gregorian", "theme": "dark", "zone": "Europe/Rome"})
    assert answer.headers["Location"] == "/me?saved=1"
    person = Person.by_key("sara")
    assert (person.language, person.theme, person.time_zone) == ("en", "dark", "Europe/Rome")
    sara.post("/me", data={"zone": ""})
    db.session.rollback()
    assert Person.by_key("sara").time_zone == "Asia/Tehran"


def test_a_zone_that_does_not_exist_changes_nothing(sara, context):
    sara.post("/me", data={"zone": "Mars/Olympus"})
    assert Person.by_key("sara").zone is None


def test_an_absence_lasts_whole_days_of_ones_own_zone(sara, context):
    assert away(sara, stand_in="nima").status_code == 303
    absence = absences("sara")[0]
    tehran = ZoneInfo("Asia/Tehran")
    assert absence.begins == datetime(2026, 12, 5, tzinfo=tehran)
    assert absence.ends == datetime(2026, 12, 10, tzinfo=tehran)
    assert absence.stand_in.key == "nima"


def test_the_stand_in_covers_only_while_it_lasts(sara, context):
    away(sara, stand_in="nima")
    nima, tehran = Person.by_key("nima"), ZoneInfo("Asia/Tehran")
    assert covered_by(nima, datetime(2026, 12, 4, 12, tzinfo=tehran)) == []
    assert covered_by(nima, datetime(2026, 12, 9, 23, tzinfo=tehran)) == [Person.by_key("sara").id]
    assert covered_by(nima, datetime(2026, 12, 10, 0, tzinfo=tehran)) == []


@pytest.mark.parametrize("wrong", [
    {"first": ""}, {"last": "2026-12-01"}, {"stand_in": "sara"}, {"stand_in": "karim"}, {"first": "soon"},
])
def test_an_absence_that_makes_no_sense_keeps_what_was_typed(sara, context, wrong):
    answer = away(sara, **wrong)
    assert answer.status_code == 422
    assert absences("sara") == []


def test_an_absence_can_be_removed_by_its_owner_only(sara, visit, context):
    away(sara)
    id = absences("sara")[0].id
    assert visit("omar").post(f"/me/absences/{id}/removal").status_code == 404
    assert sara.post(f"/me/absences/{id}/removal").status_code == 303
    db.session.rollback()
    assert absences("sara") == []
    kinds = db.session.scalars(select(Event.kind).where(Event.kind.startswith("absence")).order_by(Event.id)).all()
    assert kinds == ["absence.arranged", "absence.removed"]


def test_the_page_says_who_stands_in(reza_away, visit):
    assert "نادیا فارسی" in visit("reza").get("/me").text


def test_people_are_found_by_parts_of_their_names_in_any_spelling(sara):
    for words in ("nad", "نادیا", "ناديا", "farsi nadia"):
        answer = sara.get("/people/options", query_string={"kind": "person", "q": words})
        assert 'data-value="nadia"' in answer.text


def test_an_absent_person_is_offered_with_who_acts(sara, reza_away):
    answer = sara.get("/people/options?kind=person&q=reza", headers={"Accept": "application/json"})
    assert [one["value"] for one in answer.json if one["value"] == "reza"]
    assert any("نادیا فارسی" in one["note"] for one in answer.json)


def test_who_has_left_is_not_offered(sara):
    assert 'data-value="karim"' not in sara.get("/people/options?kind=person&q=karim").text


def test_people_can_be_narrowed_down_to_a_group_or_department(sara):
    found = sara.get("/people/options?filter=group:lawyers", headers={"Accept": "application/json"}).json
    assert {one["value"] for one in found} == {"hana", "farid"}
    found = sara.get("/people/options?filter=department:hr", headers={"Accept": "application/json"}).json
    assert {one["value"] for one in found} == {"leila", "mona"}


def test_groups_are_found_too(sara):
    found = sara.get("/people/options?kind=group&q=وکیل", headers={"Accept": "application/json"}).json
    assert [one["value"] for one in found] == ["group:lawyers"]


def test_other_kinds_are_not_people(sara):
    assert sara.get("/people/options?kind=asset").status_code == 404
