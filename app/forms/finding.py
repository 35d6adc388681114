"""What a form's owner is told about a form: which field, what, how to mend it."""

from dataclasses import asdict, dataclass, field

from app.forms.finding_words import WORDS

QUOTES = {"en": "“{}”", "fa": "«{}»", "ar": "«{}»"}
LANGUAGES = {
    "en": {"en": "English", "fa": "انگلیسی", "ar": "الإنجليزية"},
    "fa": {"en": "Persian", "fa": "فارسی", "ar": "الفارسية"},
    "ar": {"en": "Arabic", "fa": "عربی", "ar": "العربية"},
}


@dataclass(frozen=True)
class FormFinding:
    """A thing to know about one field; has the same face as the engine's findings on diagrams.

    `element` is the component's id ("" for the whole form), `severity` error, warning or info.
    """

    element: str
    name: str
    rule: str
    severity: str
    message: str
    remedy: str
    params: dict = field(default_factory=dict)

    def text(self, language: str = "en") -> str:
        return _fill(_words(self.rule, language)[0], self.name or self.element, self.params, language)

    def remedy_text(self, language: str = "en") -> str:
        return _fill(_words(self.rule, language)[1], self.name or self.element, self.params, language)

    def as_dict(self) -> dict:
        return asdict(self)


class FormBroken(Exception):
    """This form cannot be read. The findings say why."""

    def __init__(self, findings):
        self.findings = tuple(findings)
        super().__init__("; ".join(finding.message for finding in self.findings))


def finding(rule: str, severity: str, element: str = "", name: str = "", **params) -> FormFinding:
    """The finding of `rule`, its English sentences filled in."""
    params = {key: str(value) for key, value in params.items()}
    message, remedy = (_fill(text, name or element, params) for text in _words(rule, "en"))
    return FormFinding(element, name, rule, severity, message, remedy, params)


def _words(rule: str, language: str) -> tuple[str, str]:
    texts = WORDS[rule]
    return texts.get(language, texts["en"])


def _fill(sentence: str, name: str, params: dict, language: str = "en") -> str:
    called = LANGUAGES.get(params.get("language", ""), {})
    params = {**params, **({"language": called[language]} if language in called else {})}
    return sentence.format(it=QUOTES.get(language, QUOTES["en"]).format(name or "?"), **params)
