"""What every kind of field can do: take what was posted, read it, check it, show it."""

from dataclasses import dataclass
from typing import Any

from app.forms.data import ABSENT, is_empty
from app.forms.part import Part
from app.forms.place import Option, Place
from app.forms.trouble import Trouble


@dataclass(frozen=True)
class Reading:
    """An answer, read: its value, the text to show again (as typed), what was wrong, and what there was to choose."""

    value: Any
    text: Any = ""
    trouble: Trouble | None = None
    options: tuple[Option, ...] = ()


class Kind:
    """A field without a value, shown only. Kinds with answers extend it."""

    template = "nothing"
    keyed = False
    asked = False  # people answer it: it can be required, wrong, read only
    empty: Any = None

    def gather(self, part: Part, name: str, posted: dict[str, list[str]]):
        """The raw answer among posted names, ABSENT if the field was not on the page."""
        return ABSENT

    def read(self, part: Part, given, place: Place) -> Reading:
        return Reading(self.empty)

    def check(self, part: Part, value, place: Place) -> Trouble | None:
        """The first thing wrong with an answer that is not empty."""
        return None

    def show(self, part: Part, reading: Reading, place: Place) -> dict:
        """What the page needs beyond label, help and text."""
        return {}

    def answer(self, part: Part, reading: Reading, place: Place) -> str:
        """The answer as a reader sees it."""
        return str(reading.text if reading.text is not None else "")

    def lack(self, part: Part, place: Place) -> Trouble:
        """What to say where an answer is needed and none was given."""
        return Trouble("required")

    def missing(self, part: Part, value) -> bool:
        """No answer was given."""
        return is_empty(value)


class Asked(Kind):
    """A field people answer with one line or word."""

    keyed = True
    asked = True

    def gather(self, part, name, posted):
        return posted[name][-1] if name in posted else ABSENT


def limit(part: Part, name: str, place: Place):
    """A limit in `validate`, which may be a FEEL formula."""
    return place.given(part.validate.get(name))


def adorner(part: Part, name: str, place: Place) -> str:
    """The text in front of or behind a field: "€", "kg"."""
    appearance = part.raw.get("appearance")
    text = appearance.get(name) if isinstance(appearance, dict) else None
    text = part.own(f"{name}:{place.setting.language}") or text
    return place.words(str(text)) if text else ""
