"""The texts of a form: titles, labels, help, options, columns, rules; translations stand in its `properties`."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from app.catalog import tongue
from app.studio.wording.label import LANGUAGES, Label, fits

TEXTS = ("label", "description", "text", "content", "dateLabel", "timeLabel", "alt", "patternErrorMessage",
         "required-note", "required-message", "row-label", "add-label")
ADORNERS = ("prefixAdorner", "suffixAdorner")
"""Signs such as "km": shown on the sheet, but not missed in other languages."""


@dataclass(frozen=True)
class FormText(Label):
    """`home`: (pointer to an object, key) of the text that the form itself says, in the language `own`; nothing where
    a translation goes before it. `others`: where the translations stand, and `stem` what their keys begin with
    ("label" for "label:fa"; nothing where the key is just the language)."""

    home: tuple[tuple, str] = ((), "")
    own: str = "en"
    others: tuple = ()
    stem: str = ""

    def write(self, texts, pen):
        for language, text in texts.items():
            home = language == self.own and fits(text, language)
            at, key = self.home if home else (self.others, f"{self.stem}:{language}".lstrip(":"))
            pen.put(self.part, at, key, text.strip() or None)


def form_labels(path: str, data: bytes) -> list[Label]:
    """Labels of one form, in its order; none where it is no form."""
    try:
        form = json.loads(data)
    except (ValueError, RecursionError):
        return []
    if not isinstance(form, dict):
        return []
    title = str(form.get("title") or form.get("id") or path)
    ids = Counter(one.get("id") for _, one in _components(form, ()))
    found = list(_title(path, form, title))
    for pointer, component in _components(form, ()):
        id = component.get("id")
        name = id if isinstance(id, str) and ids[id] == 1 else "/".join(map(str, pointer))
        found += _component(path, title, pointer, component, name)
    return found + list(_rules(path, form, title))


def _components(holder, pointer) -> Iterator[tuple[tuple, dict]]:
    held = holder.get("components")
    for at, one in enumerate(held if isinstance(held, list) else ()):
        if isinstance(one, dict):
            here = (*pointer, "components", at)
            yield here, one
            yield from _components(one, here)


def _title(path, form, title):
    titles = form.get("titles") if isinstance(form.get("titles"), dict) else {}
    texts, own = _said(form.get("title"), titles)
    if texts:
        yield FormText(f"form:{path}#:title", path, "form", (title,), texts, home=((), "title"), own=own,
                       others=("titles",))


def _component(path, title, pointer, component, name) -> Iterator[FormText]:
    own = component.get("properties") if isinstance(component.get("properties"), dict) else {}
    called = component.get("label") or component.get("key") or component.get("type") or ""
    where = (title, _short(called))
    for what in TEXTS:
        home = (pointer, what) if what in component or what not in own else ((*pointer, "properties"), what)
        yield from _text(path, f"{name}:{what}", what, where, component.get(what) or own.get(what), own, what, home,
                         pointer)
    look = component.get("appearance") if isinstance(component.get("appearance"), dict) else {}
    for what in ADORNERS:
        home = ((*pointer, "appearance"), what)
        yield from _text(path, f"{name}:{what}", "adorner", where, look.get(what), own, what, home, pointer, False)
    yield from _entries(path, name, "option", where, pointer, component, own, "values", "value")
    yield from _entries(path, name, "column", where, pointer, component, own, "columns", "key")


def _entries(path, name, kind, where, pointer, component, own, held, key) -> Iterator[FormText]:
    """Options of a choice, columns of a table."""
    entries = component.get(held)
    for at, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, dict) and entry.get(key) is not None:
            stem, place = f"{kind}:{entry[key]}", (*where, _short(entry.get("label") or entry[key]))
            yield from _text(path, f"{name}:{stem}", kind, place, entry.get("label"), own, stem,
                             ((*pointer, held, at), "label"), pointer)
            note = f"{stem}:note"
            yield from _text(path, f"{name}:{note}", "option note", place, own.get(note), own, note,
                             ((*pointer, "properties"), note), pointer)


def _rules(path, form, title):
    rules = form.get("rules")
    for at, rule in enumerate(rules if isinstance(rules, list) else ()):
        if isinstance(rule, dict) and isinstance(rule.get("message"), str):
            texts, own = _said(rule["message"], _translated(rule, "message"))
            yield FormText(f"form:{path}#rule:{at}", path, "rule", (title, str(at + 1)), texts,
                           home=(("rules", at), "message"), own=own, others=("rules", at), stem="message")


def _text(path, key, kind, where, said, told, stem, home, pointer, needed=True) -> Iterator[FormText]:
    texts, own = _said(said, _translated(told, stem))
    # A formula gives its own text; where it has translations all the same, they are texts to be written.
    if texts and not (texts.get("en", "").startswith("=") and len(texts) == 1):
        yield FormText(f"form:{path}#{key}", path, kind, where, texts, home=home, own=own,
                       others=(*pointer, "properties"), stem=stem, needed=needed)


def _said(said, told) -> tuple[dict[str, str], str]:
    """(language -> text, the language of the form's own one): a formula is of no language, and counts as English."""
    said, told = _plain({"": said}).get("", ""), _plain(told)
    own = "en" if said.startswith("=") else tongue(said)
    return {**({own: said} if said else {}), **told}, "" if own in told else own


def _translated(told, stem) -> dict:
    return {language: told.get(f"{stem}:{language}") for language in LANGUAGES}


def _plain(texts) -> dict[str, str]:
    return {language: text for language, text in texts.items() if isinstance(text, str) and text.strip()}


def _short(text) -> str:
    text = " ".join(str(text).split())
    return text if len(text) <= 60 else f"{text[:59]}…"
