"""The walk that decides which fields are there and what their answers are, until nothing changes any more.

A field's visibility may hang on answers of fields before and behind it, and on computed values; a hidden field has no
answer (form-js removes it from the data). So the form is walked with the answers of the last walk until both agree.
"""

from collections.abc import Mapping

from app.forms.data import ABSENT, copied, drop, get
from app.forms.kinds import Reading
from app.forms.place import Place, Setting
from app.forms.posting import MOST_ROWS
from app.forms.schema import Schema
from app.forms.seat import Seat, values_of

FREE_WALKS = 8
MOST_WALKS = 40


class Seating:
    """One form with one set of raw answers. `seats` is what came out, `names` what formulas see at the end."""

    def __init__(self, schema: Schema, raw: dict, scope: Mapping, setting: Setting):
        self.schema, self.raw, self.setting = schema, raw, setting
        self.scope = copied(dict(scope))
        self._outside = copied(self.scope)
        _drop_answers(self._outside, schema.parts)
        self._hidden: set = set()
        self._read: dict[tuple, Reading] = {}
        self._settling = False
        self.seats: list[Seat] = []
        self.names: dict = {}
        self._settle()

    @property
    def place(self) -> Place:
        return Place(self.setting, self.names)

    def _settle(self) -> None:
        """Fields that hide each other in a circle would never settle: after some walks, hidden stays hidden."""
        known: dict = {}
        for walk in range(MOST_WALKS):
            self._settling = walk >= FREE_WALKS
            self.names = _seen_by_formulas(self._outside, known)
            self.seats = list(self._level(self.schema.parts, self.raw, self.scope, self.names, ()))
            now_known = values_of(self.seats, submitted=False)
            if now_known == known or not self.schema.watching:
                return
            known = now_known

    def _level(self, parts, raw, before, names, prefix):
        place = Place(self.setting, names)
        for part in parts:
            if not self._is_hidden(part, place, prefix):
                yield self._seat(part, raw, before, place, prefix)

    def _is_hidden(self, part, place, prefix) -> bool:
        mark = (*prefix, part.id)
        if self._settling and mark in self._hidden:
            return True
        hide = part.hide()
        hidden = hide is not None and place.feel(hide) is True
        if hidden and self._settling:
            self._hidden.add(mark)
        return hidden

    def _seat(self, part, raw, before, place, prefix) -> Seat:
        seat = Seat(part, prefix + part.path, place, Reading(None))
        if part.type == "group":
            seat.seats = list(self._level(part.parts, raw, before, place.names, prefix))
        elif part.type == "dynamiclist":
            seat.rows = self._rows(part, raw, before, place, seat.path)
        else:
            self._answer(seat, raw, before)
        return seat

    def _rows(self, part, raw, before, place, path) -> list[list[Seat]]:
        given, earlier = get(raw, part.path, ABSENT), get(before, part.path)
        earlier = earlier if isinstance(earlier, list) else None
        given = _row_count(part, earlier) if given is ABSENT or not isinstance(given, list) else given
        if part.raw.get("allowAddRemove") is False:
            given = given[:max(len(earlier or ()), _repetitions(part))]
        known = get(place.names, part.path)
        rows = []
        for number, row in enumerate(given[:MOST_ROWS]):
            names = _row_names(place.names, _row(known, number), number)
            row = row if isinstance(row, dict) else {}
            rows.append(list(self._level(part.parts, row, _row(earlier, number), names, (*path, str(number)))))
        return rows

    def _answer(self, seat: Seat, raw, before) -> None:
        part, place = seat.part, seat.place
        seat.disabled = part.raw.get("disabled") is True
        seat.readonly = seat.disabled or place.given(part.raw.get("readonly")) is True
        given = get(raw, part.path, ABSENT) if part.path and not seat.readonly else ABSENT
        if given is ABSENT:
            given = get(before, part.path, ABSENT) if part.path else None
        if given is ABSENT:
            given = place.given(part.raw.get("defaultValue"))
        seat.reading = self._reading(seat, given)

    def _reading(self, seat: Seat, given) -> Reading:
        """What stands still is read in the first walk only."""
        mark = (*seat.path, seat.part.id)
        if mark not in self._read or not seat.part.still:
            self._read[mark] = seat.kind.read(seat.part, given, seat.place)
        return self._read[mark]


def _seen_by_formulas(outside: dict, known: dict) -> dict:
    names = _merged(outside, known)
    return {**names, "this": known, "_this_": known, "parent": None, "_parent_": None}


def _row(rows, number: int) -> dict:
    row = rows[number] if isinstance(rows, list) and number < len(rows) else None
    return row if isinstance(row, dict) else {}


def _row_names(names: dict, row: dict, number: int) -> dict:
    """In a row, `this` is the row, `parent` what is around it, `i` counts from 1 (form-js)."""
    own = {"this": row, "parent": names, "i": number + 1}
    return {**names, **row, **own, **{f"_{name}_": value for name, value in own.items()}}


def _row_count(part, earlier) -> list:
    return earlier if earlier is not None else [{} for _ in range(_repetitions(part))]


def _repetitions(part) -> int:
    count = part.raw.get("defaultRepetitions", 1)
    return min(max(count, 0), MOST_ROWS) if isinstance(count, int) and not isinstance(count, bool) else 1


def _drop_answers(tree: dict, parts) -> None:
    """What the scope says about the form's own fields is no truth for formulas: what is hidden must not be seen."""
    for part in parts:
        if part.type == "group":
            _drop_answers(tree, part.parts)
        elif part.path:
            drop(tree, part.path)


def _merged(below: Mapping, above: Mapping) -> dict:
    tree = dict(below)
    for key, value in above.items():
        old = tree.get(key)
        tree[key] = _merged(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return tree
