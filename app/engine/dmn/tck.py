"""The test format of the DMN Technology Compatibility Kit, as regression tests for anybody's decisions."""
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from app.engine.dmn.decisions import Decisions
from app.engine.dmn.errors import DecisionRefused
from app.engine.dmn.model import Service
from app.engine.dmn.xml import child, children, local, parse
from app.engine.feel import FeelError, from_json, read_date, read_date_time, read_duration, read_time, to_json
from app.engine.feel.numbers import NumberTrouble, number_of

NEAR = Decimal("1e-8")
_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
_NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"


@dataclass(frozen=True, slots=True)
class Failure:
    """`expected` and `found` are plain data; `trouble` says why nothing was found at all."""

    case: str
    decision: str
    expected: Any
    found: Any
    trouble: str


@dataclass(frozen=True, slots=True)
class Score:
    passed: int
    failed: int
    failures: tuple[Failure, ...]

    @classmethod
    def refused(cls, cases: list[str], trouble: str) -> "Score":
        """Nothing passes where the model itself cannot be read."""
        return cls(0, len(cases), tuple(Failure(case, "", None, None, trouble) for case in cases))


@dataclass(frozen=True, slots=True)
class Expectation:
    decision: str
    value: Any
    error: bool


@dataclass(frozen=True, slots=True)
class Case:
    id: str
    called: str
    inputs: dict[str, Any]
    expectations: tuple[Expectation, ...]


@dataclass(frozen=True, slots=True)
class TestFile:
    """A file of test cases for the model named `model` (a file name beside it)."""

    model: str
    cases: tuple[Case, ...]

    def score(self, decisions: Decisions, now: datetime | None = None) -> Score:
        """Run every case. A case passes if all its results are as expected."""
        failures, passed = [], 0
        for case in self.cases:
            found = list(_wrong(case, decisions, now or datetime(2020, 1, 1, tzinfo=UTC)))
            failures += found
            passed += not found
        return Score(passed, len(self.cases) - passed, tuple(failures))


def read_tests(xml: bytes) -> TestFile:
    """Raises DecisionRefused for a file that holds no test cases."""
    root = parse(xml)
    if local(root) != "testCases":
        raise DecisionRefused("", "The file holds no test cases.")
    model = child(root, "modelName")
    name = "" if model is None else (model.text or "").strip()
    return TestFile(name, tuple(_case(element) for element in children(root, "testCase")))


def _case(element: Any) -> Case:
    inputs = {_input_name(node): _value(node) for node in children(element, "inputNode")}
    expectations = [_expectation(node) for node in children(element, "resultNode")]
    return Case(element.get("id", ""), element.get("invocableName") or "", inputs, tuple(expectations))


def _input_name(node: Any) -> str:
    namespace = node.get("namespace")
    return f"{{{namespace}}}{node.get('name', '')}" if namespace else node.get("name", "")


def _expectation(node: Any) -> Expectation:
    expected = child(node, "expected")
    value = None if expected is None else _value(expected)
    return Expectation(node.get("name", ""), value, node.get("errorResult") == "true")


def _value(element: Any) -> Any:
    """A value, a list of items or a structure of components."""
    found = children(element, "value", "list", "component")
    if not found:
        return None
    if local(found[0]) == "list":
        return [_value(item) for item in children(found[0], "item")]
    if local(found[0]) == "component":
        return {part.get("name", ""): _value(part) for part in found}
    return _simple(found[0])


def _simple(element: Any) -> Any:
    if element.get(_NIL) == "true":
        return None
    text = "".join(element.itertext())
    read = _READERS.get((element.get(_TYPE) or "").split(":")[-1])
    try:
        return read(text.strip()) if read else text
    except NumberTrouble:
        return text


def _wrong(case: Case, decisions: Decisions, now: datetime) -> Iterable[Failure]:
    for expectation in case.expectations:
        try:
            found, trouble = _found(case, expectation.decision, decisions, now), ""
        except DecisionRefused as refusal:
            found, trouble = None, str(refusal)
        if not _as_expected(found, trouble, expectation):
            yield Failure(case.id, expectation.decision, _plain(expectation.value), _plain(found), trouble)


def _found(case: Case, decision: str, decisions: Decisions, now: datetime) -> Any:
    """A called service answers for its only decision itself, or with one entry for each."""
    called = decisions.model.named(case.called) if case.called else None
    found = decisions.evaluate(case.called or decision, case.inputs, now)
    if isinstance(called, Service) and len(called.outputs) > 1 and isinstance(found, dict):
        return found.get(decision)
    return found


def _as_expected(found: Any, trouble: str, expectation: Expectation) -> bool:
    if trouble:
        return expectation.error
    return _alike(found, expectation.value)


def _alike(found: Any, expected: Any) -> bool:
    if isinstance(expected, Decimal) and isinstance(found, Decimal):
        return abs(found - expected) <= NEAR * max(1, abs(expected))
    if isinstance(expected, list) and isinstance(found, list):
        return len(found) == len(expected) and all(map(_alike, found, expected))
    if isinstance(expected, dict) and isinstance(found, dict):
        return found.keys() == expected.keys() and all(_alike(found[key], expected[key]) for key in expected)
    return type(found) is type(expected) and found == expected


def _plain(value: Any) -> Any:
    try:
        return to_json(from_json(value))
    except FeelError:
        return str(value)


_READERS = {
    "decimal": number_of, "double": number_of, "integer": number_of, "int": number_of, "long": number_of,
    "float": number_of, "boolean": lambda text: text == "true", "date": read_date, "time": read_time,
    "dateTime": read_date_time, "duration": read_duration, "dayTimeDuration": read_duration,
    "yearMonthDuration": read_duration,
}
