"""Each rule of the specification, broken once."""

import pytest

from app.engine.check import check
from tests.engine.drawing import START, bundle, ends, flows, person

FORMAL = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="tFormalExpression"'
TIMER = f"<timerEventDefinition><timeDuration {FORMAL}>PT1S</timeDuration></timerEventDefinition>"
POOLS = '<collaboration id="c"><participant id="a" processRef="p"/><participant id="b"/>{}</collaboration>'


def catch(id: str, inside: str) -> str:
    return f'<intermediateCatchEvent id="{id}">{inside}</intermediateCatchEvent>'


def throw(id: str, inside: str) -> str:
    return f'<intermediateThrowEvent id="{id}">{inside}</intermediateThrowEvent>'


def on_the_way(element: str, id: str = "it") -> str:
    return START + element + flows(f"s {id}", f"{id} e") + ends("e")


def found(body: str, outside: str = "") -> set[tuple[str, str]]:
    return {(one.rule, one.element) for one in check(bundle(body, outside)) if one.severity in ("error", "warning")}


EVENT_GATEWAY = START + '<eventBasedGateway id="it"/>' + catch("a", TIMER) + ends("e")
LANES = '<laneSet id="ls"><lane id="l1"><flowNodeRef>it</flowNodeRef></lane><lane id="l2">{}</lane></laneSet>'
LIST = "<loopDataInputRef>people</loopDataInputRef>{}"
LIST = f"<multiInstanceLoopCharacteristics>{LIST}</multiInstanceLoopCharacteristics>"
BROKEN = {
    "start-interrupts-nothing": (
        '<startEvent id="it" isInterrupting="false"/>' + flows("it e") + ends("e"),
        "it",
    ),
    "multi-instance-item-missing": (on_the_way(person("it", LIST.format(""))), "it"),
    "timer-in-vain": (
        on_the_way('<scriptTask id="t" scriptFormat="python"><script>n = 1</script></scriptTask>', "t")
        + f'<boundaryEvent id="it" attachedToRef="t">{TIMER}</boundaryEvent>' + flows("it e"),
        "it",
    ),
    "id-not-unique": (START + '<task id="it"/><task id="it"/>' + flows("s it", "it e") + ends("e"), "it_2"),
    "in-two-lanes": (LANES.format("<flowNodeRef>it</flowNodeRef>") + on_the_way('<task id="it"/>'), "it"),
    "flow-at-artifact": ('<textAnnotation id="n"/>' + START + flows("s n", "s e") + ends("e"), "s_n"),
    "flow-crosses-border": (START + '<subProcess id="x"><task id="t"/></subProcess>' + flows("s x", "x t"), "x_t"),
    "event-subprocess-with-flow": (
        START
        + f'<subProcess id="it" triggeredByEvent="true"><startEvent id="z">{TIMER}</startEvent></subProcess>'
        + flows("s it"),
        "it",
    ),
    "start-with-incoming": (START + '<task id="t"/>' + flows("s t", "t s"), "s"),
    "end-with-outgoing": (START + '<task id="t"/>' + flows("s e", "e t") + ends("e"), "e"),
    "flow-list-incomplete": (
        START + '<task id="it"><incoming>s_it</incoming></task>' + flows("s it", "it e") + ends("e"),
        "it",
    ),
    "flow-list-wrong": (on_the_way('<task id="it"><incoming>it_e</incoming></task>'), "it"),
    "condition-ignored": (
        on_the_way('<parallelGateway id="it"/>').replace(
            'targetRef="e">', 'targetRef="e"><conditionExpression>True</conditionExpression>'
        ),
        "it_e",
    ),
    "default-of-another": (on_the_way('<exclusiveGateway id="it" default="s_it"/>'), "it"),
    "lonely-condition": (START + '<task id="t"/>' + flows("s t", "t e: n > 1") + ends("e"), "t_e"),
    "reference-to-nothing": (START + flows("s nobody"), "s_nobody"),
    "reference-to-wrong-kind": (on_the_way('<task id="it" default="e"/>'), "it"),
    "end-without-start": ('<task id="t"/>' + flows("t e") + ends("e"), "p"),
    "start-without-end": (START + '<task id="t"/>' + flows("s t"), "p"),
    "step-without-incoming": (START + '<task id="it"/>' + flows("s e") + ends("e"), "it"),
    "start-kind": ('<startEvent id="it"><errorEventDefinition/></startEvent>', "it"),
    "subprocess-start-with-trigger": (
        on_the_way(f'<subProcess id="it"><startEvent id="z">{TIMER}</startEvent></subProcess>'),
        "z",
    ),
    "subprocess-with-many-starts": (
        on_the_way('<subProcess id="it"><startEvent id="y"/><startEvent id="z"/></subProcess>'),
        "it",
    ),
    "event-subprocess-starts": (
        START + '<subProcess id="it" triggeredByEvent="true"><task id="t"/></subProcess>',
        "it",
    ),
    "event-subprocess-without-trigger": (
        START + '<subProcess id="x" triggeredByEvent="true"><startEvent id="it"/></subProcess>',
        "it",
    ),
    "must-interrupt": (
        person("t") + '<boundaryEvent id="it" attachedToRef="t" cancelActivity="false"><errorEventDefinition/>'
        "</boundaryEvent>",
        "it",
    ),
    "ad-hoc-empty": (on_the_way('<adHocSubProcess id="it"/>'), "it"),
    "ad-hoc-forbidden": (
        on_the_way('<adHocSubProcess id="it"><task id="t"/><endEvent id="z"/></adHocSubProcess>'),
        "z",
    ),
    "nothing-to-run": ("", ""),
    "gateway-direction": (on_the_way('<exclusiveGateway id="it" gatewayDirection="Diverging"/>'), "it"),
    "event-gateway-one-way": (EVENT_GATEWAY + flows("s it", "it a", "a e"), "it"),
    "event-gateway-wrong-target": (EVENT_GATEWAY + '<task id="t"/>' + flows("s it", "it a", "it t"), "it"),
    "event-gateway-shared-target": (EVENT_GATEWAY + flows("s it", "it a", "s a"), "a"),
    "event-gateway-mixed": (
        EVENT_GATEWAY
        + catch("m", "<messageEventDefinition/>")
        + '<receiveTask id="r"/>'
        + flows("s it", "it m", "it r"),
        "it",
    ),
    "event-gateway-boundary": (
        EVENT_GATEWAY
        + f'<receiveTask id="r"/><boundaryEvent id="b" attachedToRef="r">{TIMER}</boundaryEvent>'
        + flows("s it", "it a", "it r"),
        "r",
    ),
    "instantiating-with-incoming": (on_the_way('<receiveTask id="it" instantiate="true"/>'), "it"),
    "parallel-event-gateway-inside": (
        START + '<eventBasedGateway id="it" eventGatewayType="Parallel"/>' + flows("s it"),
        "it",
    ),
    "complex-gateway-without-condition": (
        START + '<task id="t"/><complexGateway id="it"/>' + flows("s t", "s it", "t it"),
        "it",
    ),
    "catch-kind": (on_the_way(catch("it", "<errorEventDefinition/>")), "it"),
    "throw-kind": (on_the_way(throw("it", TIMER)), "it"),
    "end-kind": ('<endEvent id="it">' + TIMER + "</endEvent>", "it"),
    "boundary-kind": (
        person("t") + '<boundaryEvent id="it" attachedToRef="t"><terminateEventDefinition/></boundaryEvent>',
        "it",
    ),
    "catch-without-trigger": (on_the_way(catch("it", "")), "it"),
    "boundary-without-trigger": (person("t") + '<boundaryEvent id="it" attachedToRef="t"/>', "it"),
    "boundary-without-outgoing": (
        person("t") + f'<boundaryEvent id="it" attachedToRef="t">{TIMER}</boundaryEvent>',
        "it",
    ),
    "compensation-without-handler": (
        person("t") + '<boundaryEvent id="it" attachedToRef="t"><compensateEventDefinition/></boundaryEvent>',
        "it",
    ),
    "handler-not-for-compensation": (
        person("t") + '<boundaryEvent id="b" attachedToRef="t"><compensateEventDefinition/></boundaryEvent>'
        '<task id="it"/><association id="x" sourceRef="b" targetRef="it"/>',
        "it",
    ),
    "handler-with-flow": (on_the_way('<task id="it" isForCompensation="true"/>'), "it"),
    "cancel-outside-transaction": ('<endEvent id="it"><cancelEventDefinition/></endEvent>', "it"),
    "intermediate-without-incoming": (catch("it", TIMER), "it"),
    "intermediate-without-outgoing": (START + catch("it", TIMER) + flows("s it"), "it"),
    "condition-missing": (on_the_way(catch("it", "<conditionalEventDefinition/>")), "it"),
    "thrown-without-code": ('<endEvent id="it"><errorEventDefinition/></endEvent>', "it"),
    "timer-without-time": (on_the_way(catch("it", "<timerEventDefinition/>")), "it"),
    "timer-with-many-times": (
        on_the_way(
            catch(
                "it",
                (
                    "<timerEventDefinition><timeDate>2027-01-01</timeDate><timeDuration>P1D</timeDuration></timerEventDefinition>"
                ),
            )
        ),
        "it",
    ),
    "link-without-target": (START + throw("it", '<linkEventDefinition name="x"/>') + flows("s it"), "it"),
    "link-without-source": (catch("it", '<linkEventDefinition name="x"/>') + flows("it e") + ends("e"), "it"),
    "link-with-many-targets": (
        throw("t", '<linkEventDefinition name="x"/>')
        + catch("a", '<linkEventDefinition name="x"/>')
        + catch("it", '<linkEventDefinition name="x"/>'),
        "it",
    ),
    "link-catch-with-incoming": (on_the_way(catch("it", '<linkEventDefinition name="x"/>')), "it"),
    "link-throw-with-outgoing": (on_the_way(throw("it", '<linkEventDefinition name="x"/>')), "it"),
    "message-not-named": (on_the_way(catch("it", "<messageEventDefinition/>")), "it"),
    "signal-not-named": (on_the_way(throw("it", "<signalEventDefinition/>")), "it"),
    "quantity": (on_the_way('<task id="it" startQuantity="0"/>'), "it"),
    "resource-parameters-without-resource": (
        on_the_way('<task id="it"><performer><resourceParameterBinding parameterRef="x"/></performer></task>'),
        "it",
    ),
    "script-missing": (on_the_way('<scriptTask id="it"/>'), "it"),
    "script-without-format": (on_the_way('<scriptTask id="it"><script>a = 1</script></scriptTask>'), "it"),
    "script-language": (on_the_way('<scriptTask id="it" scriptFormat="groovy"><script>a</script></scriptTask>'), "it"),
    "transaction-method": (on_the_way('<transaction id="it" method="not a uri"/>'), "it"),
    "text-format": (on_the_way('<task id="it"><documentation textFormat="plain">x</documentation></task>'), "it"),
    "call-without-target": (on_the_way('<callActivity id="it"/>'), "it"),
    "call-of-wrong-kind": (on_the_way('<callActivity id="it" calledElement="s"/>'), "it"),
    "call-of-itself": (on_the_way('<callActivity id="it" calledElement="p"/>'), "it"),
    "both-loop-markers": (
        on_the_way('<task id="it"><standardLoopCharacteristics/><multiInstanceLoopCharacteristics/></task>'),
        "it",
    ),
    "multi-instance-without-number": (on_the_way('<task id="it"><multiInstanceLoopCharacteristics/></task>'), "it"),
    "multi-instance-number": (
        on_the_way(
            '<task id="it"><multiInstanceLoopCharacteristics><loopCardinality>-2</loopCardinality>'
            "</multiInstanceLoopCharacteristics></task>"
        ),
        "it",
    ),
    "loop-without-condition": (on_the_way('<task id="it"><standardLoopCharacteristics/></task>'), "it"),
    "loop-maximum": (on_the_way('<task id="it"><standardLoopCharacteristics loopMaximum="0"/></task>'), "it"),
    "expression-not-formal": (
        on_the_way(catch("it", ("<timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition>"))),
        "it",
    ),
    "subprocess-with-inputs": (
        on_the_way('<subProcess id="it"><ioSpecification><dataInput id="d"/></ioSpecification></subProcess>'),
        "it",
    ),
    "data-in-no-set": (on_the_way('<task id="it"><ioSpecification><dataInput id="d"/></ioSpecification></task>'), "it"),
    "data-label": (
        '<dataObject id="d" name="Order"/><dataObjectReference id="it" name="Order" dataObjectRef="d">'
        '<dataState name="paid"/></dataObjectReference>',
        "it",
    ),
}
BROKEN |= {
    "boundary-unattached": (person("t") + f'<boundaryEvent id="it">{TIMER}</boundaryEvent>', "it"),
    "parallel-multiple-alone": (
        on_the_way(f'<intermediateCatchEvent id="it" parallelMultiple="true">{TIMER}</intermediateCatchEvent>'),
        "it",
    ),
    "gateway-does-nothing": (on_the_way('<parallelGateway id="it"/>'), "it"),
    "association-elsewhere": (
        on_the_way(
            '<task id="it"><dataInputAssociation><sourceRef>o</sourceRef><targetRef>o</targetRef>'
            "</dataInputAssociation>"
            '</task><dataObject id="o"/>'
        ),
        "it",
    ),
}
OUTSIDE = {
    "participant-multiplicity": (
        START,
        POOLS.format('<participant id="x"><participantMultiplicity minimum="3" maximum="2"/></participant>'),
        "x",
    ),
    "import-missing": (START, '<import importType="http://www.omg.org/spec/BPMN" location="gone.bpmn"/>', ""),
    "called-without-plain-start": (
        on_the_way('<callActivity id="it" calledElement="q"/>'),
        '<process id="q"><startEvent id="z"><signalEventDefinition/></startEvent></process>',
        "it",
    ),
    "message-flow-in-one-pool": (
        person("t") + person("u"),
        POOLS.format('<messageFlow id="it" sourceRef="t" targetRef="u"/>'),
        "it",
    ),
    "message-flow-into-non-message": (
        on_the_way(person("it")),
        POOLS.format('<messageFlow id="m" sourceRef="b" targetRef="s"/>'),
        "s",
    ),
    "message-flow-into-thrower": (
        on_the_way(person("it")),
        POOLS.format('<messageFlow id="m" sourceRef="b" targetRef="e"/>'),
        "e",
    ),
    "message-flow-from-catcher": (
        on_the_way(person("it")),
        POOLS.format('<messageFlow id="m" sourceRef="s" targetRef="b"/>'),
        "s",
    ),
    "message-flow-from-non-message": (
        on_the_way(person("it")),
        POOLS.format('<messageFlow id="m" sourceRef="e" targetRef="b"/>'),
        "e",
    ),
    "message-flow-at-artifact": (
        '<textAnnotation id="n"/>',
        POOLS.format('<messageFlow id="it" sourceRef="n" targetRef="b"/>'),
        "it",
    ),
    "property-misplaced": (on_the_way(person("it")), '<property id="d"/>', "d"),
    "correlation-key-empty": (on_the_way(person("it")), POOLS.format('<correlationKey id="k"/>'), "k"),
}


