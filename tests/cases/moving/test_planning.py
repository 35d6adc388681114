"""The plan: every open request tried in memory, counted by where they stand, with reasons people can read."""

import pytest

from app.base import db
from app.cases import Task
from app.cases.moving import plan, versions_of
from app.events import Event
from tests.cases.moving.changes import RENAMED, SAME, other_id, step_before
from tests.cases.moving.rows import rows


@pytest.fixture
def four(play):
    """Two at the approval, one at the order, one that has ended."""
    numbers = [play.open("purchase", what=f"Lamp {at}", amount=40) for at in range(4)]
    play.do(numbers[2], "Approve", by="nadia", outcome="approved")
    play.do(numbers[3], "Approve", by="nadia", outcome="rejected", comment="No")
    return numbers


def planned(play, office, to, **options):
    db.session.rollback()
    return plan(office.service("purchase"), to, now=play.clock.now, **options)


def said(found):
    return [(one.places, one.verdict, rules(one), one.count, one.examples) for one in found.groups]


def rules(group):
    return [reason.rule.removeprefix("move-") for reason in group.reasons]


def test_open_requests_are_counted_by_where_they_stand(play, office, four):
    to = office.change("purchase", SAME)
    found = planned(play, office, to)
    assert (found.total, found.moving, found.counts) == (3, 3, {"safe": 3})
    assert said(found) == [(("Approve",), "safe", [], 2, four[:2]), (("Order",), "safe", [], 1, [four[2]])]
    assert {group.version for group in found.groups} == {1}


def test_planning_changes_nothing(play, office, four):
    before, events = [rows(number) for number in four], Event.query.count()
    to = office.change("purchase", *other_id("Approve", "Decide"))
    events = Event.query.count()
    planned(play, office, to, mapping={"Approve": "Decide"})
    db.session.commit()
    assert ([rows(number) for number in four], Event.query.count()) == (before, events)


def test_who_may_take_over_is_offered_and_a_mapping_makes_it_safe(play, office, four):
    to = office.change("purchase", *other_id("Approve", "Decide"))
    found = planned(play, office, to)
    assert found.counts == {"mapping": 2, "person": 1}  # without a word, Decide is a step that Order lies behind
    group = found.groups[0]
    assert (group.places, group.verdict, group.passes) == (("Approve",), "mapping", False)
    assert group.candidates == {"Approve": group.candidates["Approve"]} and group.candidates["Approve"][0] == "Decide"
    assert group.reasons[0].text("en") == "“Approve the need” is not in the new version."
    assert "تأیید نیاز" in group.reasons[0].text("fa", {"Approve": "تأیید نیاز"}.get)
    assert planned(play, office, to, mapping={"Approve": "Decide"}).counts == {"safe": 3}


def test_a_step_that_was_gone_past_needs_a_person_who_accepts_it(play, office, four):
    to = office.change("purchase", *step_before("Order", "To_order"))
    found = planned(play, office, to)
    assert (found.counts, found.moving) == ({"person": 1, "safe": 2}, 2)
    assert said(found)[0] == (("Order",), "person", ["step-skipped"], 1, [four[2]])
    assert "“Check the budget”" in found.groups[0].reasons[0].text()
    for accepted in ("move-step-skipped", "move-step-skipped:Check"):
        assert planned(play, office, to, accepted=[accepted]).moving == 3
    assert planned(play, office, to, accepted=["move-step-skipped:Other"]).moving == 2


def test_a_question_that_was_never_asked_needs_a_person(play, office, four):
    fields = [("textfield", "what", True), ("number", "amount", False), ("textfield", "reason", True)]
    components = [
        {"type": kind, "id": key, "key": key, "label": key.title(), "validate": {"required": must}}
        for kind, key, must in fields
    ]
    form = {"type": "default", "id": "purchase", "schemaVersion": 19, "components": components}
    to = office.change("purchase", form={"forms/it/purchase.form": form})
    found = planned(play, office, to)
    assert found.counts == {"person": 3}
    assert [one.rule for one in found.groups[0].reasons] == ["move-answer-missing"]
    assert "“Reason”" in found.groups[0].reasons[0].text() and "Asked" in found.groups[0].reasons[0].text()


def test_what_a_new_gateway_reads_must_be_known(play, office, four):
    to = office.change("purchase", ('=outcome = "sent_back"', '=outcome = "sent_back" and urgent'))
    found = planned(play, office, to)
    assert found.counts == {"person": 2, "safe": 1}
    assert [one.key for one in found.groups[0].reasons] == ["move-data-missing:Approved"]


def test_some_versions_or_some_requests_only(play, office, four):
    first = play.case(four[0]).version_id
    second = office.change("purchase", RENAMED)
    number = play.open("purchase", what="Chair", amount=4)
    third = office.change("purchase", SAME)
    assert planned(play, office, third).total == 4
    assert planned(play, office, third, versions=[second]).groups[0].examples == [number]
    assert planned(play, office, third, versions=[first]).total == 3
    assert planned(play, office, third, cases=[play.case(number).id]).total == 1
    assert [(one.number, one.cases) for one in versions_of(office.service("purchase"))] == [(2, 1), (1, 3)]


def test_a_request_whose_state_is_spoiled_stays_and_harms_no_other(play, office, four):
    case = play.case(four[0])
    case.run = b"{spoiled"
    db.session.commit()
    found = planned(play, office, office.change("purchase", SAME))
    assert found.counts == {"stay": 1, "safe": 2}
    assert [one.rule for one in found.groups[0].reasons] == ["move-unreadable"]
    assert Task.query.count()
