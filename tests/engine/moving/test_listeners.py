"""Events around open work after a move: new ones begin, gone ones end, the others keep their moment and their id."""

from tests.engine.drawing import NOW, START, done, ends, flows, later, opened, person
from tests.engine.moving.versions import moved, noted, rules, stands, timer

PLAIN = START + person("A") + ends("e") + flows("s A", "A e")
TIMED = PLAIN + timer("t", "PT4H", "A", "false") + person("R") + flows("t R")


def test_a_new_timer_begins_with_the_move():
    there = moved(stands(PLAIN), TIMED, now=later(hours=1))
    assert (there.verdict.kind, noted(there.verdict)) == ("safe", ["listener-added"])
    assert [(one.element, one.due_at) for one in there.run.timers] == [("t", later(hours=5))]
    there.run.fire(there.run.timers[0].id, now=later(hours=5))
    assert opened(there.run) == ["A", "R"]


def test_a_timer_that_is_gone_is_called_off():
    there = moved(stands(TIMED), PLAIN)
    assert (there.verdict.kind, noted(there.verdict), there.run.timers) == ("safe", ["listener-removed"], ())
    assert done(there.run, "A").finished


def test_a_timer_with_another_time_keeps_its_moment():
    run = stands(TIMED)
    there = moved(run, TIMED.replace("PT4H", "PT1H"), now=later(minutes=30))
    assert noted(there.verdict) == ["timer-kept"]
    assert [(one.id, one.due_at) for one in there.run.timers] == [(run.timers[0].id, later(hours=4))]


def test_a_timer_can_be_reckoned_anew_as_if_it_had_always_been_so():
    run = stands(TIMED)
    there = moved(run, TIMED.replace("PT4H", "PT1H"), now=later(minutes=30), recompute=["t"])
    assert [(one.id, one.due_at, one.text) for one in there.run.timers] == [(run.timers[0].id, later(hours=1), "PT1H")]
    assert there.since == {run.timers[0].id: NOW} and not there.verdict.notes


def test_a_timer_that_has_struck_does_not_begin_again():
    run = stands(TIMED)
    run.fire(run.timers[0].id, now=later(hours=4))
    there = moved(run, TIMED.replace('name="A"', 'name="Again"'), now=later(hours=5))
    assert not there.run.timers and opened(there.run) == ["A", "R"]


def test_a_timer_moves_with_its_step_to_another_name():
    run = stands(TIMED)
    other = TIMED.replace('"t"', '"u"').replace('"A"', '"B"').replace("t_R", "u_R").replace("s_A", "s_B")
    there = moved(run, other, {"A": "B", "t": "u"})
    assert (there.verdict.kind, there.verdict.notes) == ("safe", ())
    assert [(one.id, one.element, one.due_at) for one in there.run.timers] == [(run.timers[0].id, "u", later(hours=4))]


def test_a_message_with_another_name_is_waited_for_by_the_same_listener():
    body = PLAIN + '<boundaryEvent id="m" attachedToRef="A"><messageEventDefinition messageRef="M"/></boundaryEvent>'
    run = stands(body + flows("m e"), outside='<message id="M" name="stop"/>')
    there = moved(run, body + flows("m e"), outside='<message id="M" name="halt"/>').run
    assert [(one.id, one.name) for one in there.waits] == [(run.waits[0].id, "halt")]


def test_an_event_gateway_offers_a_new_way():
    gate = START + '<eventBasedGateway id="g"/>' + timer("t", "P1D") + ends("e") + flows("s g", "g t", "t e")
    run = stands(gate)
    there = moved(run, gate + timer("u", "PT1H") + flows("g u", "u e"))
    assert [(one.id, one.element) for one in there.run.timers][0] == (run.timers[0].id, "t")
    assert [one.element for one in there.run.timers] == ["t", "u"]
    there.run.fire(there.run.timers[1].id, now=later(hours=1))
    assert there.run.finished
    back = moved(moved(run, gate + timer("u", "PT1H") + flows("g u", "u e")).run, gate)
    assert noted(back.verdict) == ["listener-removed"] and len(back.run.timers) == 1


EVENT = (
    '<subProcess id="E" triggeredByEvent="true"><startEvent id="es" isInterrupting="false"><timerEventDefinition>'
    "<timeDuration>P2D</timeDuration></timerEventDefinition></startEvent>" + person("X") + flows("es X")
    + "</subProcess>"
)


def test_an_event_sub_process_that_was_drawn_later_listens_from_the_move_on():
    there = moved(stands(PLAIN), PLAIN + EVENT, now=later(days=1))
    assert [(one.element, one.due_at) for one in there.run.timers] == [("es", later(days=3))]
    assert noted(moved(there.run, PLAIN).verdict) == ["listener-removed"]


def test_a_condition_that_is_true_already_strikes_with_the_move():
    inner = "<conditionalEventDefinition><condition>=n &gt; 1</condition></conditionalEventDefinition>"
    new = PLAIN + f'<boundaryEvent id="c" attachedToRef="A" cancelActivity="false">{inner}</boundaryEvent>'
    new += person("R") + flows("c R")
    assert opened(moved(stands(PLAIN, data={"n": 2}), new).run) == ["A", "R"]
    assert opened(moved(stands(PLAIN, data={"n": 1}), new).run) == ["A"]


def test_a_listener_that_cannot_begin_stops_the_request_and_needs_a_person():
    new = PLAIN + timer("t", "=deadline", "A") + flows("t e")
    there = moved(stands(PLAIN), new)
    assert rules(there.verdict) == ["breaks"]
    assert there.verdict.kind == "person" and not there.verdict.may_pass()
    said = there.verdict.reasons[0]
    assert "timer's text" in said.text() and "timer" not in said.text("fa")


def test_a_listener_that_never_listened_is_still_shown_after_a_move():
    body = START + person("A") + person("B") + ends("e") + flows("s A", "A B", "B e")
    run = stands(body + timer("t", "=deadline", "A") + flows("t e"), "A")
    assert [one.element for one in run.incidents] == ["t"]
    there = moved(run, body + timer("u", "PT1H", "A") + flows("u e"), {"t": "u"}).run
    assert [(one.id, one.element) for one in there.incidents] == [(run.incidents[0].id, "u")]
    assert done(there, "B").finished
