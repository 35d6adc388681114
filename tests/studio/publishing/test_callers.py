"""What a new version does to the services that call this one, and what it does outside."""

import json

import pytest

from app.catalog import Published
from app.studio.publishing.callers import breaking, callers_of
from app.studio.publishing.effects import effects

FORM = "forms/finance/purchase.form"


@pytest.fixture
def old(gate):
    return gate.live("purchase")


@pytest.fixture
def with_form(old):
    """`with_form(change)`: purchase with its start form changed by `change(fields)`, the list of its fields by key."""
    def make(change):
        schema = json.loads(old.files[FORM])
        change(schema)
        return Published(0, 2, old.spec, {**old.files, FORM: json.dumps(schema).encode()})

    return make


def fields(components):
    for one in components:
        yield components, one
        yield from fields(one.get("components") or [])


def test_who_calls_a_service_is_known(old):
    assert [one.slug for one in callers_of("purchase")] == ["equipment"]
    assert callers_of("leave") == []


def test_a_version_that_asks_the_same_breaks_nothing(old):
    assert breaking(old, Published(0, 2, old.spec, old.files)) == []


def test_a_question_that_callers_answer_and_that_is_gone_is_named(old, with_form, gate):
    call = next(one for one in gate.live("equipment").diagram.elements.values() if one.facts.called == "purchase")
    keys = {one.target for one in call.facts.inputs}

    def remove(schema):
        parent, one = next((parent, one) for parent, one in fields(schema["components"]) if one.get("key") in keys)
        parent.remove(one)
        remove.key = one["key"]

    points = breaking(old, with_form(remove))
    assert [point.key for point in points] == [f"caller-loses-answer:equipment:{remove.key}"]
    assert "Equipment" in points[0].text("en")
    assert set(points[0].texts) == {"en", "fa", "ar"}


def test_a_question_that_must_be_answered_now_is_named(old, with_form):
    added = {"type": "textfield", "id": "why", "key": "why_now", "label": "Why now?", "validate": {"required": True}}
    points = breaking(old, with_form(lambda schema: schema["components"].append(added)))
    assert [(point.key, point.weight) for point in points] == [("caller-must-answer:equipment:why_now", "accept")]


def test_effects_outside_are_found_with_what_is_new_and_gone(gate):
    equipment, leave = gate.live("equipment"), gate.live("leave")
    assert {(one.kind, one.key) for one in effects(equipment)} >= {("service", "purchase"), ("group", "it-assets")}
    assert all(one.state == "" for one in effects(leave, leave))
    states = {(one.kind, one.key): one.state for one in effects(leave, equipment)}
    assert (states["service", "purchase"], states["data", "absence"], states["mail", "notify"]) == ("gone", "new", "")
