"""Loop markers of activities read from XML (BPMN 10.3.8)."""

from app.engine.bpmn import bare, child, children, text, true
from app.engine.compile.refusals import cardinality, maximum
from app.engine.loops import MultiInstance, StandardLoop
from app.engine.loops.thrown import Thrown


def loop_of(xml, facts, reading):
    standard = child(xml, "standardLoopCharacteristics")
    if standard is not None:
        condition = text(child(standard, "loopCondition")) or None
        return StandardLoop(condition, maximum(xml, standard), true(standard, "testBefore"))
    multi = child(xml, "multiInstanceLoopCharacteristics")
    if multi is None:
        return None
    return MultiInstance(facts, true(multi, "isSequential"), cardinality(xml, multi), _thrown(multi, reading))


def _thrown(multi, reading):
    """The events thrown as instances complete, by behaviour; "all" (the default) throws none."""
    behaviour = (multi.get("behavior") or "All").lower()
    if behaviour in ("one", "none"):
        shared = reading.shared.get(bare(multi.get(f"{behaviour}BehaviorEventRef")))
        return Thrown(behaviour, [(None, reading.one(shared))]) if shared is not None else None
    if behaviour != "complex":
        return None
    found = []
    for rule in children(multi, "complexBehaviorDefinition"):
        event = child(rule, "event")
        for definition in reading.of(event) if event is not None else ():
            found.append((text(child(rule, "condition")) or None, definition))
    return Thrown(behaviour, found)
