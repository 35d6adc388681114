"""The real forms of a play: the product's own fields and checks, and files that are only pretended."""

from app.base import Refusal
from app.cases.assignment import context_of
from app.cases.filling import Filling, own_places
from app.cases.lookup import Lookup
from app.catalog import FormMissing
from app.forms import FormBroken, Option
from app.studio.trying.card import Card
from app.studio.trying.play import Play
from app.studio.trying.sandbox import Sandbox

PRETEND = "pretend"


class FormUnusable(Refusal):
    """The form that belongs here is missing or cannot be read. Its findings stand beside the drawing."""

    status = 422


class PretendLookup(Lookup):
    """Knows the people and things there are; every file is taken, and none is kept."""

    def _file(self, key: str) -> Option:
        kind, _, rest = key.partition("-")
        size, _, name = rest.partition("-")
        if kind == PRETEND and size.isdecimal() and len(size) < 16 and name:
            return Option(key, name, size=int(size))
        return Option(key, key, size=0)


def pretend_file(name: str, size: int) -> str:
    """The key of a file that was shown and not kept."""
    return f"{PRETEND}-{size}-{name[-120:] or 'file'}"


def for_start(play: Play, reader) -> Filling | None:
    """The form with which the play begins; None where the service asks nothing. Raises FormUnusable."""
    form = _read(lambda: play.published.start_form)
    scope = {"requester": play.requester.key, "beneficiary": play.beneficiary.key, **own_places(play.requester)}
    return _filling(form, scope, play.requester, play.now, reader) if form else None


def for_card(play: Play, box: Sandbox, card: Card, actor, reader) -> Filling | None:
    """The form of a step or of news; None where there is none. Raises FormUnusable."""
    version = play.published
    if card.kind == "step":
        id, data = card.row.facts.form, card.row.data
        form = _read(lambda: version.form_of(card.element, id)) if id else None
    else:
        found = version.diagram.elements.get(card.element)
        id, data = (found.facts.properties.get("form") if found else None), box.run.data
        form = _read(lambda: version.form(id)) if id and card.kind == "message" else None
    return _filling(form, context_of(box, data), actor or play.requester, box.now, reader) if form else None


def _read(find):
    try:
        return find()
    except (FormMissing, FormBroken, KeyError) as broken:
        raise FormUnusable from broken


def _filling(form, scope, person, now, reader) -> Filling:
    filling = Filling(form, scope, person=person, about="", now=now, reader=reader)
    filling.lookup = PretendLookup(person, now, reader.language)
    return filling
