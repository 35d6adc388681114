"""A decision table from its element: inputs, outputs and rules, whichever way it was drawn."""
from typing import Any

from app.engine.dmn.expressions import Desk, Node
from app.engine.dmn.table.columns import Input, Output, Rule
from app.engine.dmn.table.deciding import Table
from app.engine.dmn.table.hits import AGGREGATIONS, POLICIES
from app.engine.dmn.xml import child, children, text_in

_SHORT = {
    "U": "UNIQUE", "F": "FIRST", "P": "PRIORITY", "A": "ANY", "C": "COLLECT", "R": "RULE ORDER", "O": "OUTPUT ORDER",
}


def decision_table(element: Any, desk: Desk, inner: Any) -> Node:
    """DMN 8.3.1. The hit policy is UNIQUE unless another one is given."""
    policy = (element.get("hitPolicy") or "UNIQUE").upper().replace("_", " ")
    policy = _SHORT.get(policy, policy)
    aggregation = (element.get("aggregation") or "").upper()
    if policy not in POLICIES or aggregation not in AGGREGATIONS:
        return desk.broken(element, f"There is no hit policy {policy} {aggregation}.".replace(" .", "."))
    outputs = [_output(column, desk) for column in children(element, "output")]
    rules = children(element, "rule")
    inputs = [_input(column, place, rules, desk) for place, column in enumerate(children(element, "input"))]
    return Table(
        element.get("id") or desk.owner, policy, aggregation, inputs, outputs,
        [_rule(rule, outputs, desk) for rule in rules],
    ).decide


def _input(column: Any, place: int, rules: list, desk: Desk) -> Input:
    """Without an expression the label is the variable, if it can be one; else every cell has to be empty."""
    expression = child(column, "inputExpression")
    if expression is not None and text_in(expression):
        return Input(text_in(expression), desk.expression(expression), desk.resolve(expression.get("typeRef")))
    label = (column.get("label") or "").strip()
    if label.isidentifier():
        return Input(label, desk.expression(column, label), None)
    cells = [children(rule, "inputEntry")[place : place + 1] for rule in rules]
    if any(text_in(cell[0]) not in ("", "-") for cell in cells if cell):
        return Input("", desk.broken(column, "The input has no expression."), None)
    return Input("", lambda frame: None, None)


def _output(column: Any, desk: Desk) -> Output:
    default = child(column, "defaultOutputEntry")
    values = child(column, "outputValues")
    ranks = None
    if values is not None and text_in(values):
        ranks = desk.expression(values, f"[{text_in(values)}]")
    return Output(
        column.get("name") or column.get("label") or "",
        desk.resolve(column.get("typeRef")),
        desk.expression(default) if default is not None and text_in(default) else None,
        ranks,
    )


def _rule(rule: Any, outputs: list[Output], desk: Desk) -> Rule:
    tests = tuple(desk.tests(entry) for entry in children(rule, "inputEntry"))
    entries = children(rule, "outputEntry")
    values = tuple(
        desk.typed(_cell(entry, desk), output.kind, f"The output {output.name}".strip())
        for entry, output in zip(entries, outputs, strict=False)
    )
    return Rule(rule.get("id") or "", tests, values)


def _cell(entry: Any, desk: Desk) -> Node:
    """An empty cell and `-` give null."""
    text = text_in(entry)
    return desk.expression(entry) if text not in ("", "-") else lambda frame: None
