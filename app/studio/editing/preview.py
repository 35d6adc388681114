"""A form as somebody will see it, before it is saved: the same examination that requests go through."""

from dataclasses import replace

from app.cases.filling import Filling, own_places
from app.forms import Form
from app.people import Person
from app.ui import Reader


class Preview:
    """One schema, seen by `person` as `reader` reads. Raises FormBroken (from `Form.read`) for what is no form.

    What earlier steps would have answered comes from the walks of the service, so that texts and conditions have
    something to say.
    """

    def __init__(self, schema: str, spec: dict, *, person: Person, reader: Reader, now):
        form = Form.read(schema)
        scope = {**sample(spec, without=own_keys(form)), "requester": person.key, "beneficiary": person.key,
                 **own_places(person)}
        self.form = form
        self.filling = Filling(form, scope, person=person, about="preview", now=now, reader=reader)

    def examine(self, pairs, *, submit: bool = False):
        """The Examination of what was answered in the preview so far."""
        return self.filling.examine(self.form.gather(pairs), submit=submit)


def sample(spec: dict, without: frozenset[str] = frozenset()) -> dict:
    """Answers that the service's walks give, the first walk's before the others'."""
    found: dict = {}
    for walk in spec.get("walks") or ():
        steps = [step for step in walk.get("steps") or () if isinstance(step, dict)]
        for answers in (walk.get("answers"), *(step.get("answers") for step in steps)):
            found = {**(answers if isinstance(answers, dict) else {}), **found}
    return {key: value for key, value in found.items() if key not in without}


def own_keys(form: Form) -> frozenset[str]:
    """First names of the fields one answers here; what is only read keeps its sample."""
    return frozenset(part.path[0] for part in form.schema.parts if part.path and not part.raw.get("readonly"))


def reading_as(reader: Reader, language: str | None, theme: str | None) -> Reader:
    """The reader with another language or look; calendars go with the language they are usual in."""
    if language in _CALENDARS and language != reader.language:
        reader = replace(reader, language=language, calendar=_CALENDARS[language])
    return replace(reader, theme=theme) if theme in ("light", "dark") else reader


_CALENDARS = {"en": "gregorian", "fa": "jalali", "ar": "gregorian"}
