"""Timers: rows with a due moment in UTC that fire when the product says so."""

from datetime import UTC, datetime, timedelta

import pytest

from app.engine import StepClosed
from app.engine.events.moments import NotAMoment, after, cycle, following, moment
from tests.engine.drawing import NOW, START, again, done, ends, flows, later, opened, path, person, started


def timer(kind, text):
    return f"<timerEventDefinition><{kind}>{text}</{kind}></timerEventDefinition>"


def catch(kind, text):
    event = f'<intermediateCatchEvent id="t">{timer(kind, text)}</intermediateCatchEvent>'
    return START + event + ends("e") + flows("s t", "t e")


def boundary(kind, text, cancel="true"):
    event = f'<boundaryEvent id="t" attachedToRef="u" cancelActivity="{cancel}">{timer(kind, text)}</boundaryEvent>'
    return START + person("u") + event + person("late") + ends("e") + flows("s u", "u e", "t late", "late e")


@pytest.mark.parametrize(
    ("kind", "text", "due"),
    [
        ("timeDuration", "PT8H", later(hours=8)),
        ("timeDuration", "P3D", later(days=3)),
        ("timeDuration", "P1M", datetime(2027, 2, 4, 8, tzinfo=UTC)),
        ("timeDuration", "=span", later(hours=2)),
        ("timeDuration", "${span}", later(hours=2)),
        ("timeDuration", '"PT2H"', later(hours=2)),
        ("timeDuration", "timedelta(hours=2)", later(hours=2)),
        ("timeDate", "2027-03-20T09:00:00+03:30", datetime(2027, 3, 20, 5, 30, tzinfo=UTC)),
        ("timeDate", "=day", datetime(2027, 5, 1, tzinfo=UTC)),
        ("timeCycle", "R3/PT10M", later(minutes=10)),
        ("timeCycle", "0 9 * * *", later(hours=1)),
    ],
)
def test_due_moments_of_all_forms(kind, text, due):
    run = again(started(catch(kind, text), {"span": "PT2H", "day": "2027-05-01"}))
    (row,) = run.timers
    assert row.due_at == due and row.element == "t" and row.interrupting and not row.working
    run.fire(row.id, now=due)
    assert run.finished


def test_the_product_fires_a_timer_whenever_it_wants_and_only_once():
    run = started(catch("timeDuration", "P9D"))
    id = run.timers[0].id
    run.fire(id, now=later(minutes=1))
    assert run.finished
    with pytest.raises(StepClosed):
        run.fire(id, now=NOW)


def test_nonsense_is_an_incident_that_can_be_tried_again():
    run = started(catch("timeDuration", "=span"), {"span": "soon"})
    assert (run.incidents[0].element, run.incidents[0].kind, run.timers) == ("t", "timer", ())
    run.retry(run.incidents[0].id, now=NOW, values={"span": "PT1H"})
    assert run.timers[0].due_at == later(hours=1)


def test_an_interrupting_boundary_timer_ends_its_activity():
    run = again(started(boundary("timeDuration", "PT1H")))
    run.fire(run.timers[0].id, now=later(hours=1))
    assert opened(run) == ["late"] and run.timers == ()
    assert [(one.element, one.state) for one in run.passed] == [("u", "cancelled"), ("t", "done")]


def test_a_reminder_leaves_its_activity_open_and_fires_as_often_as_it_says():
    run = started(boundary("timeCycle", "R2/PT1H", "false"))
    assert not run.timers[0].interrupting
    for hour in (1, 2):
        run = again(run)
        assert run.timers[0].due_at == later(hours=hour)
        run.fire(run.timers[0].id, now=later(hours=hour))
    assert run.timers == () and opened(run) == ["late", "late", "u"]


def test_a_timer_is_gone_when_its_activity_is_done():
    run = started(boundary("timeDuration", "PT1H"))
    done(run, "u")
    assert run.timers == () and run.finished


def test_working_time_is_passed_on_to_the_product():
    inside = '<extensionElements><zeebe:properties><zeebe:property name="calendar" value="working"/>'
    inside += "</zeebe:properties></extensionElements>"
    event = f'<intermediateCatchEvent id="t">{inside}{timer("timeDuration", "PT8H")}</intermediateCatchEvent>'
    assert started(START + event + ends("e") + flows("s t", "t e")).timers[0].working


def test_a_missed_cycle_is_not_replayed_by_the_engine():
    """SpiffWorkflow fires every missed tick: 2,000 took 63 seconds."""
    run = started(boundary("timeCycle", "R/PT1M", "false"))
    run.fire(run.timers[0].id, now=later(days=30))
    assert path(run).count("t") == 1 and run.timers[0].due_at == later(minutes=2)


def test_months_keep_the_day_or_the_last_of_the_month():
    assert after(datetime(2027, 1, 31, tzinfo=UTC), "P1M") == datetime(2027, 2, 28, tzinfo=UTC)
    assert after(datetime(2027, 1, 31, tzinfo=UTC), "P1Y1M1DT1H") == datetime(2028, 3, 1, 1, tzinfo=UTC)


def test_a_cycle_with_a_start_and_an_end():
    plan = cycle("R/2027-01-05T00:00:00Z/P1D", NOW)
    assert plan["due"] == datetime(2027, 1, 5, tzinfo=UTC) and following(plan)["due"] == datetime(
        2027, 1, 6, tzinfo=UTC
    )
    plan = cycle("R/P1D/2027-01-06T08:00:00Z", NOW)
    assert following(plan)["due"] == later(days=2) and following(following(plan)) is None


@pytest.mark.parametrize("text", ["", "P", "PT", "tomorrow", "1H", "2027-13-01"])
def test_what_is_no_moment(text):
    for reader in (lambda: after(NOW, text), lambda: moment(text), lambda: cycle(text, NOW)):
        with pytest.raises(NotAMoment):
            reader()


def test_spans():
    assert after(NOW, "-PT1H") == NOW - timedelta(hours=1) and after(NOW, "P1W") == later(days=7)
