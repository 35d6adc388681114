"""Fields that offer options: radio, select, checklist, taglist, and the single check box."""

from app.forms.data import ABSENT, get
from app.forms.formulas import is_formula
from app.forms.kinds.kind import Asked, Reading
from app.forms.place import Option, Place, as_text
from app.forms.trouble import Trouble

MOST_OPTIONS = 2000
TICKS = {"en": ("Yes", "No"), "fa": ("بله", "خیر"), "ar": ("نعم", "لا")}
RIGHT_TO_LEFT = ("fa", "ar")


class Checkbox(Asked):
    """form-js `checkbox`: true or false; required means it must be ticked."""

    template = "checkbox"
    empty = False

    def gather(self, part, name, posted):
        return any(value not in ("", "false") for value in posted[name]) if name in posted else ABSENT

    def read(self, part, given, place):
        ticked = given.casefold() in ("true", "on", "1", "yes") if isinstance(given, str) else given is True
        return Reading(ticked, ticked)

    def lack(self, part, place):
        return Trouble("required_tick")

    def missing(self, part, value):
        return value is not True

    def answer(self, part, reading, place):
        return TICKS.get(place.setting.language, TICKS["en"])[reading.value is not True]


class Choice(Asked):
    """form-js `radio` and `select`: one of the options, or null."""

    template = "select"

    def read(self, part, given, place):
        options = options_of(part, place)
        if given is None or given == "":
            return Reading(None, "", options=options)
        for option in options:
            if _same(option.value, given):
                return Reading(option.value, as_text(option.value), options=options)
        return Reading(None, "", Trouble("option_gone", {"value": as_text(given)}), options)

    def lack(self, part, place):
        return Trouble("required_choice")

    def show(self, part, reading, place):
        return {"searchable": bool(part.raw.get("searchable")) or len(reading.options) > 40}

    def answer(self, part, reading, place):
        return _label_of(reading.options, reading.value)


class Radio(Choice):
    template = "radio"


class Choices(Asked):
    """form-js `checklist` and `taglist`: a list of options, in the order they are offered."""

    template = "checklist"
    empty: list = []

    def gather(self, part, name, posted):
        return [value for value in posted[name] if value != ""] if name in posted else ABSENT

    def read(self, part, given, place):
        options = options_of(part, place)
        wanted = given if isinstance(given, list) else [] if given in (None, "") else [given]
        chosen = [option.value for option in options if any(_same(option.value, one) for one in wanted)]
        gone = [one for one in wanted if not any(_same(option.value, one) for option in options)]
        trouble = Trouble("option_gone", {"value": as_text(gone[0])}) if gone else None
        return Reading(chosen, [as_text(value) for value in chosen], trouble, options)

    def lack(self, part, place):
        return Trouble("required_choices")

    def answer(self, part, reading, place):
        comma = "، " if place.setting.language in RIGHT_TO_LEFT else ", "
        return comma.join(_label_of(reading.options, value) for value in reading.value)


class Tags(Choices):
    template = "taglist"


def options_of(part, place: Place) -> tuple[Option, ...]:
    """What can be chosen here and now: drawn, from the data (`valuesKey`) or computed (`valuesExpression`)."""
    listed = part.raw.get("values")
    if is_formula(part.raw.get("valuesExpression")):
        listed = place.feel(part.raw["valuesExpression"])
    elif isinstance(part.raw.get("valuesKey"), str) and part.raw["valuesKey"]:
        listed = get(place.names, tuple(part.raw["valuesKey"].split(".")))
    options = [_option(part, entry, place) for entry in (listed if isinstance(listed, list) else [])[:MOST_OPTIONS]]
    return tuple({as_text(option.value): option for option in reversed(options) if option}.values())[::-1]


def _option(part, entry, place) -> Option | None:
    """One option: {"value", "label"} or a bare value. Hidden ones (property "option:<value>:hide") are left out."""
    given = entry if isinstance(entry, dict) else {"value": entry}
    value = given.get("value")
    if value is None or value == "" or isinstance(value, (dict, list)):
        return None
    name = f"option:{as_text(value)}"
    if place.given(part.own(f"{name}:hide")) is True:
        return None
    label = part.own(f"{name}:{place.setting.language}") or given.get("label") or as_text(value)
    note = part.own(f"{name}:note:{place.setting.language}") or part.own(f"{name}:note") or ""
    return Option(value, place.words(str(label)), place.words(str(note)))


def _same(one, other) -> bool:
    """Posted values are texts; the options of a model may be numbers or booleans."""
    return as_text(one) == (as_text(other) if isinstance(other, (str, int, float, bool)) else None)


def _label_of(options, value) -> str:
    return next((option.label for option in options if option.value == value), as_text(value))