@pytest.mark.parametrize("rule", BROKEN)
def test_a_broken_rule_is_found_at_its_element(rule):
    body, element = BROKEN[rule]
    assert (rule, element) in found(body)


@pytest.mark.parametrize("rule", OUTSIDE)
def test_a_broken_rule_between_participants_is_found_at_its_element(rule):
    body, outside, element = OUTSIDE[rule]
    assert (rule, element) in found(body, outside)


@pytest.mark.parametrize(
    "text",
    ["PT8H", "P3D", "P1Y2M3DT4H5M6.5S", "P2W", '"PT1H"', "=deadline", "${wait}", "wait_for", "timedelta(hours=1)"],
)
def test_durations_that_can_be_understood(text):
    definition = f"<timerEventDefinition><timeDuration>{text}</timeDuration></timerEventDefinition>"
    assert ("timer-nonsense", "it") not in found(on_the_way(catch("it", definition)))


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("timeDuration", "INVALID"),
        ("timeDuration", "5 minutes"),
        ("timeDuration", "P"),
        ("timeDate", "31.12.2027"),
        ("timeCycle", "R/whenever"),
        ("timeCycle", "99 99 * * *"),
    ],
)
def test_times_that_are_nonsense(place, text):
    definition = f"<timerEventDefinition><{place}>{text}</{place}></timerEventDefinition>"
    assert ("timer-nonsense", "it") in found(on_the_way(catch("it", definition)))


