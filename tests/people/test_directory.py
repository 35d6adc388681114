"""Who is whose manager, head, owner, stand-in: as expressions ask."""

import pytest

from app.base import transaction
from app.people import Directory, Person
from app.people.options import People
from app.people.organisation import DEMO, settle


@pytest.fixture
def directory(context, now):
    with transaction():
        settle(DEMO, now)
    return Directory(now)


def test_a_manager_is_the_person_above(directory):
    assert directory.manager("sara") == "nadia"
    assert directory.manager({"key": "ali"}) == "reza"
    assert directory.manager("person:nima") == "nadia"


def test_an_inactive_manager_is_answered_for_by_the_next_above(directory):
    assert directory.manager("hana") == "farid"
    assert directory.acting("karim").key == "farid"
    assert directory.acting("sara").key == "sara"


def test_nobody_stands_above_the_managing_director_and_the_supplier(directory):
    assert directory.manager("shirin") is None
    assert directory.manager("jan") is None
    assert directory.manager("nobody") is None
    assert directory.acting("nobody") is None


def test_departments_have_heads_and_cost_centres_owners(directory):
    assert directory.head("legal") == "farid"
    assert directory.owner("4110") == "reza"
    assert directory.owner(4100) == "omar"
    assert directory.head("nowhere") is None


def test_groups_are_named_by_reference(directory):
    assert directory.group("lawyers") == "group:lawyers"
    assert directory.group(None) is None


def test_a_group_names_its_active_members_one_by_one(directory):
    assert set(directory.members("group:committee")) == {"shirin", "maria", "omar"}
    assert directory.members("nowhere") == []


def test_an_absent_person_is_stood_in_for(directory):
    assert directory.delegate("reza") == "nadia"
    assert directory.delegate("sara") == "sara"
    assert directory.delegate("nobody") is None


def test_everybody_belongs_to_a_department_but_those_on_top_and_outside(directory):
    assert directory.department("hana") == "legal"
    assert directory.department("jan") is None


@pytest.mark.parametrize(("words", "first"), [("Reza", "reza"), ("رضا", "reza"), ("rezaei", "ali")])
def test_who_is_called_as_it_is_typed_is_found_first(directory, words, first):
    found = [one.key for one in Person.search(words)]
    assert found[0] == first
    assert {"reza", "ali"} >= set(found[:2])


def test_a_search_without_words_lists_people(directory):
    assert len(Person.search("", 5)) == 5
    assert Person.search("nobody here") == []


def test_the_picker_of_people_offers_in_the_same_order(directory, now):
    assert [one.value for one in People("en", now).search("person", "Reza", {}, 8)][:2] == ["reza", "ali"]
