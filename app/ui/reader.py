"""Who reads the page: language, calendar, time zone and theme."""

from dataclasses import dataclass

LANGUAGES = ("en", "fa", "ar")
CALENDARS = ("gregorian", "jalali", "hijri")
THEMES = ("auto", "light", "dark")
_LOCALES = {"en": "en_GB", "fa": "fa_IR", "ar": "ar_EG"}


@dataclass(frozen=True)
class Reader:
    language: str = "en"
    calendar: str = "gregorian"
    zone: str = "UTC"
    theme: str = "auto"

    @property
    def locale(self) -> str:
        """The full locale: with a bare language Babel starts the week on the wrong day."""
        return _LOCALES[self.language]

    @property
    def direction(self) -> str:
        return "ltr" if self.language == "en" else "rtl"
