"""Acting in a play as others would: groups, the outside by hand or failing, news, guides; bad input is a sentence."""

from pathlib import Path

import pytest

from app.base import transaction
from app.cases import CommentNeeded, OutcomeUnknown
from app.people import Person
from app.studio.drafts import Draft
from app.studio.drafts import begin as begin_draft
from app.studio.trying.acting import NotPlain, answer, bring, complete, lead, start
from app.studio.trying.card import cards_of, seats_of
from app.studio.trying.coverage import coverage
from app.studio.trying.guide import propose
from app.studio.trying.literals import answers_of, literals_of
from app.studio.trying.play import Play, begin
from app.studio.trying.sandbox import ActRefused, AnswersRefused, NeverRests

TEXTS = {language: {"name": "Odd", "summary": "Odd"} for language in ("en", "fa", "ar")}
SPEC = {"id": "IT-ODD", "kind": "request", "department": "it", "owner": "group:it-assets", "texts": TEXTS,
        "diagram": "workflows/it/odd.bpmn", "process": "Odd", "forms": {}}


@pytest.fixture
def odd(studio, clock):
    """A play of a small odd service by Sara, begun."""
    drawn = (Path(__file__).parent / "odd.bpmn").read_bytes()
    with transaction():
        omar, sara = Person.by_key("omar"), Person.by_key("sara")
        draft = begin_draft("odd", SPEC, {SPEC["diagram"]: drawn}, by=omar, now=clock.now)
        play = begin(draft, person=omar, requester=sara, beneficiary=sara, now=clock.now)
        start(play, {}, now=clock.now)
        yield play


def card(play: Play, at: int = 0):
    return cards_of(play.sandbox())[at]


def looked(play, clock, outcome="approved", comment=""):
    complete(play, card(play), {}, actor=None, outcome=outcome, comment=comment, now=clock.now)


def test_a_group_sits_together_and_one_of_them_acts(odd, clock):
    seats = seats_of(odd.sandbox(), cards_of(odd.sandbox()))
    assert [seat.key for seat in seats] == ["person:sara", "group:it-assets"]
    actors = card(odd).actors
    assert actors and all(one.active for one in actors)
    complete(odd, card(odd), {}, actor=actors[-1], outcome="approved", comment="", now=clock.now)
    assert odd.last.act["by"] == actors[-1].key
    assert odd.last.act["answers"]["decided_by"] == actors[-1].key


def test_a_decision_must_be_one_of_those_offered_and_refusing_needs_a_word(odd, clock):
    with pytest.raises(OutcomeUnknown):
        looked(odd, clock, "perhaps")
    with pytest.raises(CommentNeeded):
        looked(odd, clock, "rejected")
    assert len(odd.acts) == 1


def test_the_outside_is_answered_by_hand(odd, clock):
    looked(odd, clock)
    assert answers_of(odd.published, card(odd).row) == {"result": ["paid"]}
    assert card(odd).row.inputs == {"who": "sara"}
    answer(odd, card(odd), {"value.result": "paid"}, now=clock.now)
    assert odd.sandbox().run.data["bought"] == "paid"
    assert card(odd).kind == "message"


def test_the_outside_may_fail(odd, clock):
    looked(odd, clock)
    answer(odd, card(odd), {"how": "fail", "code": "OUT_OF_STOCK", "message": "Sold"}, now=clock.now)
    assert odd.last.finished
    assert "Nothing" in odd.last.passed


def test_an_error_nobody_catches_stands_at_its_element_with_a_sentence(odd, clock):
    looked(odd, clock)
    answer(odd, card(odd), {"how": "fail", "code": "OTHER"}, now=clock.now)
    incident, = odd.sandbox().run.incidents
    assert incident.element == "Buy" and incident.message
    assert odd.last.told[-1]["kind"] == "incident.raised"


def test_further_values_must_be_json(odd, clock):
    looked(odd, clock)
    for text in ("result", "[1]"):
        with pytest.raises(NotPlain):
            answer(odd, card(odd), {"further": text}, now=clock.now)
    answer(odd, card(odd), {"further": '{"result": "paid"}'}, now=clock.now)
    assert odd.sandbox().run.data["bought"] == "paid"


def test_news_is_brought_with_the_keys_that_are_waited_for(odd, clock):
    looked(odd, clock)
    answer(odd, card(odd), {"value.result": "paid"}, now=clock.now)
    bring(odd, card(odd), {}, {"further": '{"note": "DN-1"}'}, now=clock.now)
    assert odd.last.finished
    assert odd.last.act["keys"]


def test_what_is_not_open_any_more_is_refused(odd, clock):
    old = card(odd)
    looked(odd, clock)
    with pytest.raises(ActRefused) as refused:
        complete(odd, old, {}, actor=None, outcome="approved", comment="", now=clock.now)
    assert "Buy" in refused.value.open


def test_a_play_never_hangs_on_a_timer_without_an_end(odd, clock):
    with pytest.raises(NeverRests):
        odd.act({"pass": clock.now.replace(year=2030).isoformat()}, now=clock.now)
    odd.act({"timer": "Every_minute"}, now=clock.now)
    assert (odd.now - clock.now).total_seconds() == 60


def test_a_moment_must_be_one(odd, clock):
    with pytest.raises(AnswersRefused):
        odd.act({"pass": "soon"}, now=clock.now)


def test_conditions_say_which_values_are_worth_trying(odd):
    assert literals_of(odd.published) == {"bought": ["paid"]}


def test_a_guide_leads_to_the_place(odd, clock):
    assert lead(odd, "Wait", now=clock.now)
    assert [one.element for one in odd.sandbox().run.waits] == ["Wait"]
    assert not lead(odd, "Nothing_paid", now=clock.now)


def test_ways_without_a_walk_get_one_proposed_that_passes(odd, clock):
    found = coverage(odd.published, odd.requester)
    walks = propose(odd.published, found, odd.requester, now=clock.now)
    assert walks
    spec = {**odd.spec, "walks": walks}
    draft = Draft.open_of("odd")
    draft.spec = spec
    after = coverage(draft.published(), odd.requester)
    assert after.passing == len(walks)
    assert len(after.missing) < 4
