"""A service's own files under another name: paths and the ids of its forms follow, what is shared stays."""

import re
from pathlib import PurePosixPath

TEMPLATE = "template-"
"""What the ids of a template's forms begin with, so that no service of the catalogue has them."""
SHARED = ("workflows/fragments/", "forms/shared/", "catalog/")


def placed(spec: dict, files: dict[str, bytes], department: str, slug: str) -> tuple[dict, dict[str, bytes]]:
    """(spec, files) as the service `slug` of `department` has them; texts change only where forms are named."""
    old = spec.get("slug", "")
    paths = {path: _path(path, old, department, slug) for path in files if not path.startswith(SHARED)}
    ids = {id: _stem(id, old, slug) for path, id in (spec.get("forms") or {}).items() if path in paths}
    moved = {paths.get(path, path): _renamed(path, data, ids) for path, data in files.items()}
    new = {**spec, "slug": slug, "department": department, "diagram": paths.get(spec["diagram"], spec["diagram"]),
           "uses": [paths.get(path, path) for path in spec.get("uses", [])],
           "forms": {paths.get(path, path): ids.get(id, id) for path, id in (spec.get("forms") or {}).items()}}
    if spec.get("form"):
        new["form"] = paths.get(spec["form"], spec["form"])
    return new, moved


def _path(path, old, department, slug) -> str:
    place = PurePosixPath(path)
    return f"{place.parts[0]}/{department}/{_stem(place.stem, old, slug)}{place.suffix}"


def _stem(stem, old, slug) -> str:
    """leave-balance of the service leave becomes time-off-balance of the service time-off."""
    stem = stem.removeprefix(TEMPLATE)
    rest = stem[len(old):] if old and (stem == old or stem.startswith(f"{old}-")) else f"-{stem}"
    return f"{slug}{rest}"


def _renamed(path, data, ids) -> bytes:
    for old, new in ids.items():
        quoted = re.escape(old.encode())
        if path.endswith(".form"):
            data = re.sub(rb'("id"\s*:\s*")' + quoted + rb'(")', rb"\g<1>" + new.encode() + rb"\2", data)
        elif path.endswith(".bpmn"):
            pattern = rb"(form[A-Za-z]*\s*=\s*[\"'])" + quoted + rb"([\"'])"
            data = re.sub(pattern, rb"\g<1>" + new.encode() + rb"\2", data)
    return data
