"""Answers as people read them, for titles: a date as a date, an option by its label, a person by name."""

from app.base import organisation
from app.cases.lookup import Lookup

CALENDARS = {"fa": "jalali"}
"""Persian titles are read in the solar calendar; the date itself is kept beside them in every case."""


class InWords:
    """The answers of a form in a language: called with the language, gives name -> text."""

    def __init__(self, form, answers: dict, person, now):
        self.form, self.answers, self.person, self.now = form, answers, person, now

    def __call__(self, language: str) -> dict[str, str]:
        if self.form is None:
            return {}
        lookup = Lookup(self.person, self.now, language)
        given = self.form.answers(
            self.answers,
            language=language,
            now=self.now,
            lookup=lookup,
            zone=organisation().zone,
            calendar=CALENDARS.get(language, "gregorian"),
        )
        return {answer.name: answer.text for answer in given}
