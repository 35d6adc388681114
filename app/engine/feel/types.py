"""FEEL's types (DMN 10.3.2.9): naming a value's type, and asking whether a value conforms to one."""
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from app.engine.feel.function import Function
from app.engine.feel.ranges import Range
from app.engine.feel.temporal import Date, DateTime, DaysDuration, MonthsDuration, Time

_NAMES = {
    Decimal: "number", str: "string", bool: "boolean", type(None): "null", list: "list", dict: "context",
    Range: "range", Function: "function", Date: "date", Time: "time", DateTime: "date and time",
    DaysDuration: "days and time duration", MonthsDuration: "years and months duration",
}
OTHER_NAMES = {
    "Null": "null",
    "dayTimeDuration": "days and time duration", "yearMonthDuration": "years and months duration",
    "dateTime": "date and time", "days and time": "days and time duration",
    "years and months": "years and months duration",
}
SIMPLE = frozenset(_NAMES.values()) | {"Any"}


@dataclass(frozen=True, slots=True)
class Type:
    """`name` of a simple type, or list/range/context/function with `parts` (and `fields` naming a context's)."""

    name: str
    parts: tuple["Type", ...] = ()
    fields: tuple[str, ...] = ()


ANY = Type("Any")


def type_name(value: Any) -> str:
    found = _NAMES.get(type(value))
    return found or ("function" if isinstance(value, Function) else "Any")


def a_type(name: str) -> Type | None:
    """A built-in type by its name, or None."""
    name = OTHER_NAMES.get(name, name)
    return Type(name) if name in SIMPLE else None


def conforms(value: Any, wanted: Type) -> bool:
    """Whether the value belongs to the type; null belongs to every type (DMN 10.3.2.9.2)."""
    return value is None or instance(value, wanted)


def instance(value: Any, wanted: Type) -> bool:
    """`value instance of wanted` (DMN 10.3.2.9.5): null is an instance of null alone."""
    if wanted.name == "Any":
        return value is not None
    if value is None:
        return wanted.name == "null"
    if type_name(value) != wanted.name:
        return False
    return not wanted.parts and not wanted.fields or _PARTS[wanted.name](value, wanted)


def _list_of(value: list, wanted: Type) -> bool:
    return all(conforms(item, wanted.parts[0]) for item in value)


def _range_of(value: Range, wanted: Type) -> bool:
    return all(conforms(end, wanted.parts[0]) for end in (value.start, value.end))


def _context_of(value: dict, wanted: Type) -> bool:
    fields = zip(wanted.fields, wanted.parts, strict=True)
    return all(name in value and conforms(value[name], part) for name, part in fields)


def _function_of(value: Function, wanted: Type) -> bool:
    *parameters, result = wanted.parts
    if len(parameters) != len(value.parameters):
        return False
    if value.result is not None and not fits_within(value.result, result):
        return False
    return all(own is None or fits_within(part, own) for own, part in zip(value.types, parameters, strict=True))


def fits_within(narrow: Type, wide: Type) -> bool:
    """Whether every value of the one type belongs to the other (DMN 10.3.2.9.2, conformance of types)."""
    if wide.name == "Any" or narrow == wide or narrow.name == "null":
        return True
    if narrow.name != wide.name:
        return False
    if wide.name == "context":
        own = dict(zip(narrow.fields, narrow.parts, strict=True))
        fields = zip(wide.fields, wide.parts, strict=True)
        return all(name in own and fits_within(own[name], part) for name, part in fields)
    if wide.name == "function" and len(narrow.parts) == len(wide.parts):
        return fits_within(narrow.parts[-1], wide.parts[-1]) and all(
            fits_within(theirs, own) for own, theirs in zip(narrow.parts[:-1], wide.parts[:-1], strict=True)
        )
    return len(narrow.parts) == len(wide.parts) and all(map(fits_within, narrow.parts, wide.parts))


_PARTS = {"list": _list_of, "range": _range_of, "context": _context_of, "function": _function_of}
