"""The studio's first page: what one designs, by department."""

import re

import pytest

from app.base import transaction
from app.catalog import Service
from app.catalog.store import Store
from app.people import Person
from app.studio.drafts import open_for_service
from app.studio.rights import Rights
from app.studio.shelf import known, shelves

DRAWING = "workflows/hr/leave.bpmn"


@pytest.fixture(autouse=True)
def nothing_counted(monkeypatch):
    """What another test counted is not known here."""
    monkeypatch.setattr("app.studio.shelf.tallies._known", Store(8))


@pytest.fixture
def lines(studio):
    """`lines("leila", "leave")`: the short names on this person's shelves, as far as they fit the words."""
    def read(key, words=""):
        found = shelves(Rights.of(Person.by_key(key)), words)
        return {shelf.key: [line.slug for line in shelf.lines] for shelf in found}

    return read


def test_a_head_sees_her_department_and_an_auditor_everything(lines):
    assert lines("leila") == {"hr": ["leave", "new-employee"]}
    assert list(lines("shirin")) == ["it", "hr", "finance", "legal", "facilities"]
    assert lines("jan") == {}


def test_drafts_stand_first_the_one_saved_last_on_top(lines, leave, clock):
    assert lines("leila") == {"hr": ["leave", "new-employee"]}
    clock.forward(minutes=5)
    with transaction():
        service = Service.query.filter_by(slug="new-employee").one()
        open_for_service(service, by=Person.by_key("mona"), now=clock.now)
    assert lines("leila") == {"hr": ["new-employee", "leave"]}


def test_retired_services_stand_last(lines, clock):
    with transaction():
        Service.query.filter_by(slug="equipment").one().retired_at = clock.now
    assert lines("omar")["it"][-1] == "equipment"


@pytest.mark.parametrize("words", ["leav", "مرخصی", "إجازة", "HR-03"])
def test_a_service_is_found_in_every_language_and_by_its_code(lines, words):
    assert lines("leila", words) == {"hr": ["leave"]}


def test_the_page_says_who_saved_which_version_runs_and_how_many(leave, visit, clock):
    visit("sara").post("/services/leave/requests", data={})
    page = re.sub(r"\s+", " ", visit("leila").get("/studio").text)
    assert "by Leila Haddad" in page or "ليلى حداد" in page
    assert "Version 1" in page
    assert "New service" in page
    assert "New service" not in visit("shirin").get("/studio").text
    assert visit("leila").get("/studio?q=zzz").text.count("Nothing here is called like this") == 1


def test_a_row_asks_how_much_there_is_to_mend_and_knows_it_afterwards(leave, visit, draft, clock):
    leila = visit("leila")
    assert 'hx-get="/studio/leave/tally"' in leila.get("/studio").text
    assert "One to look at" in leila.get("/studio/leave/tally").text
    again = leila.get("/studio").text
    assert "One to look at" in again and "/studio/leave/tally" not in again
    broken = draft().file(DRAWING).decode().replace('formId="leave-balance"', 'formId="no-such-form"')
    leila.put(f"/studio/leave/files/{DRAWING}", data=broken.encode(), headers={"X-Seen": "1"})
    assert 'hx-get="/studio/leave/tally"' in leila.get("/studio").text
    assert "One thing to fix" in leila.get("/studio/leave/tally").text
    assert "أمر واحد للإصلاح" in visit("mona").get("/studio").text


def test_a_count_is_not_trusted_for_ever(leave, visit, draft, clock):
    leila = visit("leila")
    leila.get("/studio/leave/tally")
    assert known(draft(), clock.now) is not None
    clock.forward(minutes=11)
    assert 'hx-get="/studio/leave/tally"' in leila.get("/studio").text


def test_a_row_of_the_shelf_looks_at_no_drawing(leave, visit, monkeypatch):
    monkeypatch.setattr("app.studio.shelf.tallies.findings", None)
    assert visit("leila").get("/studio").status_code == 200


def test_services_without_a_draft_have_no_count(studio, visit):
    page = visit("leila").get("/studio").text
    assert "tally" not in page.split('id="shelves"')[1]
    assert visit("leila").get("/studio/leave/tally").status_code == 404
