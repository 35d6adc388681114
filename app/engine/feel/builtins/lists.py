"""Functions that look into lists and make new ones (DMN 10.3.4.4)."""
from decimal import Decimal
from typing import Any

from app.engine.feel.builtins.registry import function
from app.engine.feel.compare import alike
from app.engine.feel.function import Function
from app.engine.feel.numbers import whole
from app.engine.feel.run import Run


@function("list contains(list: list, element: any?)")
def list_contains(run: Run, items: list, element: Any) -> bool:
    return any(_same(item, element, run) for item in items)


@function("count(list...: list)")
def count(run: Run, items: list) -> Decimal:
    return Decimal(len(items))


@function("sublist(list: list, start position: number, length?: number?)")
def sublist(run: Run, items: list, start: Decimal, length: Decimal | None) -> Any:
    place = whole(start)
    size = len(items) if length is None else whole(length.to_integral_value("ROUND_DOWN"))
    if not place or abs(place) > len(items) or size is None or size < 0 or (length is not None and size < 1):
        return run.warn("sublist() begins at an item of the list and takes at least one.")
    first = place - 1 if place > 0 else len(items) + place
    if length is not None and first + size > len(items):
        return run.warn("sublist() asks for more items than there are.")
    return items[first : first + size]


@function("append(list: list, item...: any?)")
def append(run: Run, items: list, *new: Any) -> list:
    return _kept(run, [*items, *new])


@function("concatenate(list...: list)")
def concatenate(run: Run, lists: list) -> list:
    return _kept(run, [item for part in lists for item in _as_list(part)])


@function("insert before(list: list, position: number, newItem: any?)")
def insert_before(run: Run, items: list, position: Decimal, new: Any) -> Any:
    place = _place(position, items, run)
    return None if place is None else _kept(run, [*items[:place], new, *items[place:]])


@function("remove(list: list, position: number)")
def remove(run: Run, items: list, position: Decimal) -> Any:
    place = _place(position, items, run)
    return None if place is None else _kept(run, [*items[:place], *items[place + 1 :]])


@function("list replace(list: list, position: number, newItem: any?)")
def list_replace(run: Run, items: list, position: Decimal, new: Any) -> Any:
    place = _place(position, items, run)
    return None if place is None else _kept(run, [*items[:place], new, *items[place + 1 :]])


@function("list replace(list: list, match: function, newItem: any?)")
def list_replace_matching(run: Run, items: list, match: Function, new: Any) -> Any:
    made = []
    for item in items:
        run.spend()
        answer = match.invoke(run, [item, new], None)
        if not isinstance(answer, bool):
            return run.warn("list replace() needs a function that says true or false.")
        made.append(new if answer else item)
    return made


@function("reverse(list: list)")
def reverse(run: Run, items: list) -> list:
    return _kept(run, items[::-1])


@function("index of(list: list, match: any?)")
def index_of(run: Run, items: list, match: Any) -> list:
    return [Decimal(place) for place, item in enumerate(items, 1) if _same(item, match, run)]


@function("union(list...: list)")
def union(run: Run, lists: list) -> list:
    return distinct_values(run, concatenate(run, lists))


@function("distinct values(list: list)")
def distinct_values(run: Run, items: list) -> list:
    """In the order of their first appearance."""
    seen: set[Any] = set()
    kept: list[Any] = []
    for item in items:
        run.spend()
        if _simple(item):
            if (type(item), item) not in seen:
                seen.add((type(item), item))
                kept.append(item)
        elif not any(_same(item, other, run) for other in kept):
            kept.append(item)
    return kept


@function("duplicate values(list: list)")
def duplicate_values(run: Run, items: list) -> list:
    return [item for item in distinct_values(run, items) if sum(_same(item, other, run) for other in items) > 1]


@function("flatten(list: list)")
def flatten(run: Run, items: list) -> list:
    flat: list[Any] = []
    waiting = [iter(items)]
    while waiting:
        for item in waiting[-1]:
            run.spend()
            if isinstance(item, list):
                waiting.append(iter(item))
                break
            flat.append(item)
        else:
            waiting.pop()
    return flat


@function("partition(list: list, size: number)")
def partition(run: Run, items: list, size: Decimal) -> Any:
    step = whole(size)
    if not step or step < 0:
        return run.warn("partition() takes a positive whole number.")
    return _kept(run, [items[place : place + step] for place in range(0, len(items), step)])


@function("is empty(list: list)")
def is_empty(run: Run, items: list) -> bool:
    return not items


def _same(item: Any, other: Any, run: Run) -> bool:
    run.spend()
    return item is other or alike(item, other, run)


def _simple(item: Any) -> bool:
    return item is None or isinstance(item, (str, bool, Decimal))


def _as_list(part: Any) -> list:
    return part if isinstance(part, list) else [part]


def _kept(run: Run, items: list) -> list:
    run.fits(len(items))
    return items


def _place(position: Decimal, items: list, run: Run) -> Any:
    place = whole(position)
    if not place or abs(place) > len(items):
        return run.warn(f"The list has no item number {position}.")
    return place - 1 if place > 0 else len(items) + place
