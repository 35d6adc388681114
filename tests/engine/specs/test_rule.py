"""Business rule tasks."""

from app.engine import Run, compile_bundle, read_bundle
from tests.engine.drawing import HEAD, NOW, START, ends, flows, started

TABLE = """<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
<decision id="approver" name="Approver"><variable name="approver"/><decisionTable hitPolicy="FIRST">
<input id="i"><inputExpression><text>amount</text></inputExpression></input><output id="o" name="approver"/>
<rule id="r1"><inputEntry id="a"><text>&gt; 1000</text></inputEntry>
<outputEntry id="b"><text>"head"</text></outputEntry></rule>
<rule id="r2"><inputEntry id="c"><text>-</text></inputEntry>
<outputEntry id="e"><text>"manager"</text></outputEntry></rule>
</decisionTable></decision></definitions>"""
RULE = """<businessRuleTask id="r"><extensionElements><zeebe:calledDecision decisionId="approver" resultVariable="who"/>
    </extensionElements></businessRuleTask>"""
BODY = START + RULE + ends("e") + flows("s r", "r e")


def test_a_decision_of_the_bundle_is_taken_on_the_spot():
    model = f'{HEAD}<process id="p" isExecutable="true">{BODY}</process></definitions>'
    bundle = read_bundle({"p.bpmn": model.encode(), "d.dmn": TABLE.encode()}, trusted=True)
    for amount, who in ((2000, "head"), (20, "manager")):
        run = Run.start(compile_bundle(bundle), {"amount": amount}, now=NOW)
        assert run.finished and run.data == {"amount": amount, "who": who}


def test_a_decision_the_bundle_does_not_hold_is_a_call():
    (call,) = started(BODY, {"amount": 1}).calls
    assert (call.topic, call.inputs) == ("approver", {"amount": 1})


def test_a_decision_task_of_flowable_takes_its_decision_too():
    task = ('<serviceTask id="r" flowable:type="dmn" xmlns:flowable="http://flowable.org/bpmn"><extensionElements>'
            '<flowable:field name="decisionTableReferenceKey"><flowable:string><![CDATA[approver]]></flowable:string>'
            "</flowable:field></extensionElements></serviceTask>")
    model = f'{HEAD}<process id="p" isExecutable="true">{BODY.replace(RULE, task)}</process></definitions>'
    bundle = read_bundle({"p.bpmn": model.encode(), "d.dmn": TABLE.encode()}, trusted=True)
    run = Run.start(compile_bundle(bundle), {"amount": 2000}, now=NOW)
    assert run.finished and run.data == {"amount": 2000, "approver": "head"}
