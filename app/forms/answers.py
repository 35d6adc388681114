"""Given answers for readers: what was asked, what was said."""

from dataclasses import dataclass

from app.forms.data import is_empty
from app.forms.seat import Seat


@dataclass(frozen=True)
class Answer:
    """One answered field. `rows` are the answers of a list's rows; `wide` wants the whole width."""

    name: str
    label: str
    kind: str
    text: str
    value: object = None
    wide: bool = False
    rows: tuple[tuple["Answer", ...], ...] = ()
    files: tuple[dict, ...] = ()


def answers(seats: list[Seat]) -> tuple[Answer, ...]:
    """The answers of visible fields, groups opened, empty ones left out."""
    return tuple(answer for seat in seats for answer in _answers(seat))


def _answers(seat: Seat):
    if seat.part.type == "group":
        yield from answers(seat.seats)
    elif seat.is_list:
        rows = tuple(row for row in (answers(row) for row in seat.rows) if row)
        if rows:
            yield Answer(seat.name, seat.label, "list", "", wide=True, rows=rows)
    elif seat.kind.keyed and seat.label and not is_empty(seat.reading.value):
        yield _answer(seat)


def _answer(seat: Seat) -> Answer:
    kind = {"files": "files", "checkbox": "tick"}.get(seat.kind.template, "text")
    text = seat.kind.answer(seat.part, seat.reading, seat.place)
    files = tuple(seat.reading.value) if kind == "files" else ()
    wide = kind == "files" or seat.part.type == "textarea" or len(text) > 60
    return Answer(seat.name, seat.label, kind, text, seat.reading.value, wide, files=files)
