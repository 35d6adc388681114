"""From seats to the tree of views that templates draw."""

from app.forms.examination import FieldError, FieldView, Pick, Row
from app.forms.place import as_text
from app.forms.seat import Seat


def views(seats: list[Seat], errors: dict[str, FieldError]) -> tuple[FieldView, ...]:
    """The views of `seats`; `errors` by path."""
    return tuple(_view(seat, errors) for seat in seats)


def _view(seat: Seat, errors) -> FieldView:
    part, language = seat.part, seat.place.setting.language
    columns = part.layout.get("columns")
    return FieldView(
        id=part.id,
        type=part.type,
        template={"group": "group", "dynamiclist": "list"}.get(part.type, seat.kind.template),
        name=seat.name if part.path else "",
        label=seat.label,
        help=seat.place.words(part.text("description", language)),
        note=seat.place.words(part.text("required-note", language)),
        band=str(part.layout.get("row") or ""),
        columns=columns if isinstance(columns, int) and 1 <= columns <= 16 else None,
        watched=part.watched,
        error=errors.get(seat.name) if part.path else None,
        **(_container(seat, errors) if part.type in ("group", "dynamiclist") else _answered(seat)),
    )


def _answered(seat: Seat) -> dict:
    part, reading, place, kind = seat.part, seat.reading, seat.place, seat.kind
    return {
        "text": reading.text,
        "value": reading.value,
        "answer": kind.answer(part, reading, place),
        "asked": kind.asked,
        "required": kind.asked and not seat.readonly and seat.required,
        "readonly": kind.asked and seat.readonly,
        "picks": _picks(reading),
        "more": kind.show(part, reading, place),
    }


def _container(seat: Seat, errors) -> dict:
    raw = seat.part.raw
    if seat.part.type == "group":
        return {"fields": views(seat.seats, errors), "more": {"outline": raw.get("showOutline") is True}}
    rows = tuple(_row(seat, number, row, errors) for number, row in enumerate(seat.rows))
    language = seat.place.setting.language
    return {"rows": rows, "more": {
        "changeable": raw.get("allowAddRemove") is not False,
        "outline": raw.get("showOutline") is True,
        "add": seat.part.text("add-label", language),
        "row": seat.part.text("row-label", language),
        "open": raw.get("nonCollapsedItems") if isinstance(raw.get("nonCollapsedItems"), int) else 5,
        "folds": raw.get("disableCollapse") is not True,
    }}


def _row(seat: Seat, number: int, row: list[Seat], errors) -> Row:
    name = f"{seat.name}.{number}"
    wrong = any(path.startswith(f"{name}.") for path in errors)
    return Row(number, name, views(row, errors), wrong)


def _picks(reading) -> tuple[Pick, ...]:
    chosen = reading.value if isinstance(reading.value, list) else [reading.value]
    chosen = [as_text(value) for value in chosen if isinstance(value, (str, int, float, bool))]
    return tuple(
        Pick(as_text(option.value), option.label, option.note, option.off, as_text(option.value) in chosen)
        for option in reading.options
    )
