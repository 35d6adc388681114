"""What breaks stands visibly at its element, others go on, and it can be tried again."""

import pytest

from app.engine import Run, StepClosed
from tests.engine.drawing import NOW, START, again, done, ends, flows, opened, path, person, script, started


def broken(code):
    body = START + '<parallelGateway id="f"/>' + script("c", code) + person("u") + ends("e1", "e2")
    return body + flows("s f", "f c", "f u", "c e1", "u e2")


def test_the_other_branch_goes_on():
    run = again(started(broken("x = 1 / n"), {"n": 0}))
    (incident,) = run.incidents
    assert (incident.element, incident.kind) == ("c", "script") and "division" in incident.message
    done(run, "u")
    assert not run.finished and run.failure is None and run.ended == ("e2",)
    run.retry(run.incidents[0].id, now=NOW, values={"n": 1})
    assert run.finished


def test_an_incident_that_is_settled_cannot_be_tried_again():
    run = started(broken("x = 1 / n"), {"n": 0})
    (incident,) = run.incidents
    run.retry(incident.id, now=NOW, values={"n": 1})
    with pytest.raises(StepClosed):
        run.retry(incident.id, now=NOW)


def test_trying_again_without_mending_stands_again():
    run = started(broken("x = 1 / n"), {"n": 0})
    run.retry(run.incidents[0].id, now=NOW)
    assert len(run.incidents) == 1 and path(run).count("c") == 0


@pytest.mark.parametrize("code", ["x = ", "nobody + 1", "raise Exception('no')", "x = lambda: 1\nx = object()"])
def test_scripts_that_cannot_run(code):
    run = started(START + script("c", code) + ends("e") + flows("s c", "c e"))
    assert not run.finished and [one.element for one in run.incidents] == ["c"]


def test_a_script_in_another_language_says_so():
    run = started(
        START
        + '<scriptTask id="c" scriptFormat="groovy"><script>x</script></scriptTask>'
        + ends("e")
        + flows("s c", "c e")
    )
    assert "groovy" in run.incidents[0].message


def test_a_submitted_step_whose_outputs_break_keeps_what_was_submitted():
    inside = """<extensionElements><zeebe:ioMapping>
        <zeebe:output source="${amount.total}" target="sum"/></zeebe:ioMapping>
        </extensionElements>"""
    run = started(START + person("u", inside) + ends("e") + flows("s u", "u e"))
    done(run, "u", {"amount": 5})
    assert run.steps == () and run.incidents[0].element == "u"
    run = again(run)
    run.retry(run.incidents[0].id, now=NOW, values={"amount": {"total": 5}})
    assert run.finished and run.data["sum"] == 5


def test_a_submitted_step_with_no_way_out_is_not_done_twice():
    body = START + script("c", "n = n + 1") + person("a") + ends("e")
    run = started(body + flows("s c", "c a: ok", "a e"), {"n": 0, "ok": False})
    run = again(run)
    run.retry(run.incidents[0].id, now=NOW, values={"ok": True})
    assert run.steps[0].data == {"n": 1, "ok": True}


def test_a_listener_that_cannot_listen_leaves_its_activity_open():
    event = (
        '<boundaryEvent id="b" attachedToRef="u"><timerEventDefinition><timeDuration>=soon</timeDuration>'
        "</timerEventDefinition></boundaryEvent>"
    )
    run = started(START + person("u") + event + ends("e", "be") + flows("s u", "u e", "b be"))
    assert opened(run) == ["u"] and run.incidents[0].element == "b"
    done(again(run), "u")
    run.retry(run.incidents[0].id, now=NOW, values={"soon": "PT1H"})
    assert len(run.timers) == 1 and run.incidents == ()


def test_an_inclusive_split_behind_a_join_is_tried_again_as_one():
    body = START + '<parallelGateway id="f"/><inclusiveGateway id="j"/>' + "".join(map(person, "abz")) + ends("e")
    run = started(body + flows("s f", "f a", "f b", "a j", "b j", "j z: =go", "z e"))
    done(done(run, "a"), "b")
    run = again(run)
    (incident,) = run.incidents
    assert incident.element == "j"
    run.retry(incident.id, now=NOW, values={"go": True})
    assert opened(run) == ["z"]


def test_an_incident_inside_a_sub_process_and_a_boundary_event_that_ends_it():
    timer = "<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>"
    inner = '<startEvent id="is"/>' + script("c", "x = 1 / 0") + '<endEvent id="ie"/>' + flows("is c", "c ie")
    body = (
        START
        + f'<subProcess id="sub">{inner}</subProcess><boundaryEvent id="b" attachedToRef="sub">{timer}</boundaryEvent>'
    )
    run = again(started(body + ends("e", "be") + flows("s sub", "sub e", "b be")))
    assert run.incidents[0].element == "c"
    run.fire(run.timers[0].id, now=NOW)
    assert run.finished and run.incidents == ()


LATE = '<boundaryEvent id="b" name="Too late" attachedToRef="u" cancelActivity="false"><timerEventDefinition>'
LATE += "<timeDuration>=soon</timeDuration></timerEventDefinition></boundaryEvent>"


def test_a_listener_that_never_listened_is_still_told_when_its_activity_is_over():
    run = started(START + person("u") + person("v") + LATE + ends("e", "be") + flows("s u", "u v", "v e", "b be"))
    (before,) = run.incidents
    run = again(done(again(run), "u"))
    assert run.incidents == (before,) and opened(run) == ["v"]
    run = again(done(run, "v"))
    assert run.finished and run.incidents == (before,)


def test_an_event_sub_process_that_never_listened_is_still_told_when_its_scope_is_over():
    timer = "<timerEventDefinition><timeDuration>=soon</timeDuration></timerEventDefinition>"
    inner = f'<startEvent id="x">{timer}</startEvent>{ends("xe")}{flows("x xe")}'
    body = START + person("u") + f'<subProcess id="w" triggeredByEvent="true">{inner}</subProcess>' + ends("e")
    run = done(started(body + flows("s u", "u e")), "u")
    assert run.finished and [one.element for one in run.incidents] == ["x"]


def test_taking_note_of_what_was_missed_ends_it():
    run = done(started(START + person("u") + LATE + ends("e", "be") + flows("s u", "u e", "b be")), "u")
    run.retry(run.incidents[0].id, now=NOW)
    assert run.incidents == () and run.finished
    with pytest.raises(StepClosed):
        run.retry("i1", now=NOW)


def test_a_circle_leaves_one_missed_incident_of_an_element():
    gate = '<exclusiveGateway id="g" default="g_e"/>'
    run = started(START + person("u") + LATE + gate + ends("e", "be") + flows("s u", "u g", "g u: more", "g e", "b be"))
    for more in (True, True, False):
        done(run, "u", {"more": more})
    assert [one.element for one in run.incidents] == ["b"]


def test_a_withdrawn_run_leaves_nothing():
    run = started(START + person("u") + LATE + ends("e", "be") + flows("s u", "u e", "b be"))
    run.cancel(now=NOW)
    assert run.incidents == ()


def test_an_incident_speaks_three_languages():
    body = START + '<exclusiveGateway id="g" default="g_e"/>' + ends("e", "x")
    run = started(body + flows("s g", "g x: n > 1", "g e"))
    (one,) = run.incidents
    assert one.rule == "expression-undecided" and one.message == one.text("en")
    assert "n > 1" in one.text("fa") and len({one.text(language) for language in ("en", "fa", "ar")}) == 3
    assert Run.load(run.diagram, run.dump()).incidents == run.incidents
