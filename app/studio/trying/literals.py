"""The values a drawing asks for by name: `outcome = "approved"` in a condition makes "approved" worth trying."""

import re
from html import unescape

from app.engine.expressions import mentions

TEXT = re.compile(r'([A-Za-z_]\w*(?:\.\w+)*)\s*(?:=|!=|==)\s*"([^"\n]{0,80})"')
LISTED = re.compile(r'([A-Za-z_]\w*(?:\.\w+)*)\s+in\s*\(([^)\n]{0,400})\)')
NUMBER = re.compile(r"([A-Za-z_]\w*(?:\.\w+)*)\s*(?:[<>]=?|=|!=)\s*(-?\d+(?:\.\d+)?)(?![\w.])")
YES_NO = re.compile(r"([A-Za-z_]\w*(?:\.\w+)*)\s*(?:=|!=|==)\s*(true|false)\b")
ALONE = re.compile(r"^=?\s*(?:not\()?\s*([A-Za-z_]\w*)\s*\)?\s*$")
CONDITION = re.compile(r"<(?:\w+:)?conditionExpression[^>]*>(.*?)</(?:\w+:)?conditionExpression>", re.DOTALL)
QUOTED = re.compile(r'"([^"]{0,80})"')
ENDS = ("fulfilled", "refused", "expired", "withdrawn")
"""How a called service ends."""


def literals_of(version) -> dict[str, list]:
    """Variable -> the values its conditions compare it with, and for numbers the neighbours on both sides."""
    found: dict[str, list] = {}
    for text in (unescape(text) for xml in version.diagram.xml.values() for text in CONDITION.findall(xml)):
        for name, value in TEXT.findall(text):
            _add(found, name, value)
        for name, listed in LISTED.findall(text):
            for value in QUOTED.findall(listed):
                _add(found, name, value)
        for name, value in NUMBER.findall(text):
            number = float(value) if "." in value else int(value)
            for near in (number, number + 1, number - 1):
                _add(found, name, near)
        for name in [name for name, _ in YES_NO.findall(text)] + ALONE.findall(text.strip()):
            _add(found, name, True)
            _add(found, name, False)
    return found


def answers_of(version, call) -> dict[str, list]:
    """What a call from outside gives back: name -> values worth trying, by the outputs the element declares."""
    known = literals_of(version)
    found: dict[str, list] = {}
    for one in call.facts.outputs:
        for name in sorted(mentions(one.source)) if one.source.lstrip()[:1] in "=$#" else ():
            found.setdefault(name, []).extend(value for value in known.get(one.target, ()) if value not in found[name])
    if not found and call.facts.result_variable:
        found[call.facts.result_variable] = list(known.get(call.facts.result_variable, ()))
    if call.kind == "process":
        found["outcome"] = [*ENDS, *(value for value in found.get("outcome", ()) if value not in ENDS)]
    return found


def _add(found, name, value):
    values = found.setdefault(name, [])
    if not any(value == one and type(value) is type(one) for one in values):
        values.append(value)
