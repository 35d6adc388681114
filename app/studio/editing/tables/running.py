"""Taking the decisions of a file for every row of its grid: what came out, which rules hit, what is not as expected."""

from collections import Counter
from dataclasses import asdict, dataclass, field
from datetime import datetime

from lxml import etree

from app.engine import ModelRefused
from app.engine.bpmn import local
from app.engine.dmn import DecisionRefused, TestFile, read_decisions, read_tests
from app.engine.read.xml import parse_xml
from app.studio.editing.tables.columns import Taken, decisions_of
from app.studio.editing.tables.grid import Row, as_tests
from app.studio.editing.tables.judging import Judgement, judged


@dataclass(frozen=True)
class Outcome:
    """One row: `found` in words, `rules` that hit, `well` None where nothing is expected, `trouble` why none came."""

    found: dict[str, str] = field(default_factory=dict)
    rules: tuple[str, ...] = ()
    well: bool | None = None
    trouble: str = ""


@dataclass(frozen=True)
class Report:
    """`hit`: rule id -> by how many rows; `judgements` are about rules, `troubles` (element, sentence) about cells."""

    decisions: tuple[Taken, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    hit: dict[str, int] = field(default_factory=dict)
    judgements: tuple[Judgement, ...] = ()
    troubles: tuple[tuple[str, str], ...] = ()

    def as_dict(self) -> dict:
        """For JSON."""
        return asdict(self)


def report(xml: bytes, rows: list[Row], *, now: datetime, others=()) -> Report:
    """Everything the page of a table says. Nothing is raised for broken files: the trouble is told."""
    try:
        root = parse_xml("", xml)
        decisions = read_decisions(xml, others)
    except ModelRefused as refused:
        return Report(troubles=(("", refused.findings[0].message),))
    except DecisionRefused as refused:
        return Report(troubles=((refused.element, refused.sentence),))
    taken = tuple(decisions_of(root))
    outcomes = tuple(_outcome(decisions, one, row, now) for one, row in _paired(taken, rows))
    tables = [table for table in root.iter(etree.Element) if local(table) == "decisionTable"]
    return Report(
        taken, outcomes, dict(Counter(rule for outcome in outcomes for rule in outcome.rules)),
        tuple(one for table in tables for one in judged(table)),
        tuple((one.element, one.sentence) for one in decisions.troubles))


def types_of(taken) -> dict[str, dict[str, str]]:
    """decision -> column -> type, as `as_tests` asks for it."""
    return {one.name: {**{column.name: column.type for column in one.inputs},
                       **{f"={column.name}": column.type for column in one.fields}} for one in taken}


def _paired(taken, rows):
    known = {name: one for one in taken for name in (one.id, one.name)}
    return [(known.get(row.decision) or (taken[0] if taken else None), row) for row in rows]


def _outcome(decisions, one: Taken | None, row: Row, now) -> Outcome:
    if one is None:
        return Outcome(trouble="There is no decision.")
    row = Row(one.name, row.name, row.inputs, row.expected)
    tests = read_tests(as_tests("", [row], types_of([one])))
    case, matched = tests.cases[0], {}
    try:
        value = decisions.decide(one.id, case.inputs, now, matched=matched)
    except DecisionRefused as refused:
        return Outcome(rules=_rules(one, matched), trouble=refused.sentence, well=False if _expects(row) else None)
    well = TestFile("", (case,)).score(decisions, now).failed == 0 if _expects(row) else None
    return Outcome(_words(value, one), _rules(one, matched), well)


def _expects(row: Row) -> bool:
    return any(cell.strip() for cell in row.expected.values())


def _rules(one: Taken, matched) -> tuple[str, ...]:
    """Rules of this decision and of those it asks."""
    return tuple(dict.fromkeys(rule for rules in matched.values() for rule in rules))


def _words(value, one: Taken) -> dict[str, str]:
    if isinstance(value, dict) and {column.name for column in one.fields} != {""}:
        return {column.name: _written(value.get(column.name)) for column in one.fields}
    return {"": _written(value)}


def _written(value, inside: bool = False) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{value}"' if inside else value
    if isinstance(value, list):
        return f"[{', '.join(_written(one, True) for one in value)}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {_written(one, True)}" for name, one in value.items()) + "}"
    return str(value)
