"""What a service's yaml must and may say."""

import re

from app.base import NotASpan
from app.catalog.audience import check_audience
from app.catalog.fault import Broken
from app.catalog.grants import EVERYONE
from app.catalog.offer import LANGUAGES
from app.catalog.promise import Promise
from app.catalog.source import Source
from app.engine import ExpressionBroken

KINDS = ("incident", "request", "change", "problem", "access", "case", "journey")
NEEDED = {"id": str, "kind": str, "department": str, "diagram": str, "process": str, "owner": str, "texts": dict}
ALLOWED = {
    "slug": str, "category": str, "icon": str, "form": str, "promise": dict, "audience": str, "title": (str, dict),
    "uses": list, "lanes": dict, "names": dict, "walks": list, "order": int, "general": bool, "listed": bool,
    "callable_by": (str, list),
}
SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
WORDS_FOR = {str: "text", dict: "keys and values", list: "a list", int: "a whole number", bool: "true or false"}

MIXED = {"title": "text, or a text for each language", "callable_by": "“everyone” or a list of departments"}


def check_shape(source: Source, slug: str):
    """Raises Broken with every fault of the yaml itself, each with its line."""
    faults = [*_keys(source, slug), *_words(source, slug)]
    if not faults:
        faults = [*_texts(source, slug), *_meanings(source, slug)]
    if any(fault.severity == "error" for fault in faults):
        raise Broken(*faults)
    return faults


def _keys(source, slug):
    data = source.data
    for key in NEEDED.keys() - data.keys():
        yield source.fault(slug, f"“{key}” is missing.")
    for key, value in data.items():
        kind = {**NEEDED, **ALLOWED}.get(key)
        if kind is None:
            yield source.fault(slug, f"“{key}” is not known and was not read.", key, severity="warning")
        elif not isinstance(value, kind):
            wanted = WORDS_FOR.get(kind) or MIXED[key]
            yield source.fault(slug, f"“{key}” must be {wanted}.", key)


def _words(source, slug):
    data = source.data
    if data.get("slug", slug) != slug or not SLUG.fullmatch(slug):
        wanted = "The slug must be the file's name, in small letters, digits and dashes"
        yield source.fault(slug, f"{wanted}: “{slug}”.", "slug")
    if data.get("kind", "request") not in KINDS:
        yield source.fault(slug, f"“kind” must be one of {', '.join(KINDS)}.", "kind")
    said = data.get("callable_by", [])
    if said != EVERYONE and not (isinstance(said, list) and all(isinstance(one, str) for one in said)):
        yield source.fault(slug, f"“callable_by” must be {MIXED['callable_by']}.", "callable_by")


def _texts(source, slug):
    for language in LANGUAGES:
        text = source.data["texts"].get(language)
        if not isinstance(text, dict) or not text.get("name") or not text.get("summary"):
            yield source.fault(slug, f"“texts” needs a name and a summary in “{language}”.", "texts", language)
    for language in set(source.data["texts"]) - set(LANGUAGES):
        yield source.fault(slug, f"“{language}” is not a language of this product.", "texts", language)


def _meanings(source, slug):
    try:
        Promise.read(source.data.get("promise"))
    except (NotASpan, AttributeError, TypeError) as broken:
        yield source.fault(slug, f"The promise cannot be read: {broken}", "promise")
    try:
        check_audience(source.data.get("audience", "everyone"))
    except (ValueError, ExpressionBroken) as broken:
        yield source.fault(slug, f"The audience cannot be read: {broken}.", "audience")
