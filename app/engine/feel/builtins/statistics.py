"""Functions that make one value of a list (DMN 10.3.4.4): sums, means, extremes, all and any."""
from collections.abc import Callable
from decimal import Decimal
from functools import reduce
from typing import Any

from app.engine.feel.builtins.registry import function
from app.engine.feel.compare import both, compare, either
from app.engine.feel.numbers import EXACT, NumberTrouble
from app.engine.feel.run import Run
from app.engine.feel.temporal import DaysDuration, MonthsDuration

TWO = Decimal(2)


@function("min(list...: list)")
def least(run: Run, items: list) -> Any:
    return _extreme(run, items, -1)


@function("max(list...: list)")
def greatest(run: Run, items: list) -> Any:
    return _extreme(run, items, 1)


@function("sum(list...: list)")
def total(run: Run, items: list) -> Any:
    if items and isinstance(items[0], (DaysDuration, MonthsDuration)):
        return _sum_of_durations(run, items)
    return _reckoned(run, items, lambda: reduce(EXACT.add, items))


@function("product(list...: list)")
def product(run: Run, items: list) -> Any:
    return _reckoned(run, items, lambda: reduce(EXACT.multiply, items))


@function("mean(list...: list)")
def mean(run: Run, items: list) -> Any:
    return _reckoned(run, items, lambda: _mean(items))


@function("median(list...: list)")
def median(run: Run, items: list) -> Any:
    return _reckoned(run, items, lambda: _median(sorted(items)))


@function("stddev(list...: list)")
def standard_deviation(run: Run, items: list) -> Any:
    """Of a sample: divided by one less than there are."""
    if len(items) == 1:
        return run.warn("One number alone does not deviate.")
    return _reckoned(run, items, lambda: _deviation(items))


@function("mode(list...: list)")
def mode(run: Run, items: list) -> Any:
    if not items:
        return []
    return _reckoned(run, items, lambda: _most_frequent(items))


@function("all(list...: list)")
def every_true(run: Run, items: list) -> Any:
    return _joined(run, items, True, both)


@function("any(list...: list)")
def some_true(run: Run, items: list) -> Any:
    return _joined(run, items, False, either)


def _extreme(run: Run, items: list, side: int) -> Any:
    if not items:
        return run.warn("An empty list has no least and no greatest value.")
    best = items[0]
    run.spend(len(items))
    for item in items:
        order = compare(item, best, run)
        if order is None:
            return None
        if order == side:
            best = item
    return best


def _reckoned(run: Run, items: list, reckon: Callable[[], Any]) -> Any:
    run.spend(len(items))
    if not items or not all(isinstance(item, Decimal) for item in items):
        return run.warn("This takes a list of numbers, and at least one.")
    try:
        return reckon()
    except NumberTrouble:
        return run.warn("The calculation has no number as its result.")


def _sum_of_durations(run: Run, items: list) -> Any:
    kind = type(items[0])
    if not all(type(item) is kind for item in items):
        return run.warn("Durations of different kinds have no sum.")
    return kind(sum(item.nanos if kind is DaysDuration else item.total for item in items))


def _mean(items: list) -> Decimal:
    return EXACT.divide(reduce(EXACT.add, items), Decimal(len(items)))


def _median(items: list) -> Decimal:
    middle = len(items) // 2
    if len(items) % 2:
        return items[middle]
    return EXACT.divide(EXACT.add(items[middle - 1], items[middle]), TWO)


def _deviation(items: list) -> Decimal:
    middle = _mean(items)
    squares = (EXACT.power(EXACT.subtract(item, middle), TWO) for item in items)
    return EXACT.sqrt(EXACT.divide(reduce(EXACT.add, squares), Decimal(len(items) - 1)))


def _most_frequent(items: list) -> list:
    counts: dict[Decimal, int] = {}
    for item in items:
        counts[item] = counts.get(item, 0) + 1
    most = max(counts.values())
    return sorted(item for item, times in counts.items() if times == most)


def _joined(run: Run, items: list, start: bool, join: Callable) -> Any:
    run.spend(len(items))
    if not all(item is None or isinstance(item, bool) for item in items):
        return run.warn("This takes a list of true and false.")
    return reduce(join, items, start)
