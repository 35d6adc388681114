"""Which rules of a table hit, and what comes of it."""
from dataclasses import dataclass
from typing import Any

from app.engine.dmn.item_types import MISFIT, ItemType, fit
from app.engine.dmn.table.columns import Input, Output, Rule
from app.engine.dmn.table.hits import AGGREGATIONS, POLICIES, Hits
from app.engine.feel import Frame, Type, read_date_time


@dataclass(frozen=True, slots=True)
class Table:
    """A decision table ready to decide (DMN 8.2.11)."""

    id: str
    policy: str
    aggregation: str
    inputs: list[Input]
    outputs: list[Output]
    rules: list[Rule]

    def decide(self, frame: Frame) -> Any:
        frames = [frame.inner({"?": self._value(column, frame)}) for column in self.inputs]
        hits = [rule for rule in self.rules if self._hits(rule, frames, frame)]
        frame.run.matched.setdefault(self.id, []).extend(rule.id for rule in hits)
        if not hits:
            return self._without_hits(frame)
        if self.policy == "FIRST":
            return self._result(hits[0], frame)
        found = Hits(
            self.id, [self._result(rule, frame) for rule in hits], [rule.id for rule in hits], frame.run,
            self._ranks(frame), [column.name for column in self.outputs],
        )
        if self.policy == "COLLECT" and self.aggregation:
            return AGGREGATIONS[self.aggregation](found)
        return POLICIES[self.policy](found)

    def _value(self, column: Input, frame: Frame) -> Any:
        value = column.node(frame)
        if isinstance(value, str) and column.kind is not None:
            return _meant(value, column.kind, frame)
        return value

    def _hits(self, rule: Rule, frames: list[Frame], frame: Frame) -> bool:
        frame.run.spend()
        return all(test(inner) is True for test, inner in zip(rule.tests, frames, strict=False))

    def _result(self, rule: Rule, frame: Frame) -> Any:
        return self._shaped([node(frame) for node in rule.values])

    def _shaped(self, values: list) -> Any:
        """One output is its value, several are a context."""
        if len(self.outputs) == 1:
            return values[0] if values else None
        return {column.name: value for column, value in zip(self.outputs, values, strict=False)}

    def _without_hits(self, frame: Frame) -> Any:
        """DMN 10.3.2.10: the default outputs, else null, whatever the policy."""
        if any(column.default for column in self.outputs):
            return self._shaped([column.default(frame) if column.default else None for column in self.outputs])
        return None

    def _ranks(self, frame: Frame) -> list:
        if self.policy not in ("PRIORITY", "OUTPUT ORDER"):
            return []
        return [column.ranks(frame) if column.ranks else None for column in self.outputs]


def _meant(text: str, kind: ItemType, frame: Frame) -> Any:
    """A text in a column of dates as the date, or the moment, that it tells: for Camunda 7 a `date` is a moment."""
    fitted = fit(text, kind, frame.run, given=True)
    if fitted is not MISFIT:
        return fitted
    return read_date_time(text) or text if isinstance(kind.base, Type) and kind.base.name == "date" else text
