"""What may be a variable: plain, shallow, small data, so that a state can be written, read and shown."""

import datetime
import decimal
import uuid

NODES = 200_000
DEPTH = 64
BITS = 1024
SCALARS = (str, bool, int, float, type(None))
MOMENTS = (datetime.datetime, datetime.date, datetime.time, datetime.timedelta, decimal.Decimal)
MARK = "\0"


class ValueRefused(ValueError):
    """This value cannot be kept as a variable of a run."""


def plain(value, deleted: bool = False):
    """The value as plain data: dict with text keys, list, text, numbers, booleans, None, dates, durations, Decimal.

    Aliased structures are walked as often as they appear, so that a few lists inside each other cannot swell the state.
    Raises ValueRefused for what is too large, too deep or of another kind. `deleted` lets `...` pass at the top.
    """
    return _Walk().top(value) if deleted else _Walk().value(value, 0)


class _Walk:
    def __init__(self):
        self.left = NODES

    def top(self, value):
        if isinstance(value, dict):
            return {name: (item if item is ... else self.value(item, 1)) for name, item in value.items()}
        return self.value(value, 0)

    def value(self, value, depth):
        kind = type(value)
        self.left -= 1 + (len(value) >> 6 if kind is str else 0)
        if self.left < 0 or depth > DEPTH:
            raise ValueRefused("The value is too large or nested too deeply.")
        if kind is str or kind is bool or value is None or kind is float:
            return value
        if kind is int:
            return _number(value)
        return self.compound(value, depth)

    def compound(self, value, depth):
        if isinstance(value, dict):
            return {_key(key): self.value(item, depth + 1) for key, item in value.items()}
        if isinstance(value, (list, tuple, set, frozenset)):
            return [self.value(item, depth + 1) for item in value]
        if isinstance(value, MOMENTS):
            return value
        if isinstance(value, SCALARS):
            return _base(value)
        if isinstance(value, uuid.UUID):
            return str(value)
        raise ValueRefused(f"A value of kind {type(value).__name__} cannot be kept.")


def _number(value):
    if value.bit_length() > BITS:
        raise ValueRefused("The number is too large.")
    return value


def _key(key):
    if not isinstance(key, (str, int, float, bool, type(None))):
        raise ValueRefused("The keys of a dictionary must be plain values.")
    key = str(key)
    if key.startswith(MARK):
        raise ValueRefused("A name cannot begin with a NUL character.")
    return key


def _base(value):
    """Subclasses of text and numbers (enums, markup) lose their class."""
    return next(kind(value) for kind in (str, int, float) if isinstance(value, kind))
