"""What the catalogue says of a version: its texts in each language, its settings, its walks."""

import json

from app.studio.comparing.difference import Thing

ELSEWHERE = {"texts", "names", "walks", "forms", "lanes", "slug", "id"}


def texts(spec: dict) -> dict[str, Thing]:
    """Texts by language."""
    return {language: Thing({"en": language}, {key: _line(value) for key, value in text.items()}, "", "text")
            for language, text in (spec.get("texts") or {}).items() if isinstance(text, dict)}


def settings(spec: dict) -> dict[str, Thing]:
    """Audience, promise, owner and the rest by key; what was not set counts as set to nothing."""
    return {key: Thing({"en": key}, {"value": _line(value)}, "", "setting")
            for key, value in spec.items() if key not in ELSEWHERE}


def walks(spec: dict) -> dict[str, Thing]:
    """Walks by name."""
    found = {}
    for walk in spec.get("walks") or ():
        steps = [_line(step) for step in walk.get("steps") or ()]
        rest = {key: value for key, value in walk.items() if key not in ("name", "steps", "end")}
        aspects = {"steps": "\n".join(steps), "end": str(walk.get("end") or ""), "start": _line(rest)}
        found[str(walk.get("name"))] = Thing({"en": str(walk.get("name"))}, aspects, "", "walk")
    return found


def _line(value) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return "\n".join(value)
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
