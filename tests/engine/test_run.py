"""A run from start to end: steps, calls, writing down and reading again."""

from datetime import datetime

import pytest

from app.engine import Run, StepClosed
from tests.engine.drawing import NOW, START, again, diagram, done, ends, flows, later, path, person, script, started

REVIEW = START + person("ask") + person("check") + ends("e") + flows("s ask", "ask check", "check e")


def test_a_step_shows_its_data_and_goes_on_when_completed():
    run = started(REVIEW, {"amount": 5})
    (first,) = run.steps
    assert (first.element, first.kind, first.process, first.data) == ("ask", "userTask", "p", {"amount": 5})
    assert first.opened_at == NOW
    done(run, "ask", {"amount": 7})
    assert run.steps[0].data == {"amount": 7}
    done(run, "check")
    assert run.finished and run.ended == ("e",) and path(run) == ["s", "ask", "check", "e"]


def test_a_completed_step_is_closed():
    run = started(REVIEW)
    first = run.steps[0].id
    run.complete(first, {}, now=NOW)
    with pytest.raises(StepClosed):
        run.complete(first, {}, now=NOW)


def test_a_naive_moment_is_refused():
    run = started(REVIEW)
    with pytest.raises(ValueError):
        run.complete(run.steps[0].id, {}, now=datetime(2027, 1, 1))


def test_the_state_is_the_same_after_writing_and_reading():
    run = again(started(REVIEW, {"names": ["Sara", "Ali"], "more": {"typename": "kept"}}))
    done(run, "ask")
    assert again(run).steps == run.steps


def test_reserved_words_of_the_library_are_ordinary_names():
    """SpiffWorkflow's serializer is bricked by form data with a key `typename`."""
    data = {"typename": "datetime", "value": 3, "data": {"typename": "set"}, "Start": 1, "End": 2}
    run = again(started(REVIEW, data))
    assert run.steps[0].data == data


def test_elements_may_be_called_like_the_librarys_own():
    """The ids Start, End and Root collide with SpiffWorkflow's own specs."""
    body = '<startEvent id="Start"/>' + person("Root") + ends("End") + flows("Start Root", "Root End")
    run = again(started(body))
    done(run, "Root")
    assert run.finished


def test_what_has_passed_says_by_which_flow():
    run = started(REVIEW)
    done(run, "ask", now=later(hours=1))
    (_, asked) = run.passed
    assert (asked.element, asked.via, asked.at, asked.state) == ("ask", "s_ask", later(hours=1), "done")


def test_a_loaded_run_reports_only_what_happens_from_now_on():
    run = again(started(REVIEW))
    assert run.passed == () and run.ended == ()


def test_withdrawing_cancels_everything_open():
    run = started(REVIEW, {"amount": 5})
    run.cancel(now=NOW)
    assert run.finished and run.cancelled and run.steps == () and run.data == {"amount": 5}
    assert [(one.element, one.state) for one in run.passed][-1] == ("ask", "cancelled")
    assert again(run).finished


def test_a_service_task_parks_and_goes_on_with_its_answer_also_after_loading():
    """SpiffWorkflow's parser refuses plain service tasks."""
    run = started(START + '<serviceTask id="pay"/>' + ends("e") + flows("s pay", "pay e"), {"amount": 3})
    run = again(run)
    (call,) = run.calls
    assert (call.kind, call.topic, call.inputs) == ("service", "pay", {"amount": 3})
    run.complete(call.id, {"receipt": "R1"}, now=NOW)
    assert run.finished and run.data == {"amount": 3, "receipt": "R1"}


def test_a_topic_and_declared_inputs_and_outputs_shape_a_call():
    task = """<serviceTask id="pay"><extensionElements><zeebe:taskDefinition type="bank.pay"/><zeebe:ioMapping>
        <zeebe:input source="=order.total" target="sum"/><zeebe:output source="=receipt" target="order.receipt"/>
        </zeebe:ioMapping></extensionElements></serviceTask>"""
    run = started(START + task + ends("e") + flows("s pay", "pay e"), {"order": {"total": 9}})
    (call,) = run.calls
    assert call.topic == "bank.pay" and call.inputs == {"sum": 9}
    run.complete(call.id, {"receipt": "R1", "noise": True}, now=NOW)
    assert run.data == {"order": {"total": 9, "receipt": "R1"}}


def test_scripts_write_what_they_change_and_delete():
    body = START + script("calc", "vat = amount * 2\ndel old") + ends("e") + flows("s calc", "calc e")
    assert started(body, {"amount": 2, "old": 1}).data == {"amount": 2, "vat": 4}


def test_dates_and_decimals_survive_being_written_down():
    body = START + script("calc", "day = date(2027, 3, 20)\nspan = timedelta(hours=2)") + person("u") + ends("e")
    run = started(body + flows("s calc", "calc u", "u e"))
    assert again(run).steps[0].data == run.steps[0].data


def test_data_that_cannot_be_kept_is_refused_at_the_door():
    plan = diagram(REVIEW)
    for value in ({"a": object()}, {"a": {"\0": 1}}, {"a": 1 << 5000}):
        with pytest.raises(ValueError):
            Run.start(plan, value, now=NOW)


def test_a_diagram_serves_many_runs_without_being_changed():
    plan = diagram(REVIEW)
    one, two = (Run.start(plan, {"n": n}, now=NOW) for n in (1, 2))
    done(one, "ask", {"n": 5})
    assert two.steps[0].data == {"n": 2} and two.steps[0].element == "ask"


def test_flows_are_taken_when_tokens_go_along_them_not_when_their_targets_are_done():
    run = started(START + person("u") + ends("e") + flows("s u", "u e"))
    assert run.taken == ("s_u",) and path(run) == ["s"]
    run = done(Run.load(run.diagram, run.dump()), "u")
    assert run.taken == ("u_e",) and run.finished
