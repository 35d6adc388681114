"""What no run could execute is refused when it is compiled, at its element."""

import re

from app.engine.bpmn import child, text
from app.engine.finding import ModelRefused, finding

NO_NUMBER = re.compile(r"=?\s*(-\d+|\d*\.\d+)")


def quantity(xml, name: str) -> int:
    """startQuantity or completionQuantity: a whole number of at least 1 (BPMN table 10.3)."""
    value = (xml.get(name) or "1").strip()
    if not value.isdigit() or int(value) < 1:
        raise ModelRefused([finding("quantity", "error", xml.get("id"), xml.get("name"), what=name, value=value)])
    return int(value)


def maximum(activity, standard) -> int | None:
    """The most rounds of a standard loop, at least one (BPMN table 10.27)."""
    value = standard.get("loopMaximum")
    if value is not None and not (value.strip().isdigit() and int(value) > 0):
        raise ModelRefused([finding("loop-maximum", "error", activity.get("id"), activity.get("name"), maximum=value)])
    return None if value is None else int(value)


def cardinality(activity, multi) -> str | None:
    """How many instances; a constant must be a number of times (BPMN 10.3.8)."""
    number = text(child(multi, "loopCardinality"))
    if NO_NUMBER.fullmatch(number):
        raise ModelRefused(
            [finding("multi-instance-number", "error", activity.get("id"), activity.get("name"), number=number)]
        )
    return number or None
