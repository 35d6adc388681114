"""Item definitions (DMN 7.3.2): the types of a model, and making values fit them."""
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from app.engine.feel import (
    Date,
    DateTime,
    Frame,
    Run,
    Time,
    read_date,
    read_date_time,
    read_duration,
    read_time,
)
from app.engine.feel.types import ANY, Type, a_type, conforms

MISFIT = object()
_OTHER_NAMES = {
    "integer": "number", "long": "number", "double": "number", "decimal": "number", "int": "number",
    "datetime": "date and time", "dateTime": "date and time", "": "Any", "any": "Any", "object": "Any",
}
_READERS: dict[str, Callable[[str], Any]] = {
    "date": read_date, "time": read_time, "date and time": read_date_time,
    "days and time duration": read_duration, "years and months duration": read_duration,
}


@dataclass(slots=True)
class ItemType:
    """`base` is a FEEL type or another item's; `components` a context's; `allowed` tests each, `limits` the whole."""

    name: str
    base: "ItemType | Type" = ANY
    collection: bool = False
    components: dict[str, "ItemType"] = field(default_factory=dict)
    allowed: Any = None
    limits: Any = None
    result: "ItemType | None" = None


def simple_type(name: str) -> Type | None:
    """A FEEL type by the name a model gives it, with or without prefix."""
    bare = name.split(":")[-1].removeprefix("feel.")
    return a_type(_OTHER_NAMES.get(bare, bare))


def fit(value: Any, wanted: ItemType | None, run: Run, given: bool = False) -> Any:
    """The value as the type has it (DMN 10.3.2.9.4), or MISFIT.

    `given` data comes from outside: texts become the dates they are meant to be, and missing components null.
    """
    if value is None or wanted is None:
        return value
    found = _fit_collection(value, wanted, run, given) if wanted.collection else _fit_one(value, wanted, run, given)
    if found is MISFIT and isinstance(value, list) and len(value) == 1 and not wanted.collection:
        found = _fit_one(value[0], wanted, run, given)
    return found


def feel_type(wanted: ItemType, depth: int = 0) -> Type:
    """The same type for FEEL's `instance of`, without the allowed values."""
    if depth > 8:
        return ANY
    if wanted.components:
        parts = tuple(feel_type(part, depth + 1) for part in wanted.components.values())
        one = Type("context", parts, tuple(wanted.components))
    else:
        one = wanted.base if isinstance(wanted.base, Type) else feel_type(wanted.base, depth + 1)
    return Type("list", (one,)) if wanted.collection else one


def _fit_collection(value: Any, wanted: ItemType, run: Run, given: bool) -> Any:
    items = value if isinstance(value, list) else [value]
    run.spend(1 + len(items))
    fitted = [None if item is None else _fit_one(item, wanted, run, given) for item in items]
    if any(item is MISFIT for item in fitted) or not _passes(fitted, wanted.limits, run):
        return MISFIT
    return fitted


def _fit_one(value: Any, wanted: ItemType, run: Run, given: bool) -> Any:
    if wanted.components:
        value = _fit_context(value, wanted, run, given)
    elif isinstance(wanted.base, ItemType):
        value = fit(value, wanted.base, run, given)
    else:
        value = _fit_simple(value, wanted.base, given)
    if value is MISFIT or not _passes(value, wanted.allowed, run):
        return MISFIT
    return value if wanted.collection or _passes(value, wanted.limits, run) else MISFIT


def _fit_simple(value: Any, wanted: Type, given: bool) -> Any:
    if given and isinstance(value, str) and wanted.name in _READERS:
        value = _READERS[wanted.name](value)
    if isinstance(value, Date) and wanted.name == "date and time":
        return DateTime(value, Time(0, 0, 0))
    return value if value is not None and conforms(value, wanted) else MISFIT


def _fit_context(value: Any, wanted: ItemType, run: Run, given: bool) -> Any:
    if not isinstance(value, dict):
        return MISFIT
    fitted = dict(value)
    for name, part in wanted.components.items():
        if name not in value and not given:
            return MISFIT
        run.spend()
        fitted[name] = fit(value.get(name), part, run, given)
        if fitted[name] is MISFIT:
            return MISFIT
    return fitted


def _passes(value: Any, tests: Any, run: Run) -> bool:
    return tests is None or tests(Frame({"?": value}, None, run)) is True
