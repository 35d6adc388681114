"""Hit policies and aggregators (DMN 8.2.10 and table 38)."""
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from app.engine.feel import Run
from app.engine.feel.builtins import built_in
from app.engine.feel.compare import alike


@dataclass(frozen=True, slots=True)
class Hits:
    """The `results` of the rules that hit, in the table's order; `ranks` hold each output's values by priority."""

    table: str
    results: list
    rules: list[str]
    run: Run
    ranks: list
    names: list[str]

    def broken(self, sentence: str) -> None:
        """The table's own promise is not kept: null, and a violation that a strict reader refuses."""
        self.run.violations.append((self.table, f"{sentence} ({', '.join(self.rules)})"))
        return self.run.warn(sentence)


def unique(hits: Hits) -> Any:
    if len(hits.results) > 1:
        return hits.broken("More than one rule hits, though the table says that only one ever does.")
    return hits.results[0]


def any_of(hits: Hits) -> Any:
    if not all(_alike(result, hits.results[0], hits.run) for result in hits.results):
        return hits.broken("Rules with different outputs hit, though the table says that they always agree.")
    return hits.results[0]


def priority(hits: Hits) -> Any:
    return output_order(hits)[0]


def output_order(hits: Hits) -> list:
    """By the order of each output's values, the first output weighing most; equal ones keep the table's order."""
    return sorted(hits.results, key=lambda result: _weight(result, hits))


def rule_order(hits: Hits) -> list:
    return hits.results


def _weight(result: Any, hits: Hits) -> list[int]:
    values = [result] if len(hits.names) == 1 else [result.get(name) for name in hits.names]
    return [_rank(value, ranks, hits.run) for value, ranks in zip(values, hits.ranks, strict=True)]


def _rank(value: Any, ranks: Any, run: Run) -> int:
    if not isinstance(ranks, list):
        return 0
    return next((place for place, rank in enumerate(ranks) if _alike(value, rank, run)), len(ranks))


def _alike(one: Any, other: Any, run: Run) -> bool:
    return one is other or alike(one, other, run)


def _aggregated(name: str) -> Callable[[Hits], Any]:
    """Sum, min and max of the one output, or of each output by itself."""

    def aggregate(hits: Hits) -> Any:
        reckon = built_in(name).signatures[0].call
        if len(hits.names) == 1:
            return reckon(hits.run, hits.results)
        return {key: reckon(hits.run, [result.get(key) for result in hits.results]) for key in hits.names}

    return aggregate


def _count(hits: Hits) -> Decimal:
    return Decimal(len(hits.results))


POLICIES: dict[str, Callable[[Hits], Any] | None] = {
    "UNIQUE": unique, "ANY": any_of, "PRIORITY": priority, "FIRST": None, "RULE ORDER": rule_order,
    "OUTPUT ORDER": output_order, "COLLECT": rule_order,
}
AGGREGATIONS: dict[str, Callable[[Hits], Any] | None] = {
    "": None, "SUM": _aggregated("sum"), "MIN": _aggregated("min"), "MAX": _aggregated("max"), "COUNT": _count,
}
