"""Repetitions that do not say how often (clauses 10.3.7 and 10.3.8)."""

from lxml import etree

from app.engine.bpmn import child, children, descendants, tag, text
from app.engine.read.dialects import facts_of


def mend_loops(root, pen) -> None:
    _one_marker(root, pen)
    _multiple(root, pen)
    _standard(root, pen)


def _one_marker(root, pen):
    for loop in list(descendants(root, "standardLoopCharacteristics")):
        activity = loop.getparent()
        twice = child(activity, "multiInstanceLoopCharacteristics") is not None
        if twice and pen.may("second-loop-dropped", activity):
            activity.remove(loop)


def _multiple(root, pen):
    for loop in descendants(root, "multiInstanceLoopCharacteristics"):
        activity, cardinality = loop.getparent(), child(loop, "loopCardinality")
        if text(cardinality) or facts_of(activity).collection or child(loop, "loopDataInputRef") is not None:
            continue
        if not pen.may("multi-instance-once", activity):
            continue
        if cardinality is None:
            cardinality = etree.Element(tag("loopCardinality"))
            loop.insert(len(children(loop, "documentation", "extensionElements")), cardinality)
        cardinality.text = "1"


def _standard(root, pen):
    for loop in descendants(root, "standardLoopCharacteristics"):
        endless = loop.get("loopMaximum") is None and not text(child(loop, "loopCondition"))
        if endless and pen.may("loop-once", loop.getparent()):
            loop.set("loopMaximum", "1")
