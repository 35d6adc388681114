"""From the text of a `.form` file (form-js schema, versions 1 to 19) to a tree of parts."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from app.forms import formulas
from app.forms.finding import FormBroken, finding
from app.forms.part import Part

DEEPEST = 12
MOST_PARTS = 2000
CONTAINERS = ("group", "dynamiclist")


@dataclass(frozen=True)
class Schema:
    """A form as it was drawn: its id, titles and rules, and its parts in order."""

    id: str
    raw: Mapping
    parts: tuple[Part, ...]
    watching: bool = True  # some formula mentions a field of the form, so one answer may change another
    words: frozenset[str] = frozenset()  # every name that a field or a formula uses

    def title(self, language: str) -> str:
        titles = self.raw.get("titles")
        titles = titles if isinstance(titles, Mapping) else {}
        return str(titles.get(language) or self.raw.get("title") or titles.get("en") or "")

    @property
    def rules(self) -> list[Mapping]:
        """Cross-field rules: {"test": FEEL, "message": text, "message:fa": text, "at": key}."""
        rules = self.raw.get("rules")
        return [rule for rule in rules if isinstance(rule, Mapping)] if isinstance(rules, list) else []


def read_schema(text: str | bytes) -> Schema:
    """The schema in `text`. Raises FormBroken where it is no JSON object with components."""
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError) as problem:
        raise FormBroken([finding("form-unreadable", "error", detail=str(problem))]) from None
    if not isinstance(raw, Mapping):
        raise FormBroken([finding("form-no-schema", "error")])
    counter = iter(range(MOST_PARTS))
    parts = _parts(raw.get("components", []), (), counter, 1)
    mentioned = _mentioned(raw, parts)
    parts = tuple(_watched(part, mentioned) for part in parts)
    words = mentioned.union(*(part.path for part in walk(parts)))
    return Schema(str(raw.get("id") or ""), raw, parts, any(part.watched for part in walk(parts)), frozenset(words))


def walk(parts) -> Iterator[Part]:
    """Every part, containers before what they hold."""
    for part in parts:
        yield part
        yield from walk(part.parts)


def _parts(components, prefix, counter, depth) -> tuple[Part, ...]:
    if not isinstance(components, list) or depth > DEEPEST:
        raise FormBroken([finding("form-no-schema", "error")])
    return tuple(_part(raw, prefix, counter, depth) for raw in components)


def _part(raw, prefix, counter, depth) -> Part:
    number = next(counter, None)
    if number is None or not isinstance(raw, Mapping):
        raise FormBroken([finding("form-no-schema", "error")])
    type_ = raw.get("type") if isinstance(raw.get("type"), str) else ""
    path = prefix + _steps(raw.get("path") if type_ in CONTAINERS else raw.get("key"))
    below = () if type_ == "dynamiclist" else path
    parts = _parts(raw.get("components", []), below, counter, depth + 1) if type_ in CONTAINERS else ()
    return Part(type_, str(raw.get("id") or f"Part_{number}"), path, raw, parts)


def _steps(key) -> tuple[str, ...]:
    return tuple(step for step in key.split(".") if step) if isinstance(key, str) else ()


def _mentioned(raw, parts) -> set[str]:
    """Every name that some formula of the form mentions."""
    texts = [formula for part in walk(parts) for _, formula in part.formulas()]
    for part in walk(parts):
        texts += [part.hide() or "", str(part.own("required-if", "")), str(part.raw.get("valuesKey") or "")]
        texts.append(str(part.raw.get("dataSource") or ""))
    rules = raw.get("rules")
    texts += [str(rule.get("test")) for rule in rules if isinstance(rule, Mapping)] if isinstance(rules, list) else []
    return set().union(*(formulas.names_in(text) for text in texts)) if texts else set()


def _watched(part: Part, mentioned: set[str]) -> Part:
    parts = tuple(_watched(below, mentioned) for below in part.parts)
    return replace(part, parts=parts, watched=bool(mentioned & set(part.path)))
