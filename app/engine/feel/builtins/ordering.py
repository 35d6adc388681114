"""sort() (DMN 10.3.4.8): by a function that says which of two comes first."""
from functools import cmp_to_key
from typing import Any

from app.engine.feel.builtins.registry import function
from app.engine.feel.compare import compare
from app.engine.feel.function import Function
from app.engine.feel.run import Run


@function("sort(list: list, precedes: function)")
def sort(run: Run, items: list, precedes: Function) -> Any:
    """Stable. An answer that is neither true nor false makes the whole null."""
    unsure: list[Any] = []

    def order(one: Any, other: Any) -> int:
        run.enter()
        try:
            first = precedes.invoke(run, [one, other], None)
            if first is True:
                return -1
            if not isinstance(first, bool):
                unsure.append(first)
            return 1 if precedes.invoke(run, [other, one], None) is True else 0
        finally:
            run.leave()

    ordered = sorted(items, key=cmp_to_key(order))
    return run.warn("sort() needs a function that says true or false.") if unsure else ordered


@function("sort(list: list)")
def sort_naturally(run: Run, items: list) -> Any:
    run.fits(len(items) * 16)
    if any(compare(items[0], item, run) is None for item in items):
        return None
    return sorted(items, key=cmp_to_key(lambda one, other: compare(one, other, run) or 0))
