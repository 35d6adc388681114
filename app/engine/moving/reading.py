"""Variables that new or changed expressions ahead of a run read, and that nobody has written or will."""

from functools import lru_cache

from app.engine.check.spoken import Spoken, understand
from app.engine.check.variables import BUILT_IN
from app.engine.expressions import language
from app.engine.moving.reason import reason
from app.engine.specs.activity import Activity, PersonTask
from app.engine.specs.call import OutsideTask
from app.engine.specs.gateways import ParallelGateway
from app.engine.specs.scoped import CallActivity, standing

DECIDED = frozenset(("outcome", "comment", "decided_by"))


def names_missing(route, run, levels):
    """What `levels` show to be ahead of the run, in its own process and what it embeds."""
    for level in levels:
        ahead = _ahead(route, level)
        known = set(BUILT_IN | DECIDED)
        for node in ahead:
            given = _writes(route, node)
            if given is None:
                known = None  # the outside may bring anything
                break
            known |= given
        if known is not None:
            yield from _unknown(route, level, ahead, known | standing(level.scope).keys() | _local(level))


def _ahead(route, level):
    """Nodes that tokens of the level may still come to or stand at, with everything embedded in them."""
    paths = route.branches.paths(level.spec)
    found = {name for one in level.positions for name in paths.ahead(one.new.name)}
    nodes = [level.spec.task_specs[name] for name in sorted(found)]
    return [inner for node in nodes for inner in (node, *_embedded(node))]


def _embedded(node):
    inner = getattr(node, "inner", None)
    if inner is None or isinstance(node, CallActivity):
        return
    for one in inner.task_specs.values():
        if one is not inner.start:
            yield one
            yield from _embedded(one)


def _unknown(route, level, ahead, known):
    seen = set()
    for node in ahead:
        for text, role in _texts(node):
            if (text, role) in _old_texts(route, node):
                continue
            own = {one.target.split(".")[0] for one in node.facts.inputs} | {node.facts.element_variable}
            for name in sorted(_understood(text, role).reads - known - own - seen):
                seen.add(name)
                yield reason("move-data-missing", "person", level.positions[0].old, node, variable=name)


def _old_texts(route, node):
    was = next((old for old, new in route.mapping.items() if new == node.name), node.name)
    old = next((spec.task_specs[was] for spec in route.old.specs.values() if was in spec.task_specs), None)
    return set(_texts(old)) if old is not None else ()


def _local(level):
    tokens = (one.token for one in level.positions)
    return {name for token in tokens for name in (*(token.local or ()), *token.data)}


def _texts(node):
    """(expression or script, its role) of everything the node will evaluate."""
    facts = node.facts
    if not isinstance(node, ParallelGateway):
        yield from ((way.condition, "condition") for way in node.flows if way.condition)
    yield from ((one.source, "value") for one in facts.inputs if language(one.source))
    values = (facts.collection, facts.due, facts.assignee, *facts.users)
    yield from ((one, "value") for one in values if one and language(one))
    scripts = (facts.script, facts.properties.get("pre_script"), facts.properties.get("post_script"))
    yield from ((one, "script") for one in scripts if one and facts.script_language in (None, "", "python"))
    for one in getattr(node, "definitions", ()):
        said = getattr(one, "text", None) or getattr(one, "condition", None)
        if said and language(said):
            yield said, "condition"


@lru_cache(maxsize=4096)
def _understood(text, role):
    return understand(Spoken(None, text, role, language(text) or "python"))


def _writes(route, node) -> frozenset | None:
    """The variables a node writes; None when that cannot be foreseen."""
    facts = node.facts
    named = [one.target for one in facts.outputs] + [facts.result_variable, facts.output_collection]
    found = {name.lstrip("=").strip().split(".")[0] for name in named if name}
    found |= {copy.target for copy in node.maps.copied_out} if isinstance(node, Activity) else set()
    for text, role in _texts(node):
        if role == "script":
            found |= _understood(text, role).writes
    if facts.outputs or facts.result_variable:
        return frozenset(found)
    brought = frozenset()
    if isinstance(node, (PersonTask, OutsideTask)) or any(_brings(one) for one in getattr(node, "definitions", ())):
        brought = route.written(node.name)
    return None if brought is None else frozenset(found | set(brought))


def _brings(definition) -> bool:
    return definition.kind in ("message", "signal")
