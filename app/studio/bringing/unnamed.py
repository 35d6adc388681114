"""Forms that have no id get one, since a step names its form by it: modelers save them so before they are deployed."""

import json
from pathlib import PurePosixPath

from app.studio.bringing.note import Note
from app.studio.bringing.slug import folded


def with_ids(forms: dict[str, bytes], taken) -> tuple[dict[str, bytes], list[Note]]:
    """The forms, each with an id; made of the name of its file where it had none, and none of those `taken`."""
    given, notes, taken = {}, [], set(taken)
    for path, data in forms.items():
        schema = _schema(data)
        if schema is None or schema.get("id"):
            continue
        stem = folded(PurePosixPath(path).name.split(".")[0]) or "form"
        id = next(name for name in (stem, *(f"{stem}-{n}" for n in range(2, len(forms) + 3))) if name not in taken)
        taken.add(id)
        given[path] = json.dumps({**schema, "id": id}, ensure_ascii=False, indent=2).encode()
        notes.append(Note(PurePosixPath(path).name, "form-unnamed", {"id": id}))
    return {**forms, **given}, notes


def _schema(data: bytes) -> dict | None:
    try:
        schema = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return schema if isinstance(schema, dict) and isinstance(schema.get("components"), list) else None
