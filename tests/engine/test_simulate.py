"""Models run in memory: the clock moves, participants talk, people answer from a list."""

from app.engine import read_bundle, simulate
from tests.engine.drawing import HEAD, START, bundle, ends, flows, person, script

TIMER = "<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>"
WAIT = f'<intermediateCatchEvent id="t">{TIMER}</intermediateCatchEvent>'


def test_the_clock_moves_through_due_timers():
    result = simulate(bundle(START + WAIT + ends("e") + flows("s t", "t e")))
    assert result["outcome"] == "finished" and result["ended"] == ["e"]
    assert [(one["element"], one["kind"], one["at"][11:16]) for one in result["trace"]] == [
        ("s", "startEvent", "08:00"),
        ("t", "intermediateCatchEvent", "09:00"),
        ("e", "endEvent", "09:00"),
    ]


def test_a_person_without_an_answer_is_waited_for():
    result = simulate(bundle(START + person("u") + ends("e") + flows("s u", "u e")), data={"a": 1})
    assert result["outcome"] == "waiting" and result["data"] == {"a": 1}
    assert result["open"] == [{"what": "step", "element": "u", "kind": "userTask", "name": "u"}]


def test_answers_visit_by_visit():
    body = START + person("u") + '<exclusiveGateway id="x" default="x_u"/>' + ends("e")
    model = bundle(body + flows("s u", "u x", "x e: ok", "x u"))
    answers = {"u": [{"ok": False}, {"ok": True}]}
    result = simulate(model, answers=answers)
    assert result["outcome"] == "finished" and [one["element"] for one in result["trace"]].count("u") == 2


def test_an_uncaught_error_fails_and_a_broken_script_waits():
    outside = '<error id="E" errorCode="E1"/>'
    body = START + '<endEvent id="bad"><errorEventDefinition errorRef="E"/></endEvent>' + flows("s bad")
    assert simulate(bundle(body, outside))["outcome"] == "failed"
    result = simulate(bundle(START + script("c", "x = 1 / 0") + ends("e") + flows("s c", "c e")))
    assert result["outcome"] == "waiting" and result["incidents"][0]["element"] == "c"


def test_what_cannot_be_executed_is_refused_with_its_finding():
    result = simulate(bundle(START + '<task id="t" completionQuantity="0"/>' + ends("e") + flows("s t", "t e")))
    assert result["outcome"] == "refused" and result["findings"][0]["element"] == "t"


TALK = """<message id="M" name="order"/>
<collaboration id="c"><participant id="A" processRef="buyer"/><participant id="B" processRef="shop"/></collaboration>
<process id="buyer" isExecutable="true"><startEvent id="bs"/>
<sendTask id="ask" messageRef="M"/><endEvent id="be"/>{buyer}</process>
<process id="shop" isExecutable="true"><startEvent id="ss"><messageEventDefinition messageRef="M"/></startEvent>
<task id="pack"/><endEvent id="se"/>{shop}</process></definitions>"""


def test_participants_start_each_other_by_message():
    text = HEAD + TALK.format(buyer=flows("bs ask", "ask be"), shop=flows("ss pack", "pack se"))
    result = simulate(read_bundle({"m.bpmn": text.encode()}, trusted=True), data={"item": "desk"})
    assert result["outcome"] == "finished"
    assert [one["element"] for one in result["trace"]] == ["bs", "ask", "be", "ss", "pack", "se"]


def test_a_reminder_without_end_does_not_run_for_ever():
    cycle = "<timerEventDefinition><timeCycle>R/PT1H</timeCycle></timerEventDefinition>"
    event = f'<boundaryEvent id="r" attachedToRef="u" cancelActivity="false">{cycle}</boundaryEvent>'
    result = simulate(bundle(START + person("u") + event + ends("e", "re") + flows("s u", "u e", "r re")))
    assert result["outcome"] == "waiting" and 5 < [one["element"] for one in result["trace"]].count("r") < 100
