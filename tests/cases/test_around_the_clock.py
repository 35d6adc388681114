"""A major problem counts around the clock, others in working time: promise, tasks and timers alike."""

from datetime import UTC, datetime, timedelta

import pytest

from app.base import transaction
from app.cases import Timer
from app.people import Person

FRIDAY_NIGHT = datetime(2026, 4, 10, 20, tzinfo=UTC)  # nobody works in Tehran before Saturday
PROBLEM = {"title": "No network on the second floor", "what_happened": "Since nine.", "tried": ["restart"]}


def timers(office, number):
    found = Timer.query.filter_by(case_id=office.case(number).id, handled_at=None)
    return {timer.element: timer.due_at - office.clock.now for timer in found}


@pytest.fixture
def report(office):
    def reported(affected, can_work):
        office.clock.now = FRIDAY_NIGHT
        return office.open("problem", who_is_affected=affected, can_work=can_work, **PROBLEM)

    return reported


def test_a_p1_is_due_at_night(office, report):
    number = report("department", "no")
    assert office.case(number).due_at == FRIDAY_NIGHT + timedelta(hours=4)
    office.do(number, "Call_together", by="nadia", bridge="Room 2", commander="nadia", public_message="We are on it")
    assert office.task(number, "Triage").due_at == FRIDAY_NIGHT + timedelta(minutes=15)
    assert timers(office, number)["Unassigned"] == timedelta(minutes=15)
    office.do(number, "Triage", by="nadia", outcome="assigned", category="network", specialist_group="network")
    assert office.task(number, "Fulfil_do_work").due_at == FRIDAY_NIGHT + timedelta(hours=4)
    assert timers(office, number)["Fulfil_due"] == timedelta(hours=4)


def test_others_wait_for_the_morning(office, report):
    number = report("me", "yes")
    morning = datetime(2026, 4, 11, 4, 30, tzinfo=UTC)  # 8:00 in Tehran
    assert office.task(number, "Triage").due_at == morning + timedelta(hours=2)
    assert timers(office, number)["Unassigned"] == morning + timedelta(hours=2) - FRIDAY_NIGHT
    office.do(number, "Triage", by="nadia", outcome="assigned", category="network", specialist_group="network")
    assert office.task(number, "Fulfil_do_work").due_at > FRIDAY_NIGHT + timedelta(days=5)
    assert timers(office, number)["Fulfil_unclaimed"] == morning + timedelta(hours=2) - FRIDAY_NIGHT


def test_what_is_left_is_told_in_the_time_that_counts(office, report, visit):
    with transaction():
        Person.by_key("nadia").language = "en"
    major, minor = report("department", "no"), report("me", "yes")
    pages = {number: visit("nadia").get(f"/inbox?view=groups&task={office.task(number, element).id}").text
             for number, element in ((major, "Call_together"), (minor, "Triage"))}
    assert "of working time left" in pages[minor] and "of working time left" not in pages[major]
    assert "of working time left" not in visit("nadia").get(f"/requests/{major}").text
