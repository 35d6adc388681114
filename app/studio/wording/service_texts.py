"""The texts of the service itself: what stands in `texts` of its yaml, and the title of its requests."""

from dataclasses import dataclass

from app.studio.wording.label import LANGUAGES, Label

LINES = ("need", "get", "keywords")
"""Texts that are lists; on the sheet and in forms one to a line."""
FIELDS = ("name", "summary", "description", "need", "get", "price", "who", "keywords")
ALWAYS = ("name", "summary")


@dataclass(frozen=True)
class ServiceText(Label):
    field: str = ""

    def write(self, texts, pen):
        told = pen.spec.setdefault("texts", {})
        for language, text in texts.items():
            value = lines(text) if self.field in LINES else text.strip()
            kept = {**told.get(language, {}), self.field: value}
            told[language] = {key: one for key, one in kept.items() if one not in ("", [])}


@dataclass(frozen=True)
class Title(Label):
    """The FEEL expressions that name a request."""

    def write(self, texts, pen):
        said = pen.spec.get("title") or {}
        by_language = said if isinstance(said, dict) else dict.fromkeys(LANGUAGES, said)
        told = {**by_language, **{language: text.strip() for language, text in texts.items()}}
        told = {language: text for language, text in told.items() if text}
        same = len(set(told.values())) == 1 and set(told) >= set(LANGUAGES)
        pen.spec["title"] = next(iter(told.values())) if same else told
        if not told:
            del pen.spec["title"]


def service_labels(spec: dict) -> list[Label]:
    """Every text of the service; what no language says is not missing anywhere, but for the name and the summary."""
    told = {language: text for language, text in (spec.get("texts") or {}).items() if isinstance(text, dict)}
    found = [_label(field, {language: as_text(text.get(field)) for language, text in told.items()}) for field in FIELDS]
    said = spec.get("title") or {}
    titles = said if isinstance(said, dict) else dict.fromkeys(LANGUAGES, said)
    return [*found, Title("service:title", "service", "title", (), titles, needed=bool(titles))]


def _label(field, texts) -> ServiceText:
    texts = {language: text for language, text in texts.items() if text}
    return ServiceText(f"service:{field}", "service", field, (), texts, field=field,
                       needed=field in ALWAYS or bool(texts))


def as_text(value) -> str:
    """A text as it is edited: a list line by line."""
    return "\n".join(map(str, value)) if isinstance(value, list) else str(value or "")


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
