"""What a process owner is told about a model: where, what, why it matters and how to mend it."""

from dataclasses import asdict, dataclass, field, replace

from app.engine.naming import Unnamed, mentioned, spoken
from app.engine.offer import Offer
from app.engine.words import quoted, words_for
from app.engine.words.details import said
from app.engine.words.expressions import expression_words

SEVERITIES = ("error", "warning", "info", "repair")
SAID = {"detail": said, "expression": expression_words}
"""Values that are not names or texts of the drawing, and so are said in the reader's language."""


@dataclass(frozen=True)
class Finding:
    """A thing to know about one element of a model.

    `element` is the BPMN id ("" for the whole file), `severity` one of SEVERITIES, `rule` a readable slug.
    `message` and `remedy` are English; `text` and `remedy_text` give them in "en", "fa" or "ar". `offers`: what one
    click would do about it. `called`: by id, how people call those of the elements it speaks of that nobody named.
    """

    element: str
    name: str
    rule: str
    severity: str
    message: str
    remedy: str
    params: dict = field(default_factory=dict)
    offers: tuple[Offer, ...] = ()
    called: dict[str, Unnamed] = field(default_factory=dict, repr=False, compare=False)

    def title(self, language: str = "en") -> str:
        """What its element is called: its name, else what it is and where it stands."""
        unnamed = self.called.get(self.element)
        return unnamed.text(language) if unnamed else " ".join((self.name or self.element).split())

    def among(self, unnamed: dict[str, Unnamed]) -> "Finding":
        """The same finding, which speaks of what nobody named by what it is."""
        one = replace(self, called=mentioned(self.element, self.params, unnamed))
        offers = tuple(offer.among(unnamed) for offer in self.offers)
        return replace(one, message=one.text(), remedy=one.remedy_text(), offers=offers)

    def text(self, language: str = "en") -> str:
        return _fill(words_for(self.rule, language)[0], self, language)

    def remedy_text(self, language: str = "en") -> str:
        return _fill(words_for(self.rule, language)[1], self, language)

    def as_dict(self) -> dict:
        plain = asdict(self)
        for one in (plain, *plain["offers"]):
            del one["called"]
        return plain


class ModelRefused(Exception):
    """This model cannot be used. The findings say where and why."""

    def __init__(self, findings):
        self.findings = tuple(findings)
        super().__init__("; ".join(finding.message for finding in self.findings))

    def __reduce__(self):
        return ModelRefused, (self.findings,)


def finding(rule: str, severity: str, element: str | None = "", name: str | None = "", **params) -> Finding:
    """The finding of `rule` with its sentences filled in; `params` are the values the sentences mention."""
    bare = Finding(
        element or "", name or "", rule, severity, "", "", {key: str(value) for key, value in params.items()}
    )
    message, remedy = words_for(rule, "en")
    return Finding(bare.element, bare.name, rule, severity, _fill(message, bare), _fill(remedy, bare), bare.params)


def _fill(sentence: str, about: Finding, language: str = "en") -> str:
    name = about.title(language) or "?"
    said_of = spoken(about.params, about.called, language)
    params = {key: SAID[key](value, language) if key in SAID else value for key, value in said_of.items()}
    return sentence.format(it=quoted(name, language), **params)
