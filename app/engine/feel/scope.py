"""Where names are looked up: inner frames first, the given data last."""
from collections.abc import Mapping
from typing import Any

from app.engine.feel.plain import from_json
from app.engine.feel.run import Run

MISSING = object()


class Given:
    """The caller's plain data, turned into FEEL values one name at a time: unread names cost nothing."""

    __slots__ = ("data", "read")

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self.read: dict[str, Any] = {}

    def get(self, name: str, default: Any = None) -> Any:
        value = self.read.get(name, MISSING)
        if value is MISSING:
            value = self.data.get(name, MISSING)
            if value is MISSING:
                return default
            value = self.read[name] = from_json(value)
        return value


class Frame:
    """One level of names over another. `names` is anything with `get(name, default)`."""

    __slots__ = ("names", "outer", "run")

    def __init__(self, names: Any, outer: "Frame | None", run: Run) -> None:
        self.names = names
        self.outer = outer
        self.run = run

    def inner(self, names: dict[str, Any]) -> "Frame":
        return Frame(names, self, self.run)

    def find(self, name: str) -> Any:
        """The value behind the name, or MISSING."""
        frame: Frame | None = self
        while frame is not None:
            value = frame.names.get(name, MISSING)
            if value is not MISSING:
                return value
            frame = frame.outer
        return MISSING
