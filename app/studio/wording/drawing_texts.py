"""The texts of a drawing: names of steps, events, arrows and lanes; words on decision buttons; texts inside calls."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from app.base import pick
from app.catalog import built_in_words, in_tongues, outcome_keys, tongue
from app.studio.wording.contexts import texts_in
from app.studio.wording.label import Label, fits
from app.studio.wording.xml_text import Place, sheet_of

KINDS = {"sequenceFlow": "arrow", "lane": "lane", "task": "step", "transaction": "step"}
SUFFIXES = {"Task": "step", "Gateway": "branch", "Event": "event", "Process": "step", "Activity": "step"}


@dataclass(frozen=True)
class Name(Label):
    """The name of an element: one language is drawn, the others stand in the service's yaml."""

    element: str = ""
    place: Place | None = None
    drawn: str = ""

    def write(self, texts, pen):
        for language, text in texts.items():
            if language == self.drawn and self.place and fits(text, language):
                pen.replace(self.part, self.place, text.strip())
            else:
                pen.name(self.element, language, text.strip())


@dataclass(frozen=True)
class Decision(Label):
    """The word on a decision button; those that Mizban knows need no text of the service's own."""

    word: str = ""

    def write(self, texts, pen):
        known = built_in_words(self.word)
        for language, text in texts.items():
            pen.name(f"outcome:{self.word}", language, "" if text.strip() == known.get(language) else text.strip())


@dataclass(frozen=True)
class Notice(Label):
    """A text that a call passes on in every language: of a notice, a question, a result."""

    place: Place | None = None

    def write(self, texts, pen):
        pen.replace_in_context(self.part, self.place, texts)


def drawing_labels(path: str, data: bytes, spec: dict) -> list[Label]:
    """Labels of one drawing, in its order; none where it is no text."""
    try:
        sheet = sheet_of(data)
    except (UnicodeDecodeError, LookupError):
        return []
    names = spec.get("names") or {}
    drawn = {tag.get("id"): tag.get("name") for tag in sheet.tags if tag.get("id")}
    return [*_names(path, sheet, names), *_decisions(sheet, names), *_notices(path, sheet, drawn)]


def _names(path, sheet, names) -> Iterator[Name]:
    for tag in sheet.tags:
        kind, id = kind_of(tag.name), tag.get("id")
        if kind is None or not id:
            continue
        told = names.get(id) or {}
        texts, drawn = in_tongues(tag.get("name"), told), tongue(tag.get("name") or "")
        if texts:
            yield Name(f"element:{id}", path, kind, (pick(texts, "en"),), texts, element=id,
                       place=tag.attributes.get("name"), drawn="" if drawn in told else drawn)


def _decisions(sheet, names) -> Iterator[Decision]:
    said = [tag.get("value") for tag in sheet.tags if tag.name == "property" and tag.get("name") == "outcomes"]
    for word in dict.fromkeys(word for text in said for word in outcome_keys(text)):
        plain = {"en": word.replace("_", " ").capitalize()}
        texts = {**plain, **built_in_words(word), **(names.get(f"outcome:{word}") or {})}
        yield Decision(f"outcome:{word}", "decisions", "decision", (texts["en"],), texts, word=word)


def _notices(path, sheet, drawn) -> Iterator[Notice]:
    counts = Counter()
    for tag in sheet.tags:
        for place in (*tag.attributes.values(), tag.content):
            texts = texts_in(place.text) if place and "{" in place.text else None
            if not texts:
                continue
            counts[tag.owner, _target(tag)] += 1
            number = counts[tag.owner, _target(tag)]
            key = f"notice:{path}#{tag.owner}:{_target(tag)}" + (f":{number}" if number > 1 else "")
            yield Notice(key, path, "notice", (drawn.get(tag.owner) or tag.owner, _target(tag)), texts, place=place)


def _target(tag) -> str:
    return tag.get("target") or tag.get("name") or tag.name


def kind_of(tag: str) -> str | None:
    """step, event, branch, arrow or lane; None for what bears no name that people read."""
    return KINDS.get(tag) or next((kind for suffix, kind in SUFFIXES.items() if tag.endswith(suffix)), None)
