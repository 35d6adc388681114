"""Answers worth trying: what walks have answered before, what forms accept, and the values conditions ask about."""

from html import unescape

from app.engine.expressions import mentions
from app.forms.data import put
from app.studio.trying.filling import FormUnusable, for_card, for_start, pretend_file
from app.studio.trying.literals import CONDITION, answers_of, literals_of
from app.ui import Reader

MOST = 12
ROUNDS = 4
SMALL, LARGE = "1", "10000000"
PLAIN = Reader()


class Samples:
    """The answers to try at each element of one version; `walks` are those it has."""

    def __init__(self, version, walks: list[dict]):
        self.version = version
        self.literals = literals_of(version)
        self.asked = frozenset(
            name for xml in version.diagram.xml.values() for text in CONDITION.findall(xml)
            for name in mentions(unescape(text).strip()))
        self.starts, self.given, self._steps = [], {}, {}
        for walk in walks:
            _add(self.starts, walk.get("answers") or {})
            for act in walk.get("steps") or ():
                for kind in ("step", "call"):
                    if kind in act and act.get("answers"):
                        _add(self.given.setdefault(act[kind], []), act["answers"])

    def for_start(self, trial) -> list[dict]:
        """Answers for the first form."""
        filling = _form(lambda: for_start(trial, PLAIN))
        if filling is None:
            return [{}]
        base = self.starts or [filled(filling)]
        return _few([*base, *self._varied(base[0], filling)])

    def for_step(self, play, box, card) -> list[dict]:
        """Answers for a step of a person: every decision it offers, every value of its fields that matters."""
        actor = next(iter(card.actors), None)
        key = card.element, actor.key if actor else None
        if key not in self._steps:
            self._steps[key] = self._at_step(play, box, card, actor)
        return self._steps[key]

    def _at_step(self, play, box, card, actor) -> list[dict]:
        filling = _form(lambda: for_card(play, box, card, actor, PLAIN))
        known = self.given.get(card.element, [])
        base = known or [filled(filling) if filling else {}]
        outcomes = [one.key for one in self.version.outcomes(card.element)]
        decided = [self._decided(key, known, base[0], actor) for key in outcomes]
        varied = self._varied(decided[0] if decided else base[0], filling) if filling else []
        return _few([*(decided or base), *(known if decided else ()), *varied])

    def for_call(self, call) -> list[dict]:
        """Answers of the outside."""
        found = list(self.given.get(call.element, ()))
        offered = answers_of(self.version, call)
        base = found[0] if found else {name: values[0] if values else "1" for name, values in offered.items()}
        found = found or [base]
        return _few([*found, *({**base, name: value} for name, values in offered.items() for value in values)])

    def _decided(self, key, known, base, actor) -> dict:
        same = next((one for one in known if one.get("outcome") == key), None)
        return same or {**base, "outcome": key, "comment": "–", "decided_by": actor.key if actor else None}

    def _varied(self, base: dict, filling) -> list[dict]:
        found = []
        for view in _views(filling.examine(base).fields):
            if view.readonly or not view.asked or "." in view.name:
                continue
            found += [{**base, view.name: value} for value in self._values(view)]
        return found

    def _values(self, view) -> list:
        picks = [pick.value for pick in view.picks]
        if view.name in self.asked and view.template == "checkbox":
            return [True, False]
        if picks and (view.name in self.asked or view.template in ("radio", "select")):
            return [[value] for value in picks] if view.template in ("checklist", "taglist") else picks
        if view.template == "money":
            return [{"amount": amount, "currency": view.more["currencies"][0][0]} for amount in (SMALL, LARGE)]
        if view.template == "number" and self.literals:
            return self.literals.get(view.name) or [int(SMALL), int(LARGE)]
        return self.literals.get(view.name, [])


def filled(filling) -> dict:
    """Values that the form accepts, as far as that can be guessed from its own complaints."""
    raw: dict = {}
    for _ in range(ROUNDS):
        seen = filling.examine(raw, submit=True)
        if seen.accepted:
            return seen.values
        views = {view.name: view for view in _views(seen.fields)}
        for error in seen.errors:
            if error.path in views:
                put(raw, error.path.split("."), _guess(views[error.path], filling))
    return filling.examine(raw).values


def _guess(view, filling):
    first = next((pick.value for pick in view.picks if not pick.off), None)
    day = filling.now.date().replace(day=28).isoformat()
    return {
        "files": [pretend_file("example.pdf", 1024)], "number": int(SMALL), "checkbox": True,
        "picker": filling.person.key, "money": {"amount": SMALL, "currency": "EUR"},
        "datetime": day if view.more.get("subtype") != "datetime" else f"{day}T09:00",
        "checklist": [first], "taglist": [first],
    }.get(view.template, first if first is not None else "example")


def _form(find):
    """The form where it can be read; guides go on without it."""
    try:
        return find()
    except FormUnusable:
        return None


def _views(fields):
    for view in fields:
        yield view
        yield from _views(view.fields)


def _add(known: list, values: dict):
    if values not in known:
        known.append(values)


def _few(found: list[dict]) -> list[dict]:
    kept: list = []
    for one in found:
        _add(kept, one)
    return kept[:MOST]
