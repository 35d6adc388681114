"""Why a run can move, needs a word first, or must stay: sentences for whoever moves it."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field

from app.engine.words import quoted, words_for
from app.engine.words.incidents import incident_text

GRAVITY = ("note", "safe", "person", "mapping", "stay")
"""From what is only good to know to what nobody can help; the gravest reason is the verdict."""


@dataclass(frozen=True)
class Reason:
    """`element` is the old version's, `other` one of the new version, "" where none is meant.

    `kind` is "note", "person", "mapping" or "stay". `params` are plain values that the sentence mentions.
    """

    rule: str
    kind: str
    element: str
    name: str = ""
    other: str = ""
    other_name: str = ""
    params: dict = field(default_factory=dict)

    @property
    def key(self) -> str:
        """What a person accepts: this rule at this element."""
        return f"{self.rule}:{self.other or self.element}"

    def text(self, language: str = "en", names: Callable[[str], str] | None = None) -> str:
        """The sentence; `names` may give the name of an element by its id, in that language."""
        return self._said(0, language, names)

    def remedy(self, language: str = "en", names: Callable[[str], str] | None = None) -> str:
        """What one can do about it."""
        return self._said(1, language, names)

    def as_dict(self) -> dict:
        return asdict(self)

    def _said(self, which, language, names):
        both = ((self.element, self.name), (self.other, self.other_name))
        it, other = (quoted(_line(names(id) if names and id else name or id or "?"), language) for id, name in both)
        params = dict(self.params)
        if "incident" in params:
            params["message"] = incident_text(params["incident"], params["about"], language, params["message"], names)
        if names and "branch_id" in params:
            params["branch"] = _line(names(params["branch_id"])) or params["branch"]
        return words_for(self.rule, language)[which].format(it=it, other=other, **params)


@dataclass(frozen=True)
class Verdict:
    """`kind` is safe, person, mapping or stay; `reasons` with the gravest first; `notes` change nothing about it.

    `places`: elements at which the run stands, in the drawing of the old version. `candidates`: old element -> elements
    of the new version that may take over, likeliest first.
    """

    kind: str
    reasons: tuple[Reason, ...] = ()
    notes: tuple[Reason, ...] = ()
    places: tuple[str, ...] = ()
    candidates: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, found, places=(), candidates=None) -> "Verdict":
        """From everything found, each once."""
        unique = list({(one.rule, one.element, one.other, str(one.params)): one for one in found}.values())
        reasons = sorted((one for one in unique if one.kind != "note"), key=lambda one: -GRAVITY.index(one.kind))
        notes = tuple(one for one in unique if one.kind == "note")
        kind = reasons[0].kind if reasons else "safe"
        return cls(kind, tuple(reasons), notes, tuple(places), dict(candidates or {}))

    def and_also(self, found) -> "Verdict":
        """The verdict with more reasons beside its own."""
        return Verdict.of((*self.reasons, *self.notes, *found), self.places, self.candidates) if found else self

    def may_pass(self, accepted=()) -> bool:
        """Whether the run may move: nothing speaks against it but what somebody has accepted, by rule or by key."""
        return all(one.kind == "person" and {one.rule, one.key} & set(accepted) for one in self.reasons)


def reason(rule: str, kind: str, node, other=None, **params) -> Reason:
    """The reason at one node (or Element) of the old version, perhaps with one of the new."""
    element, beside = getattr(node, "element", node), getattr(other, "element", other)
    named = (element.id, element.name) if element else ("", "")
    also = (beside.id, beside.name) if beside else ("", "")
    plain = {name: value if isinstance(value, dict) else str(value) for name, value in params.items()}
    return Reason(rule, kind, *named, *also, plain)


def _line(text: str) -> str:
    return " ".join(text.split())
