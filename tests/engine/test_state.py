"""What is written down, and what is not."""

import json
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from app.engine import Run, StateTooLarge, StateUnreadable
from app.engine.budget import Budget
from app.engine.values import ValueRefused, plain
from tests.engine.drawing import NOW, START, again, diagram, done, ends, flows, person, started

REVIEW = START + person("ask") + person("check") + ends("e") + flows("s ask", "ask check", "check e")


def test_a_state_holds_tokens_and_data_but_neither_specs_nor_history():
    run = started(REVIEW, {"amount": 5})
    done(run, "ask")
    state = json.loads(run.dump())
    assert "amount" in str(state) and "lane" not in str(state) and len(run.dump()) < 300


def test_shared_data_is_written_once():
    body = (
        START
        + '<parallelGateway id="f"/>'
        + person("a")
        + person("b")
        + ends("e")
        + flows("s f", "f a", "f b", "a e", "b e")
    )
    run = started(body, {"text": "x" * 10_000})
    assert len(run.dump()) < 11_000 and again(run).steps[1].data == {"text": "x" * 10_000}


@pytest.mark.parametrize(
    "value",
    [
        datetime(2027, 3, 20, 9, tzinfo=UTC),
        date(2027, 3, 20),
        timedelta(hours=2, microseconds=3),
        Decimal("1.10"),
        {"deep": [{"when": date(2027, 3, 20)}]},
        float("inf"),
        "سلام\u200cها",
        "\ud83d",
        [],
        {},
        None,
        True,
    ],
)
def test_values_come_back_as_they_were(value):
    assert again(started(REVIEW, {"value": value})).steps[0].data == {"value": value}


def test_what_plain_makes_of_other_kinds():
    assert plain({1: (1, 2), "s": {3}}) == {"1": [1, 2], "s": [3]}
    for value in (object(), {"\0x": 1}, 1 << 2000, [["x"] * 1000] * 1000):
        with pytest.raises(ValueRefused):
            plain(value)


def test_a_state_of_another_diagram_is_refused():
    state = started(REVIEW).dump()
    other = diagram(START + person("other") + ends("e") + flows("s other", "other e"))
    with pytest.raises(StateUnreadable):
        Run.load(other, state)


def test_a_state_written_by_an_earlier_release_is_read():
    """Golden: written by 0.1; keep it readable, or migrate."""
    golden = (
        b'{"v":1,"process":"p","ids":2,"ticks":0,"finished":false,"cancelled":false,"scopes":[{"spec":"p","owner":null,'
        b'"base":{"amount":5},"tokens":[["2","ask",32,null,{"via":"s_ask","in":{"at":"2027-01-04T08:00:00+00:00"}}]]}]}'
    )
    run = Run.load(diagram(REVIEW), golden)
    assert run.steps[0].opened_at == NOW and run.steps[0].data == {"amount": 5} and run.dump() == golden
    done(run, "ask")
    assert run.steps[0].element == "check"


def test_a_state_that_has_grown_too_large_is_not_written():
    plan = diagram(REVIEW)
    run = Run.start(plan, {"text": "x" * 5000}, now=NOW, budget=Budget(size=4000))
    with pytest.raises(StateTooLarge):
        run.dump()
    with pytest.raises(ValueRefused):
        Run.start(plan, {"text": "x" * 20_000_000}, now=NOW)
