"""What is wrong with the answers of a form: field by field, then the rules across fields."""

from app.forms.data import is_empty
from app.forms.digits import localised
from app.forms.examination import FieldError
from app.forms.seat import Seat, every
from app.forms.seating import Seating
from app.forms.trouble import Trouble


def judge(seating: Seating, complete: bool) -> list[FieldError]:
    """Errors in the order of the page. Unless `complete`, only of answers that cannot be read."""
    labels = _labels(seating.seats)
    errors = []
    for seat in every(seating.seats):
        trouble = _trouble(seat, complete)
        if trouble:
            errors.append(FieldError(seat.name, labels[seat.name], trouble.code, dict(trouble.params)))
    return errors + (_broken_rules(seating, labels, {error.path for error in errors}) if complete else [])


def _trouble(seat: Seat, complete: bool) -> Trouble | None:
    if seat.is_list:
        return _rows_trouble(seat) if complete else None
    if seat.readonly or not seat.kind.asked:
        return None
    if seat.reading.trouble:
        return seat.reading.trouble
    if not complete:
        return None
    if seat.kind.missing(seat.part, seat.reading.value):
        return _lack(seat) if seat.required else None
    if is_empty(seat.reading.value):
        return None
    return seat.kind.check(seat.part, seat.reading.value, seat.place)


def _lack(seat: Seat) -> Trouble:
    own = seat.part.text("required-message", seat.place.setting.language)
    return Trouble("custom", {"message": own}) if own else seat.kind.lack(seat.part, seat.place)


def _rows_trouble(seat: Seat) -> Trouble | None:
    """Properties "min-rows" and "max-rows" of a dynamic list."""
    count = len(seat.rows)
    for name, code, wrong in (("min-rows", "too_few_rows", int.__lt__), ("max-rows", "too_many_rows", int.__gt__)):
        bound = seat.part.own(name)
        if str(bound or "").isdecimal() and wrong(count, int(bound)):
            return Trouble(code, {"limit": str(bound)})
    return None


def _labels(seats: list[Seat], before: str = "") -> dict[str, str]:
    """What people call each field; in rows with the list's name and the row's number in front."""
    found = {}
    for seat in seats:
        found[seat.name] = f"{before}{seat.label or seat.part.key}"
        found |= _labels(seat.seats, before)
        for number, row in enumerate(seat.rows, 1):
            shown = localised(str(number), seat.place.setting.language)
            found |= _labels(row, f"{found[seat.name]} {shown} · ")
    return found


def _broken_rules(seating: Seating, labels, wrong) -> list[FieldError]:
    """A rule is broken where its test gives false; null (something is not answered yet) breaks nothing."""
    errors = []
    for rule in seating.schema.rules:
        at = str(rule.get("at") or "")
        if at in wrong or (at and at not in labels) or _holds(rule, seating):
            continue
        message = _message(rule, seating)
        said = ("custom", {"message": message}) if message else ("rule", {})
        errors.append(FieldError(at, labels.get(at, ""), *said))
    return errors


def _holds(rule, seating: Seating) -> bool:
    return seating.place.feel(str(rule.get("test") or "true")) is not False


def _message(rule, seating: Seating) -> str:
    language = seating.setting.language
    return seating.place.words(str(rule.get(f"message:{language}") or rule.get("message") or ""))
