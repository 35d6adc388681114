"""Differences for pages: in words, by what they are about, and as marks on a drawing."""

from flask_babel import lazy_gettext as _

from app import ui
from app.base import pick
from app.catalog import Published
from app.studio.comparing import LISTS, Difference

KINDS = {
    "element": _("Drawing"), "flow": _("Arrows"), "lane": _("Lanes"), "form": _("Forms"), "field": _("Fields of forms"),
    "table": _("Tables"), "text": _("Words"), "setting": _("Audience and settings"), "walk": _("Walks"),
}
ASPECTS = {
    "name": _("Name"), "words": _("Translations"), "kind": _("Kind"), "lane": _("Lane"), "who": _("Who"),
    "form": _("Form"), "due": _("Due"), "outcomes": _("Decisions"), "state": _("What the requester sees"),
    "correct": _("What may be corrected"), "call": _("What is called"), "script": _("Script"),
    "collection": _("For each"), "inputs": _("What goes in"), "outputs": _("What comes out"),
    "settings": _("Other settings"), "timer": _("Time"), "condition": _("Condition"), "repeats": _("Repetition"),
    "message": _("Message"), "event": _("Kind of event"), "host": _("Attached to"), "text": _("Description"),
    "way": _("From and to"), "otherwise": _("Taken when nothing else fits"), "title": _("Title"), "rules": _("Rules"),
    "order": _("Order of fields"), "required": _("Must be answered"), "options": _("Choices"), "help": _("Help"),
    "limits": _("Limits"), "hidden": _("Hidden when"), "start": _("Begins with"), "rows": _("Rows"),
    "columns": _("Columns"), "hit": _("Which row counts"), "logic": _("Expression"), "value": _("Value"),
    "steps": _("Steps"), "end": _("End"), "summary": _("Summary"), "description": _("Description"), "need": _("Need"),
    "get": _("What one gets"), "price": _("Price"), "keywords": _("Search words"),
}
SETTINGS = {
    "audience": _("Audience"), "owner": _("Owner"), "promise": _("Promise"), "category": _("Category"),
    "icon": _("Icon"), "order": _("Place in the catalogue"), "kind": _("Kind"), "department": _("Department"),
    "form": _("Start form"), "title": _("Titles of requests"), "diagram": _("Main drawing"), "process": _("Process"),
    "uses": _("Shared drawings"), "listed": _("Listed in the catalogue"), "general": _("For whatever fits nowhere"),
    "callable_by": _("Who may call it"),
}
LANGUAGES = {"en": _("English"), "fa": _("Persian"), "ar": _("Arabic")}


def lines(difference: Difference | None, before: Published, after: Published) -> list[dict]:
    """[{"label", "changes": [{"id", "name", "within", "state", "aspects": [{"label", "before", "after"}]}]}]."""
    language = ui.reader().language
    found = []
    for kind, label in KINDS.items() if difference is not None else ():
        changes = [one for one in difference.of(kind) if kind != "flow" or one.state == "changed"]
        if changes:
            found.append({"label": label, "kind": kind, "changes": [
                {"id": one.id, "name": _named(one, language), "state": one.state,
                 "within": one.within if kind == "field" else "",
                 "aspects": [_aspect(aspect, kind, before, after, language) for aspect in one.aspects]}
                for one in changes]})
    return found


def painted(difference: Difference, before: Published, after: Published) -> dict:
    """Marks for the drawing: what is new, changed, gone; names in the reader's language."""
    states = {"element": {}, "flow": {}}
    for one in difference.of("element", "flow"):
        states[one.kind][one.id] = {"state": one.state}
    names = {**before.drawn_names(ui.reader().language), **after.drawn_names(ui.reader().language)}
    return {"elements": states["element"], "flows": states["flow"], "names": names}


def _named(change, language):
    if change.kind == "setting":
        return SETTINGS.get(change.id, change.id)
    if change.kind == "text":
        return LANGUAGES.get(change.id, change.id)
    return change.name(language)


def _aspect(aspect, kind, before, after, language) -> dict:
    texts = [aspect.before, aspect.after]
    if aspect.key in ("way", "host"):
        texts = [_with_names(text, version, language) for text, version in zip(texts, (before, after), strict=True)]
    if aspect.key in LISTS:
        texts = [str(_(", ")).join(text.split("\n")) for text in texts]
    return {"label": ASPECTS.get(aspect.key, aspect.key), "key": aspect.key, "before": texts[0], "after": texts[1]}


def _with_names(text: str, version, language) -> str:
    return " → ".join(version.element_name(id.removesuffix(" !"), language) for id in text.split(" → ") if id)


def change_word(change: dict) -> str:
    """What changed, of plain values as they are kept with a publication."""
    known = {"setting": SETTINGS, "text": LANGUAGES}.get(change["kind"], {})
    return known.get(change["id"]) or pick(change["names"], ui.reader().language, change["id"])


def aspect_word(key: str):
    """What an aspect is called, for the filter of the same name."""
    return ASPECTS.get(key, key)
