"""A visible field with its answer: what one walk through a form leaves behind."""

from dataclasses import dataclass, field

from app.forms.data import put
from app.forms.kinds import Kind, Reading, kind_of
from app.forms.part import Part
from app.forms.place import Place


@dataclass
class Seat:
    """`path` leads from the form to the value, row numbers included; `seats` are a group's fields, `rows` a list's."""

    part: Part
    path: tuple[str, ...]
    place: Place
    reading: Reading
    readonly: bool = False
    disabled: bool = False
    seats: list["Seat"] = field(default_factory=list)
    rows: list[list["Seat"]] = field(default_factory=list)

    @property
    def kind(self) -> Kind:
        return kind_of(self.part.type)

    @property
    def is_list(self) -> bool:
        return self.part.type == "dynamiclist"

    @property
    def name(self) -> str:
        return ".".join(self.path)

    @property
    def label(self) -> str:
        language = self.place.setting.language
        names = ("label", "dateLabel", "timeLabel") if self.part.type == "datetime" else ("label",)
        texts = (self.place.words(self.part.text(name, language)) for name in names)
        return next((text for text in texts if text), "")

    @property
    def required(self) -> bool:
        """Always, or where the FEEL text of property "required-if" gives true."""
        if self.place.given(self.part.validate.get("required")) is True:
            return True
        return self.place.given(_as_formula(self.part.own("required-if"))) is True


def values_of(seats: list[Seat], submitted: bool = True) -> dict:
    """The values of visible fields as nested data; disabled fields count for formulas but are not submitted."""
    tree = {}
    _put_values(tree, seats, submitted)
    return tree


def every(seats: list[Seat]):
    """Every seat, containers before what they hold."""
    for seat in seats:
        yield seat
        yield from every(seat.seats)
        for row in seat.rows:
            yield from every(row)


def _put_values(tree, seats, submitted) -> None:
    for seat in seats:
        if seat.part.type == "group":
            _put_values(tree, seat.seats, submitted)
        elif seat.is_list and seat.part.path:
            put(tree, seat.part.path, [values_of(row, submitted) for row in seat.rows])
        elif seat.kind.keyed and seat.part.path and not (submitted and seat.disabled):
            put(tree, seat.part.path, seat.reading.value)


def _as_formula(text):
    return text if text is None or not isinstance(text, str) or text.lstrip().startswith("=") else f"={text}"
