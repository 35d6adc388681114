"""What one decides from and what comes of it: the columns of a decision's test grid."""

from dataclasses import dataclass

from lxml import etree

from app.engine.bpmn import local
from app.engine.dmn.xml import child, children, text_in
from app.engine.feel import FeelError, compile_expression, compile_unary

SIMPLE = ("string", "number", "boolean", "date", "time", "dateTime", "dayTimeDuration", "yearMonthDuration")
NUMBERS = ("integer", "long", "double", "decimal", "int", "float")
LISTS = ("COLLECT", "RULE ORDER", "OUTPUT ORDER")


@dataclass(frozen=True)
class Column:
    """`type` is a simple FEEL type, or "" where anything may stand; `values` are the only ones there are, if any."""

    name: str
    type: str = ""
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Taken:
    """One decision as the grid sees it. With `fields`, the outcome is one value for each; else one value by itself."""

    id: str
    name: str
    inputs: tuple[Column, ...]
    fields: tuple[Column, ...]
    rules: tuple[str, ...]
    table: str = ""


def decisions_of(root) -> list[Taken]:
    """Every decision of a DMN document, in its order."""
    parts = {part.get("id"): part for part in root if isinstance(part.tag, str) and part.get("id")}
    return [_taken(part, parts) for part in parts.values() if local(part) == "decision"]


def _taken(decision, parts) -> Taken:
    table = child(decision, "decisionTable")
    rules = () if table is None else tuple(rule.get("id") or "" for rule in children(table, "rule"))
    return Taken(decision.get("id"), decision.get("name") or decision.get("id"), tuple(_inputs(decision, parts)),
                 _fields(decision, table), rules, "" if table is None else table.get("id") or decision.get("id"))


def _inputs(decision, parts):
    """Input data it requires, itself or through others; and every name that nothing in the file gives."""
    asked, waiting, seen = {}, [decision], set()
    while waiting:
        part = waiting.pop(0)
        if part.get("id") in seen:
            continue
        seen.add(part.get("id"))
        if local(part) == "inputData":
            variable = child(part, "variable")
            type_ = simple("" if variable is None else variable.get("typeRef"))
            asked[part.get("name")] = Column(part.get("name"), type_)
            continue
        waiting += [parts[key] for key in _required(part) if key in parts]
    given = {part.get("name") for part in parts.values() if local(part) != "inputData"}
    for part in (parts[key] for key in seen if local(parts[key]) == "decision"):
        for name, type_, values in _read(part):
            known = asked.get(name)
            if name in given:
                continue
            if known is None or (not known.type and type_) or (not known.values and values):
                asked[name] = Column(name, (known.type if known else "") or type_, values)
    return asked.values()


def _required(part) -> list[str]:
    found = part.iterfind("{*}informationRequirement/{*}*")
    return [one.get("href", "").rpartition("#")[2] for one in found]


def _read(decision):
    """(name, type, values) of the variables that a decision's expressions read."""
    for column in decision.iterfind("{*}decisionTable/{*}input"):
        expression = child(column, "inputExpression")
        text = text_in(expression) or ("" if expression is not None else column.get("label") or "")
        type_ = simple("" if expression is None else expression.get("typeRef"))
        values = _values(child(column, "inputValues"))
        for name in _names(text):
            alone = name == text.strip()
            yield name, type_ if alone else "", values if alone else ()
    for element in decision.iter(etree.Element):
        if local(element) in ("inputEntry", "outputEntry", "literalExpression"):
            for name in _names(text_in(element), local(element) == "inputEntry"):
                yield name, "", ()


def _names(text, unary=False):
    if not text or text == "-":
        return ()
    try:
        return sorted((compile_unary(text).parsed if unary else compile_expression(text)).names)
    except FeelError:
        return ()


def _fields(decision, table) -> tuple[Column, ...]:
    if table is None:
        variable = child(decision, "variable")
        return (Column("", simple("" if variable is None else variable.get("typeRef"))),)
    policy = (table.get("hitPolicy") or "UNIQUE").upper().replace("_", " ")
    outputs = children(table, "output")
    if policy in LISTS:
        return (Column(""),)
    if len(outputs) == 1:
        return (Column("", simple(outputs[0].get("typeRef")), _values(child(outputs[0], "outputValues"))),)
    return tuple(Column(one.get("name") or one.get("label") or "", simple(one.get("typeRef")),
                        _values(child(one, "outputValues"))) for one in outputs)


def _values(element) -> tuple[str, ...]:
    """The texts of a list such as "low","high"; nothing where it is anything else."""
    text = text_in(element)
    if not text:
        return ()
    try:
        found = compile_expression(f"[{text}]").answer({})
    except FeelError:
        return ()
    return tuple(found) if isinstance(found, list) and all(isinstance(one, str) for one in found) else ()


def simple(type_: str | None) -> str:
    bare = (type_ or "").rpartition(":")[2]
    return "number" if bare in NUMBERS else bare if bare in SIMPLE else ""
