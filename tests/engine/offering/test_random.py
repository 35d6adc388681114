"""Whatever is drawn, and in whatever order offers are taken: files stay readable, and every offer ends its finding."""

import random

import pytest

from app.engine import apply_offer, compile_bundle, mended, offers, read_bundle
from tests.engine.offering.models import files, ids, undrawn

SEEDS = range(24)
STEPS = 15
TIMER = "<timerEventDefinition>{}</timerEventDefinition>"
INSIDE = ["", "", "", "<standardLoopCharacteristics/>", "<multiInstanceLoopCharacteristics/>"]
CAUGHT = ["", TIMER.format(""), '<messageEventDefinition messageRef="m"/>', "<conditionalEventDefinition/>"]
KINDS = ["task", "userTask", "scriptTask", "callActivity", "endEvent", "catch", "boundary", "sub", "receive"]
KINDS += ["exclusiveGateway", "inclusiveGateway", "parallelGateway"] * 2
OUTCOMES = '<extensionElements><zeebe:properties><zeebe:property name="outcomes" value="x,y,z"/></zeebe:properties>'


def drawn(rng: random.Random) -> str:
    """Steps of all kinds and arrows between any two of them, a good part of them wrong."""
    nodes = [_node(rng, f"n{number}") for number in range(rng.randint(2, 9))]
    names = [f"n{number}" for number in range(len(nodes))] + ["nowhere"] * (rng.random() < 0.2)
    arrows = [_arrow(rng, f"f{number}", names) for number in range(rng.randint(1, 14))]
    if rng.random() < 0.8:
        nodes.insert(0, '<startEvent id="s"/>')
        arrows.append('<sequenceFlow id="f" sourceRef="s" targetRef="n0"/>')
    return "".join(nodes + arrows)


def _node(rng, id):
    name = rng.choice(KINDS)
    if name == "catch":
        return f'<intermediateCatchEvent id="{id}">{rng.choice(CAUGHT)}</intermediateCatchEvent>'
    if name == "boundary":
        host, loud = rng.choice(["n0", "n1", "nobody"]), rng.choice(["true", "false"])
        inside = rng.choice([*CAUGHT, '<errorEventDefinition errorRef="e"/>'])
        return f'<boundaryEvent id="{id}" attachedToRef="{host}" cancelActivity="{loud}">{inside}</boundaryEvent>'
    if name == "sub":
        starts = "".join(f'<startEvent id="{id}s{number}"/>' for number in range(rng.randint(0, 2)))
        by_event = rng.choice(["true", "false"])
        return f'<subProcess id="{id}" triggeredByEvent="{by_event}">{starts}<task id="{id}t"/></subProcess>'
    if name == "receive":
        return f'<receiveTask id="{id}" messageRef="{rng.choice(["m", "gone"])}"/>'
    if name == "userTask" and rng.random() < 0.5:
        return f'<userTask id="{id}">{OUTCOMES}</extensionElements></userTask>'
    if name.endswith("Gateway"):
        return f'<{name} id="{id}"' + (f' default="f{rng.randint(0, 9)}"/>' if rng.random() < 0.3 else "/>")
    return f'<{name} id="{id}">{rng.choice(INSIDE) if "Event" not in name else ""}</{name}>'


def _arrow(rng, id, names):
    condition = rng.choice(["", "", "n > 1", "n &lt; 5", '=outcome = "x"', '=outcome = "y"'])
    inside = f"<conditionExpression>{condition}</conditionExpression>" if condition else ""
    ends = f'sourceRef="{rng.choice(names)}" targetRef="{rng.choice(names)}"'
    return f'<sequenceFlow id="{id}" {ends}>{inside}</sequenceFlow>'


@pytest.mark.parametrize("seed", SEEDS)
def test_offers_taken_in_any_order_leave_readable_files(seed):
    rng = random.Random(seed)
    model = files(drawn(rng), '<message id="m"/><error id="e" errorCode="E"/>', drawn=rng.random() < 0.8)
    for _ in range(STEPS):
        open_ones = offers(model, trusted=True)
        if not open_ones:
            break
        offer = rng.choice(open_ones)
        known = set(ids(model, offer.path))
        model = apply_offer(model, offer, trusted=True)
        bundle = read_bundle(model, trusted=True)
        assert offer.id not in {one.id for one in offers(model, trusted=True)}, offer.id
        compile_bundle(bundle)
        assert not undrawn(bundle.drawn[offer.path], known), offer.id
    after = mended(model, trusted=True)
    assert mended(after, trusted=True) == after


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_accepted_for_a_trial_is_what_the_offers_do(seed):
    """With every mend of the normaliser applied to the file, one after the other, nothing is left to accept."""
    rng = random.Random(seed)
    model = files(drawn(rng), '<message id="m"/><error id="e" errorCode="E"/>')
    for _ in range(4 * STEPS):
        left = {mend.key for mend in read_bundle(model, trusted=True).left}
        mine = [one for one in offers(model, trusted=True) if (one.rule, one.element, one.which) in left]
        if not mine:
            break
        model = apply_offer(model, mine[0], trusted=True)
    bundle = read_bundle(model, trusted=True)
    assert not bundle.left and not bundle.accepting().accepted
    compile_bundle(bundle)
