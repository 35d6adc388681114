"""Decisions that may find no way: conditions that leave a gap (clause 10.6.2: a run stops with an error there)."""

import re
from collections.abc import Iterator

from app.engine.bpmn import child, text
from app.engine.check.drawing import Drawing
from app.engine.finding import Finding

COMPARISON = re.compile(
    r"""(?P<name>[A-Za-z_][\w.]*)\s*(?P<sign>==|!=|<=|>=|=|<|>)\s*
        (?P<value>-?\d+(?:\.\d+)?|"[^"]*"|'[^']*'|true|false|True|False)""",
    re.VERBOSE,
)
NEGATION = re.compile(r"(?:not\s*\((?P<a>.+)\)|not\s+(?P<b>.+)|!\s*\(?(?P<c>[^()]+)\)?)")
TESTS = {
    "==": lambda one, other: one == other,
    "=": lambda one, other: one == other,
    "!=": lambda one, other: one != other,
    "<": lambda one, other: one < other,
    "<=": lambda one, other: one <= other,
    ">": lambda one, other: one > other,
    ">=": lambda one, other: one >= other,
}
BETWEEN = 0.001


def decisions_leave_no_gap(drawing: Drawing) -> Iterator[Finding]:
    """Clauses 10.6.2 and 10.6.3: with no condition true and no default, the work has nowhere to go."""
    for gateway in drawing.all("exclusiveGateway", "inclusiveGateway"):
        flows = drawing.outgoing(gateway)
        conditions = [bare_condition(text(child(flow, "conditionExpression"))) for flow in flows]
        silent = [flow for flow, condition in zip(flows, conditions, strict=True) if not condition]
        silent = [flow for flow in silent if flow.get("id") != gateway.get("default")]
        if len(flows) < 2:
            continue
        if silent:
            yield drawing.warning("flow-without-condition", gateway, flows=", ".join(map(_label, silent)))
        elif not gateway.get("default"):
            yield from _judge(drawing, gateway, conditions)


def _judge(drawing, gateway, conditions):
    missed = uncovered(conditions)
    if missed:
        yield drawing.warning("gateway-gap", gateway, missed=missed)
    elif missed is None:
        yield drawing.info("gateway-without-default", gateway)


def uncovered(conditions: list[str]) -> str | None:
    """A case no condition covers (“amount = 5”), "" where all are covered, None where that cannot be told."""
    if _opposites(conditions) or any(one.lower() == "true" for one in conditions):
        return ""
    parsed = [COMPARISON.fullmatch(one) for one in conditions]
    names = {one["name"] for one in parsed if one}
    if None in parsed or len(names) != 1:
        return None
    tests = [(one["sign"], value_of(one["value"])) for one in parsed]
    values = [value for _, value in tests]
    if len({isinstance(value, str) for value in values}) > 1:
        return None
    for sample in _samples(values):
        if not any(TESTS[sign](sample, value) for sign, value in tests):
            return f"{names.pop()} = {sample if sample != OTHER else '…'}"
    return ""


OTHER = "\uffff"


def _samples(values):
    """Values at, between and beyond those compared with: if these are covered, all are."""
    if all(isinstance(value, bool) for value in values):
        return [True, False]
    if isinstance(values[0], str):
        return [*values, OTHER]
    points = sorted({float(value) for value in values})
    near = [point + step for point in points for step in (-BETWEEN, 0, BETWEEN)]
    return [int(point) if point == int(point) else point for point in near]


def value_of(words: str):
    """The constant a condition compares with."""
    if words[0] in "\"'":
        return words[1:-1]
    return {"true": True, "false": False}.get(words.lower()) if words.lower() in ("true", "false") else float(words)


def _opposites(conditions):
    plain = {_squeezed(one) for one in conditions}
    for one in conditions:
        match = NEGATION.fullmatch(one)
        if match and _squeezed(next(part for part in match.groups() if part)) in plain:
            return True
    return False


def _squeezed(words):
    return re.sub(r"[\s()]", "", words)


def bare_condition(words: str) -> str:
    """A condition without the signs of its language."""
    words = words.strip()
    if words.startswith("="):
        return words[1:].strip()
    match = re.fullmatch(r"[$#]\{(.*)\}", words, re.DOTALL)
    return match[1].strip() if match else words


def _label(flow):
    return flow.get("name") or flow.get("id")


RULES = (decisions_leave_no_gap,)
