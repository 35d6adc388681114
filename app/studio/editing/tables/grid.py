"""Rows of a test grid, kept as a test file of the DMN TCK beside the table: other tools run it as well."""

import re
from dataclasses import dataclass, field
from decimal import Decimal

from lxml import etree

from app.base import Refusal
from app.engine.dmn import DecisionRefused, read_tests
from app.engine.dmn.xml import child, children, parse
from app.engine.feel import FeelError, compile_expression, to_json

TCK = "http://www.omg.org/spec/DMN/20160719/testcase"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
XSD = "http://www.w3.org/2001/XMLSchema"
HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n'
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
XSD_TYPES = {"number": "decimal", "string": "string", "boolean": "boolean", "date": "date", "time": "time",
             "dateTime": "dateTime", "dayTimeDuration": "duration", "yearMonthDuration": "duration"}


class NotTests(Refusal):
    """The tests of this table cannot be read: {detail}"""

    status = 422


@dataclass(frozen=True)
class Row:
    """One test as it is typed: cells by the name of their column; an empty `expected` only looks what comes out."""

    decision: str
    name: str = ""
    inputs: dict[str, str] = field(default_factory=dict)
    expected: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, raw: dict) -> "Row":
        """From what a browser sends; whatever is no text becomes one."""
        inputs, expected = raw.get("inputs"), raw.get("expected")
        return cls(str(raw.get("decision") or ""), str(raw.get("name") or ""), _cells(inputs), _cells(expected))


def rows_in(xml: bytes) -> list[Row]:
    """The rows of a test file. Raises NotTests."""
    try:
        read_tests(xml)
        root = parse(xml)
    except DecisionRefused as refused:
        raise NotTests(detail=refused.sentence) from None
    rows = []
    for case in children(root, "testCase"):
        inputs = {node.get("name", ""): _cell(node) for node in children(case, "inputNode")}
        told = child(case, "description")
        for result in children(case, "resultNode") or [None]:
            wanted = None if result is None else child(result, "expected")
            decision = case.get("name", "") if result is None else result.get("name", "")
            rows.append(Row(case.get("invocableName") or decision, "" if told is None else "".join(told.itertext()),
                            inputs, _expected(wanted)))
    return rows


def as_tests(model: str, rows: list[Row], types: dict[str, dict[str, str]]) -> bytes:
    """The test file of these rows. `types`: decision -> name of a column ("=field" for what comes out) -> its type."""
    root = etree.Element(f"{{{TCK}}}testCases", nsmap={None: TCK, "xsi": XSI, "xsd": XSD})
    _add(root, "modelName").text = model
    for number, row in enumerate(rows, 1):
        case = _add(root, "testCase", id=f"{number:03}")
        if row.name:
            _add(case, "description").text = row.name
        known = types.get(row.decision, {})
        for name, cell in row.inputs.items():
            if cell.strip():
                _write(_add(case, "inputNode", name=name), value_of(cell, known.get(name, "")))
        if any(cell.strip() for cell in row.expected.values()):
            result = _add(case, "resultNode", name=row.decision, type="decision")
            _write(_add(result, "expected"), _outcome(row.expected, known))
        else:
            case.set("name", row.decision)  # a result without a value would expect null
    etree.indent(root)
    return HEAD + etree.tostring(root, encoding="UTF-8") + b"\n"


@dataclass(frozen=True)
class Typed:
    """A simple value that has to say its type: dates, times and durations are texts otherwise."""

    type: str
    text: str


def value_of(cell: str, type_: str):
    """What a cell means: plain words for a text, ISO 8601 for dates and durations, FEEL for what has no type."""
    text = cell.strip()
    if type_ == "string":
        return _unquoted(text)
    if type_ == "number" and NUMBER.fullmatch(text):
        return Decimal(text)
    if type_ == "boolean" and text.lower() in ("true", "false"):
        return text.lower() == "true"
    if type_ in XSD_TYPES and type_ not in ("number", "boolean"):
        return Typed(XSD_TYPES[type_], text)
    return _feel(text)


def _feel(text):
    """A literal of FEEL; words that are none are a text."""
    try:
        expression = compile_expression(text)
        return text if expression.names or expression.maybe or expression.calls else to_json(expression.evaluate({}))
    except FeelError:
        return text


def _unquoted(text) -> str:
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] == '"' else text


def _outcome(expected, known):
    if set(expected) == {""}:
        return value_of(expected[""], known.get("=", ""))
    return {name: value_of(cell, known.get(f"={name}", "")) for name, cell in expected.items() if cell.strip()}


def _write(element, value):
    if isinstance(value, list):
        listed = _add(element, "list")
        for one in value:
            _write(_add(listed, "item"), one)
    elif isinstance(value, dict):
        for name, one in value.items():
            _write(_add(element, "component", name=name), one)
    elif value is None:
        _add(element, "value").set(f"{{{XSI}}}nil", "true")
    else:
        type_, text = _simple(value)
        made = _add(element, "value")
        made.set(f"{{{XSI}}}type", f"xsd:{type_}")
        made.text = text


def _simple(value) -> tuple[str, str]:
    if isinstance(value, Typed):
        return value.type, value.text
    if isinstance(value, bool):
        return "boolean", "true" if value else "false"
    return ("string", value) if isinstance(value, str) else ("decimal", str(value))


def _expected(element) -> dict[str, str]:
    if element is None:
        return {}
    parts = children(element, "component")
    return {part.get("name", ""): _cell(part) for part in parts} if parts else {"": _cell(element)}


def _cell(element) -> str:
    """The text that `value_of` reads back into the same value."""
    listed, parts, plain = child(element, "list"), children(element, "component"), child(element, "value")
    if listed is not None:
        return f"[{', '.join(_literal(item) for item in children(listed, 'item'))}]"
    if parts:
        return "{" + ", ".join(f"{part.get('name')}: {_literal(part)}" for part in parts) + "}"
    if plain is None or plain.get(f"{{{XSI}}}nil") == "true":
        return "null"
    return "".join(plain.itertext())


def _literal(element) -> str:
    plain, cell = child(element, "value"), _cell(element)
    type_ = "" if plain is None else (plain.get(f"{{{XSI}}}type") or "string").rpartition(":")[2]
    text = type_ not in ("", "decimal", "boolean")
    return '"' + cell.replace("\\", "\\\\").replace('"', '\\"') + '"' if text and cell != "null" else cell


def _cells(raw) -> dict[str, str]:
    return {str(name): str(cell) for name, cell in raw.items()} if isinstance(raw, dict) else {}


def _add(parent, name, /, **said):
    return etree.SubElement(parent, f"{{{TCK}}}{name}", said)
