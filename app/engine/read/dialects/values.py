"""How the Camunda 7 family writes values: attributes, extension elements, lists, maps and variables passed on."""

import json
from collections import defaultdict

from app.engine.bpmn import local, text
from app.engine.facts import Mapping


def attributes(element, namespace: str) -> dict[str, str]:
    start = f"{{{namespace}}}"
    return {name[len(start) :]: value for name, value in element.attrib.items() if name.startswith(start)}


def extensions(element, namespace: str) -> dict[str, list]:
    """The extension elements of this namespace, by name."""
    found = defaultdict(list)
    for extension in element.iterfind(f"./{{*}}extensionElements/{{{namespace}}}*"):
        found[local(extension)].append(extension)
    return found


def listed(words: str | None) -> tuple[str, ...]:
    """A comma list of names; a comma inside `${...}` separates arguments, not names."""
    parts, depth, current = [], 0, ""
    for letter in words or "":
        depth += {"{": 1, "}": -1}.get(letter, 0)
        if letter == "," and depth <= 0:
            parts.append(current)
            current = ""
        else:
            current += letter
    return tuple(part.strip() for part in [*parts, current] if part.strip())


def passed(one) -> Mapping | None:
    """`<camunda:in source="a" target="b"/>`: a variable name on the left, or an expression."""
    source = one.get("sourceExpression") or (f"${{{one.get('source')}}}" if one.get("source") else None)
    target = one.get("target") or one.get("targetExpression")
    return Mapping(source, target) if source and target else None


def written(parameter) -> str:
    """The expression of an inputParameter: its text, or a FEEL literal for a list or map, or a script's text."""
    inner = next((one for one in parameter if isinstance(one.tag, str)), None)
    if inner is None:
        return text(parameter)
    if local(inner) in ("list", "map"):
        return f"={_literal(inner)}"
    return text(inner)


def _literal(element):
    if local(element) == "list":
        return "[" + ", ".join(_literal(one) for one in element) + "]"
    if local(element) == "map":
        return "{" + ", ".join(f"{json.dumps(one.get('key') or '')}: {_entry(one)}" for one in element) + "}"
    return _scalar(text(element))


def _entry(entry):
    inner = next(iter(entry), None)
    return _scalar(text(entry)) if inner is None else _literal(inner)


def _scalar(words):
    """`${a.b}` is the FEEL path a.b; anything else stays text."""
    inside = words[2:-1].strip() if words.startswith("${") and words.endswith("}") else ""
    return inside if inside.replace(".", "").replace("_", "").isalnum() else json.dumps(words, ensure_ascii=False)
