"""Scripts and expressions can be read, in a language that runs here, and keep to what a sandbox allows."""

import ast
from collections.abc import Iterator

from app.engine.bpmn import kind
from app.engine.check.drawing import Drawing
from app.engine.check.spoken import FOREIGN, spoken, understand
from app.engine.finding import Finding

RUNS = ("feel", "juel", "python")
FORBIDDEN = frozenset(["open", "eval", "exec", "compile", "__import__", "input", "breakpoint", "getattr", "setattr"])


def expressions_compile(drawing: Drawing) -> Iterator[Finding]:
    """Beyond BPMN: what cannot be read now would stop a case later."""
    for one in spoken(drawing):
        trouble = understand(one).trouble
        if trouble:
            rule = "script-broken" if one.role == "script" else "expression-broken"
            report = drawing.warning if _of_event(one) else drawing.error
            yield report(rule, one.element, text=_short(one.words), detail=trouble)
        elif one.language in FOREIGN and one.role != "script":
            yield drawing.error("expression-language", one.element, text=_short(one.words), language=one.language)


def _of_event(one):
    """A conditional event whose condition is plain words stops nothing: it only never happens."""
    return one.role == "condition" and kind(one.element).endswith("Event")


def scripts_stay_inside(drawing: Drawing) -> Iterator[Finding]:
    """Beyond BPMN: scripts run in a sandbox; what reaches out of it would stop there."""
    for one in spoken(drawing):
        tree = understand(one).tree
        if tree is None:
            continue
        names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} & FORBIDDEN
        names |= {
            node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr.startswith("__")
        }
        if names:
            yield drawing.error("script-reaches-out", one.element, names=", ".join(sorted(names)))
        if any(_endless(node) for node in ast.walk(tree)):
            yield drawing.error("script-endless", one.element)


def _endless(node):
    """`while True` without a way out."""
    if not isinstance(node, ast.While) or not isinstance(node.test, ast.Constant) or not node.test.value:
        return False
    return not any(isinstance(inner, (ast.Break, ast.Return, ast.Raise)) for inner in ast.walk(node))


def _short(words):
    words = " ".join(words.split())
    return words if len(words) <= 80 else words[:79] + "…"


RULES = (expressions_compile, scripts_stay_inside)