@pytest.mark.parametrize(
    "text", ["R3/PT10S", "R/P1D", "R5/2027-01-01T00:00:00Z/PT1H", "0 9 * * 1", "0 0/5 * * * ?", "PT1H"]
)
def test_cycles_that_can_be_understood(text):
    definition = f"<timerEventDefinition><timeCycle>{text}</timeCycle></timerEventDefinition>"
    assert ("timer-nonsense", "it") not in found(on_the_way(catch("it", definition)))


SOUND = {
    "start-interrupts-nothing": START + flows("s e") + ends("e")
    + f'<subProcess id="x" triggeredByEvent="true"><startEvent id="z" isInterrupting="false">{TIMER}</startEvent>'
    + ends("y") + flows("z y") + "</subProcess>",
    "multi-instance-item-missing": on_the_way(person("it", LIST.format('<inputDataItem id="i" name="one"/>'))),
    "timer-in-vain": on_the_way(person("t"), "t") + f'<boundaryEvent id="it" attachedToRef="t">{TIMER}</boundaryEvent>'
    + flows("it e"),
}  # fmt: skip


@pytest.mark.parametrize("rule", SOUND)
def test_what_keeps_the_rule_is_left_in_peace(rule):
    assert rule not in {name for name, _ in found(SOUND[rule])}


def test_a_dialect_may_name_the_item_of_a_list():
    loop = '<multiInstanceLoopCharacteristics camunda:collection="people" camunda:elementVariable="one"/>'
    assert "multi-instance-item-missing" not in {rule for rule, _ in found(on_the_way(person("it", loop)))}


@pytest.mark.parametrize("inner", [person("w"), catch("w", TIMER), '<callActivity id="w" calledElement="p"/>'])
def test_a_timer_limits_a_sub_process_in_which_something_waits(inner):
    body = f'<subProcess id="t"><startEvent id="z"/>{inner}{ends("y")}{flows("z w", "w y")}</subProcess>'
    body += f'<boundaryEvent id="it" attachedToRef="t">{TIMER}</boundaryEvent>' + flows("it e")
    assert "timer-in-vain" not in {rule for rule, _ in found(on_the_way(body, "t"))}
