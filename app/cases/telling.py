"""What a diagram tells people, in each of their languages: answers as their form shows them, people by name."""

import re
from functools import cached_property

from app.base import pick
from app.cases.in_words import InWords

LANGUAGES = ("en", "fa", "ar")
LONGEST = 2000
SLOT = re.compile(r"\{(step|answer|person)(?::([\w.-]+))?\}")


class Telling:
    """Texts of one call of a run; `{step}`, `{step:Plan}`, `{answer:kind}` and `{person:sara}` in them become words."""

    def __init__(self, case, run, call, directory, now):
        self.case, self.run, self.directory, self.now = case, run, directory, now
        self.place = (*call.callers, call.element)[0]

    def texts(self, given) -> str | dict[str, str]:
        """`given` is a text, or a context with a text for each language; a text for everybody stays one."""
        if not isinstance(given, dict):
            text = "" if given is None else str(given)
            if not SLOT.search(text):
                return text[:LONGEST]
            given = dict.fromkeys(LANGUAGES, text)
        spoken = {language: text for language in LANGUAGES if isinstance(text := given.get(language), str) and text}
        return {language: self._in_words(text, language)[:LONGEST] for language, text in spoken.items()}

    def _in_words(self, text: str, language: str) -> str:
        return SLOT.sub(lambda found: self._word(found, language), text)

    def _word(self, found: re.Match, language: str) -> str:
        kind, name = found.groups()
        if kind == "step":
            return self.case.published.element_name(name or self.place, language)
        if kind == "answer":
            return self._answers(language).get(name, "–")
        person = self.directory.person(name)
        return pick(person.names, language, name) if person else "–"

    def _answers(self, language: str) -> dict[str, str]:
        if language not in self._said:
            # What was corrected since stands in the run's data.
            answers = {**(self.case.answers or {}), **self.run.data}
            said = InWords(self.case.published.start_form, answers, self.case.requester, self.now)
            self._said[language] = said(language)
        return self._said[language]

    @cached_property
    def _said(self) -> dict:
        return {}
