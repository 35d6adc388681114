"""Repeated activities: standard loops and multi-instance (clauses 10.3.7 and 10.3.8)."""

import re
from collections.abc import Iterator

from app.engine.bpmn import bare, child, children, descendants, kind, text
from app.engine.check.drawing import Drawing
from app.engine.check.items import same_item
from app.engine.finding import Finding

CONSTANT = re.compile(r"=?\s*(-?\d+(\.\d+)?|\"[^\"]*\"|'[^']*')\s*")


def one_marker_at_a_time(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.3.7: an activity loops or is multi-instance, not both."""
    for loop in drawing.all("standardLoopCharacteristics"):
        if child(loop.getparent(), "multiInstanceLoopCharacteristics") is not None:
            yield drawing.error("both-loop-markers", loop.getparent())


def multi_instances_say_how_often(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.3.8: a cardinality or a collection, one of them."""
    for loop in drawing.all("multiInstanceLoopCharacteristics"):
        activity = loop.getparent()
        number, items = text(child(loop, "loopCardinality")), child(loop, "loopDataInputRef") is not None
        if not number and not items and not drawing.facts(activity).collection:
            yield drawing.error("multi-instance-without-number", activity)
        elif number and items:
            yield drawing.warning("multi-instance-number-and-list", activity)
        if re.fullmatch(r"=?\s*-\d+|=?\s*\d*\.\d+", number):
            yield drawing.error("multi-instance-number", activity, number=number)


def instances_know_their_item(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.3.8, table 10.29: inputDataItem names the part of the list that one instance is for."""
    for loop in drawing.all("multiInstanceLoopCharacteristics"):
        reference, activity = child(loop, "loopDataInputRef"), loop.getparent()
        named = child(loop, "inputDataItem") is not None or drawing.facts(activity).element_variable
        if text(reference) and not named:
            yield drawing.warning("multi-instance-item-missing", activity, list=bare(text(reference)))


def multi_instance_lists_are_lists(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.3.8: the data walked through is a collection, and its items have the type of its parts."""
    for loop in drawing.all("multiInstanceLoopCharacteristics"):
        for reference, item in (("loopDataInputRef", "inputDataItem"), ("loopDataOutputRef", "outputDataItem")):
            data = drawing.get(bare(text(child(loop, reference))))
            part = child(loop, item)
            if data is not None and kind(data) in ("dataInput", "dataOutput"):
                yield from _list(drawing, loop.getparent(), data, part)


def _list(drawing, activity, data, part):
    subject = drawing.get(data.get("itemSubjectRef"))
    declared = [one.get("isCollection") for one in (data, subject) if one is not None and one.get("isCollection")]
    if declared and "true" not in declared:
        yield drawing.warning("multi-instance-list-single", activity, data=data.get("name") or data.get("id"))
    kinds = drawing.get(part.get("itemSubjectRef")) if part is not None else None
    if subject is None or kinds is None:
        return
    if kinds.get("isCollection") == "true" and kinds.get("structureRef") == subject.get("structureRef"):
        yield drawing.warning("multi-instance-item-is-list", activity, item=part.get("name") or part.get("id"))
    elif not same_item(drawing, subject, kinds):
        yield drawing.warning("multi-instance-item-type", activity, item=part.get("name") or part.get("id"))


def complex_behaviour_is_told(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.3.8: behaviour and its definitions belong together: one and none name an event, complex conditions."""
    for loop in drawing.all("multiInstanceLoopCharacteristics"):
        behaviour, complex_ones = loop.get("behavior", "All"), children(loop, "complexBehaviorDefinition")
        if (behaviour == "Complex") != bool(complex_ones):
            yield drawing.warning("complex-behaviour", loop.getparent(), behaviour=behaviour)
        for name in ("one", "none"):
            if loop.get(f"{name}BehaviorEventRef") and behaviour.lower() != name:
                yield drawing.warning("behaviour-event", loop.getparent(), behaviour=behaviour)
            if behaviour.lower() == name and not loop.get(f"{name}BehaviorEventRef"):
                yield drawing.warning("behaviour-event-missing", loop.getparent(), behaviour=behaviour)


def conditions_of_behaviour_are_conditions(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.3.8: the condition of a complex behaviour is true or false, so a bare number or text is none."""
    for definition in drawing.all("complexBehaviorDefinition"):
        condition = text(child(definition, "condition"))
        if CONSTANT.fullmatch(condition):
            yield drawing.error("condition-constant", definition, text=condition)


def loops_say_when(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.3.7: a loop has a condition or a maximum, and the maximum is a positive number."""
    for loop in drawing.all("standardLoopCharacteristics"):
        maximum, condition = loop.get("loopMaximum"), text(child(loop, "loopCondition"))
        if maximum is None and not condition:
            yield drawing.warning("loop-without-condition", loop.getparent())
        if maximum is not None and not (maximum.strip().isdigit() and int(maximum) > 0):
            yield drawing.error("loop-maximum", loop.getparent(), maximum=maximum)


def loop_data_belongs_to_the_activity(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.3.8: a loop's data input is one of the activity's own data inputs."""
    for loop in drawing.all("multiInstanceLoopCharacteristics"):
        wanted = bare(text(child(loop, "loopDataInputRef")))
        target = drawing.get(wanted)
        own = list(descendants(loop.getparent(), "dataInput"))
        if target is not None and kind(target) == "dataInput" and target not in own:
            yield drawing.warning("loop-data-elsewhere", loop.getparent(), data=target.get("name") or wanted)


RULES = (
    one_marker_at_a_time,
    multi_instances_say_how_often,
    instances_know_their_item,
    multi_instance_lists_are_lists,
    complex_behaviour_is_told,
    conditions_of_behaviour_are_conditions,
    loops_say_when,
    loop_data_belongs_to_the_activity,
)
