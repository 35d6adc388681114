"""Who sees what in the catalogue, and in which order."""

import pytest
from sqlalchemy import event, select

from app.base import db
from app.catalog import every, for_person, general, recent, search, shelves, visible
from app.catalog.audience import Asker
from app.people import Person


@pytest.fixture
def who(context):
    return Person.by_key


@pytest.fixture
def several(read, paper):
    """Keys for everyone, cards for employees, safes for managers, archive by an expression."""
    paper.service("cards", id="FC-10", audience="employees", order=20, category=None)
    paper.service("safes", id="FC-11", audience="managers", order=10)
    paper.service("archive", id="FC-12", listed=False, general=True, audience=(
        '=person.department = "legal" and person.site = "cairo" or list contains(person.groups, "committee")'))
    read()


def slugs(entries):
    return [entry.slug for entry in entries]


def test_an_audience_decides_who_may_ask(several, who):
    assert slugs(for_person(who("jan"))) == ["keys"]
    assert slugs(for_person(who("sara"))) == ["cards", "keys"]
    assert slugs(for_person(who("nadia"))) == ["safes", "cards", "keys"]
    assert slugs(for_person(who("hana"))) == ["cards", "keys", "archive"]
    assert slugs(for_person(who("maria"))) == ["safes", "cards", "keys", "archive"]


def test_what_one_may_not_ask_for_is_listed_unless_it_hides(several, who):
    assert [(entry.slug, entry.may_ask) for entry in every(who("jan"))] == [
        ("safes", False), ("cards", False), ("keys", True)]


def test_what_one_may_not_ask_for_is_not_there(several, who):
    assert visible(who("jan"), "safes") is None
    assert visible(who("jan"), "nowhere") is None
    assert visible(who("nadia"), "safes").slug == "safes"
    assert visible(who("jan"), "keys").slug == "keys"


def test_a_retired_service_is_not_there(several, read, paper, who):
    paper.remove("catalog/facilities/keys.yaml")
    read()
    assert visible(who("jan"), "keys") is None
    assert slugs(for_person(who("jan"))) == []


def test_shelves_count_what_stands_on_them(several, who):
    shelf = next(shelf for shelf in shelves(every(who("maria"))) if shelf.key == "facilities")
    assert (shelf.count, shelf.names["en"]) == (4, "Facilities")
    assert [(one.key, one.count) for one in shelf.categories] == [("doors", 3)]


def test_the_general_service_is_for_whatever_fits_nowhere(several, who):
    assert general(every(who("maria"))).slug == "archive"
    assert general(every(who("jan"))) is None


def test_recently_used_services_keep_their_order(several, who):
    ids = {entry.slug: entry.service_id for entry in every(who("nadia"))}
    assert slugs(recent(who("sara"), [ids["keys"], ids["safes"], ids["cards"], ids["keys"]])) == ["keys", "cards"]


def test_the_list_costs_a_few_statements_whatever_its_length(several, who):
    person = who("sara")
    assert person.department.key and person.site.key
    every(person)
    statements = []
    note = lambda *args: statements.append(args[2])  # noqa: E731
    event.listen(db.engine, "before_cursor_execute", note)
    every(person)
    event.remove(db.engine, "before_cursor_execute", note)
    assert len(statements) == 2


def test_only_what_one_may_ask_for_is_found(several, who):
    assert slugs(search(who("jan"), "key", "en")) == ["keys"]


def test_an_audience_that_cannot_be_evaluated_lets_nobody_in(context, who):
    asker = Asker.of(who("sara"))
    assert asker.may_ask('=person.department = "it"')
    assert not asker.may_ask("=person.unknown.thing > 3")
    assert not asker.may_ask("nonsense")


def test_a_manager_is_who_has_active_people(context, who):
    assert Asker.of(who("nadia")).about["manager"]
    assert not Asker.of(who("sara")).about["manager"]
    assert Asker.of(who("omar")).about["groups"] == ["committee", "it-architects", "managers", "security"]
    assert db.session.scalar(select(Person.id).where(Person.key == "jan"))
