"""Playing a walk: where it goes, and what is said when it does not go as written."""

from pathlib import Path

import pytest

from app.catalog import draft, play


@pytest.fixture
def keys(tmp_path, paper):
    return draft(Path(paper.root), "keys")


def walked(version, now, steps, people=(), **walk):
    return play(version, {"answers": {"room": "B-12"}, "steps": steps, **walk}, facts={"requester": "sara"},
                resolve=lambda who, data: list(people), now=now)


def test_a_walk_tells_its_path_and_its_end(keys, now):
    steps = [{"step": "Decide", "answers": {"outcome": "approved"}}]
    went = walked(keys, now, steps, end="Given", path=["Asked", "Given"])
    assert went.well
    assert went.end == "Given"
    assert [one for one in went.path if one in ("Asked", "Decide", "Given")] == ["Asked", "Decide", "Given"]


def test_a_walk_may_go_round(keys, now):
    steps = [{"step": "Decide", "answers": {"outcome": "sent_back"}}, {"step": "Mend"},
             {"step": "Decide", "answers": {"outcome": "approved"}}]
    went = walked(keys, now, steps, end="Given", path=["Decide", "Mend", "Decide", "Given"])
    assert went.well


def test_a_step_that_is_not_open_is_told_with_what_is(keys, now):
    went = walked(keys, now, [{"step": "Mend"}], end="Given")
    assert went.troubles[0] == "step 1: Mend is not open; open are Decide"
    assert "waiting at Decide" in went.troubles[1]


def test_another_path_than_expected_is_told(keys, now):
    went = walked(keys, now, [{"step": "Decide", "answers": {"outcome": "approved"}}], path=["Asked", "Mend"])
    assert went.troubles == ["Mend did not complete in its place on the path"]


def test_a_message_nobody_waits_for_is_told(keys, now):
    assert "nobody waits for the message gone" in walked(keys, now, [{"message": "gone"}]).troubles[0]


def test_an_act_of_no_kind_is_told(keys, now):
    assert "neither step, call, timer" in walked(keys, now, [{"dance": "tango"}]).troubles[0]
