"""A form: read once from its file, then examined on load, on every change and at submission by the same function."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime

from app.forms.answers import Answer, answers
from app.forms.correcting import only_editable, with_fields
from app.forms.examination import Examination
from app.forms.finding import FormFinding
from app.forms.findings import findings
from app.forms.judging import judge
from app.forms.place import Lookup, Setting
from app.forms.posting import gather, pressed, with_rows_changed
from app.forms.schema import Schema, read_schema, walk
from app.forms.seat import values_of
from app.forms.seating import Seating
from app.forms.viewing import views


class Form:
    """A form-js form (versions 1 to 19) with Mizban's own fields. Immutable; may be shared between threads."""

    def __init__(self, schema: Schema):
        self.schema = schema

    @classmethod
    def read(cls, text: str | bytes) -> "Form":
        """The form in the text of a `.form` file. Raises FormBroken (with findings) if it is none."""
        return cls(read_schema(text))

    @property
    def id(self) -> str:
        return self.schema.id

    def title(self, language: str) -> str:
        return self.schema.title(language)

    @property
    def text(self) -> str:
        """The schema as JSON, for those who draw the form themselves."""
        return json.dumps(self.schema.raw, ensure_ascii=False)

    def reads(self, name: str) -> bool:
        """Whether a field or a formula of the form uses the variable `name`; if not, nobody need find out its value."""
        return name in self.schema.words

    def correcting(self, other: "Form", keys: frozenset[str]) -> "Form":
        """This form with the fields `keys` of the `other` one to be corrected in it.

        Where both are the same form, all other fields stand still.
        """
        same = self.id == other.id
        raw = only_editable(self.schema.raw, keys) if same else with_fields(self.schema.raw, other.schema.raw, keys)
        return Form.read(json.dumps(raw))

    @property
    def computed(self) -> tuple[str, ...]:
        """Keys of the fields that nobody types: they follow from the other answers."""
        return tuple(part.key for part in walk(self.schema.parts) if part.type == "expression" and len(part.path) == 1)

    @property
    def names(self) -> frozenset[str]:
        """The variables that its answers become."""
        return frozenset(part.path[0] for part in walk(self.schema.parts) if part.path)

    @property
    def always_asked(self) -> dict[str, str]:
        """Key -> label, as drawn, of the fields that must be answered whatever the other answers are."""
        return {part.path[0]: str(part.raw.get("label") or part.key) for part in _shown_to_all(self.schema.parts)}

    def gather(self, pairs: Iterable[tuple[str, str]]) -> dict:
        """Raw answers from posted (name, value) pairs; unknown names are dropped. Give the result to `examine`."""
        return gather(self.schema.parts, pairs)

    def examine(self, raw: Mapping, scope: Mapping, *, language: str, now: datetime, lookup: Lookup, submit: bool,
                calendar: str = "gregorian", zone: str = "UTC") -> Examination:
        """Look at raw answers: what is visible, what the values are, what is wrong.

        `raw` comes from `gather`, from a draft, or is plain data (as from the API); {} at first sight. `scope` is the
        data that formulas see; unanswered and read-only fields take their values from it. `now` is an aware moment.
        Nothing is raised for any answer. Pressing a row button (`_add`, `_remove`) is a change, never a submission.
        """
        raw = raw if isinstance(raw, Mapping) else {}
        submitted = submit and not pressed(raw)
        tried = submitted or bool(raw.get("_tried"))
        seating = self._seating(with_rows_changed(raw), scope, language, now, lookup, calendar, zone)
        errors = judge(seating, complete=tried)
        return Examination(
            values=values_of(seating.seats),
            errors=tuple(errors),
            fields=views(seating.seats, {error.path: error for error in reversed(errors)}),
            title=self.title(language),
            language=language,
            submitted=submitted,
            tried=tried,
        )

    def answers(self, values: Mapping, *, language: str, now: datetime, lookup: Lookup, calendar: str = "gregorian",
                zone: str = "UTC") -> tuple[Answer, ...]:
        """The given answers, for reading: labels and values in words; what was not answered is left out."""
        return answers(self._seating({}, values, language, now, lookup, calendar, zone).seats)

    def findings(self) -> list[FormFinding]:
        """What the form's owner should mend: unknown types, keys, formulas, options, translations."""
        return findings(self.schema)

    def _seating(self, raw, scope, language, now, lookup, calendar, zone) -> Seating:
        return Seating(self.schema, dict(raw), scope, Setting(language, now, lookup, calendar, zone))


def _shown_to_all(parts):
    """Required fields outside lists that nothing hides."""
    for part in parts:
        if part.hide() is None and part.type != "dynamiclist":
            if part.path and part.validate.get("required"):
                yield part
            yield from _shown_to_all(part.parts)
