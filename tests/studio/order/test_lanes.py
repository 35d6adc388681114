"""Which lanes are asked for people."""

from app.studio.order import lanes_of

POOLS = b"""<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">
<collaboration id="c"><participant id="p1" name="Supplier" processRef="supplier"/><participant id="p2" name="We"
  processRef="we"/></collaboration>
<process id="supplier"><laneSet id="ls"><lane id="sales" name="Sales"><flowNodeRef>s1</flowNodeRef></lane></laneSet>
<startEvent id="s1"/></process>
<process id="we" isExecutable="true"><laneSet id="lw"><lane id="desk" name="Desk"><flowNodeRef>t</flowNodeRef></lane>
<lane id="shelf" name="Shelf"/></laneSet><userTask id="t" name="Order"/></process></definitions>"""
SPEC = {"diagram": "workflows/it/a.bpmn", "process": "we"}


def test_lanes_of_another_pool_are_not_asked_about():
    found = lanes_of(SPEC, {SPEC["diagram"]: POOLS})
    assert [(lane.id, lane.steps) for lane in found] == [("desk", ("t",)), ("shelf", ())]


def test_whoever_was_named_for_a_lane_stays_to_be_seen():
    bound = {**SPEC, "lanes": {"sales": "group:buyers"}}
    assert [lane.id for lane in lanes_of(bound, {SPEC["diagram"]: POOLS})] == ["sales", "desk", "shelf"]


def test_people_at_work_in_another_pool_are_asked_about():
    busy = POOLS.replace(b'<startEvent id="s1"/>', b'<userTask id="s1"/>')
    assert [lane.id for lane in lanes_of(SPEC, {SPEC["diagram"]: busy})] == ["sales", "desk", "shelf"]
