"""Where a field stands while it is examined: whose language and calendar, what FEEL may see, who answers look-ups."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from app.forms import formulas
from app.forms.calendars import show_date
from app.forms.digits import grouped, localised, plain

DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


@dataclass(frozen=True)
class Option:
    """Something to choose. `off` says why it cannot be chosen now ("no longer here"); `size` is a file's bytes."""

    value: Any
    label: str
    note: str = ""
    off: str = ""
    size: int | None = None


class Lookup(Protocol):
    """What the product knows. `kind` is a picker's type ("group" of `groupref`), or "file", never searched."""

    def find(self, kind: str, key: str) -> Option | None: ...

    def search(self, kind: str, words: str, settings: dict, limit: int) -> list[Option]: ...


class NoLookup:
    """Knows nobody: for forms that are only tried or tested."""

    def find(self, kind, key):
        return None

    def search(self, kind, words, settings, limit):
        return []


@dataclass(frozen=True)
class Setting:
    """What stays the same while one form is examined. `now` is an aware moment in UTC, `zone` an IANA name."""

    language: str
    now: datetime
    lookup: Lookup
    calendar: str = "gregorian"
    zone: str = "UTC"
    _found: dict = field(default_factory=dict)

    @property
    def local_now(self) -> datetime:
        return self.now.astimezone(ZoneInfo(self.zone))

    def find(self, kind: str, key: str) -> Option | None:
        """Asked once per examination, however often the form is walked."""
        if (kind, key) not in self._found:
            self._found[kind, key] = self.lookup.find(kind, key)
        return self._found[kind, key]

    def search(self, kind: str, words: str, settings: dict, limit: int) -> list[Option]:
        asked = (kind, words, str(sorted(settings.items())), limit)
        if asked not in self._found:
            self._found[asked] = self.lookup.search(kind, words, settings, limit)
        return self._found[asked]


@dataclass(frozen=True)
class Place:
    """One spot of one form: the setting, and the names that formulas see there."""

    setting: Setting
    names: dict

    def feel(self, formula: str):
        return formulas.evaluate(formula, self.names, self.setting.now)

    def given(self, text, otherwise=None):
        """A setting that may be a formula: its value."""
        if formulas.is_formula(text):
            text = self.feel(text)
        return otherwise if text is None else text

    def words(self, text: str, written=str) -> str:
        """A text with its formulas replaced by what they give, `written` in the way the page needs."""
        if formulas.is_formula(text):
            return written(self.shown(self.feel(text)))
        return formulas.fill(text, lambda place: written(self.shown(self.feel(place)))) if "{{" in text else text

    def shown(self, value) -> str:
        """A value in running text: days in the reader's calendar, numbers in the reader's digits, marks only from five
        digits on (years have four).
        """
        if isinstance(value, str) and DAY.fullmatch(value):
            return self._day(value)
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            number = plain(Decimal(str(value)))
            return (grouped if abs(value) >= 10_000 else localised)(number, self.setting.language)
        if isinstance(value, list):
            return (", " if self.setting.language == "en" else "، ").join(self.shown(one) for one in value)
        return as_text(value)

    def _day(self, value: str) -> str:
        try:
            return show_date(date.fromisoformat(value), self.setting.calendar, self.setting.language)
        except ValueError:
            return value  # "2026-02-31" is no day


def as_text(value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return ", ".join(as_text(item) for item in value)
    return str(value)
