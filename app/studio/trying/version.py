"""The versions that are tried: compiled once per process, however many pages and plays ask for them."""

import hashlib

from app.catalog import Published
from app.catalog.bundle import canonical
from app.catalog.store import Store
from app.studio.drafts.blob import contents
from app.studio.drafts.proof import prove

_tried = Store(24)


def version_of(spec: dict, files: dict[str, str], number: int = 0) -> Published:
    """The version with this spec and these files (path -> hash).

    Raises DraftUnreadable where its models cannot be read.
    """
    key = state_of(spec, files), number
    found = _tried.get(key)
    if found is None:
        main = spec["diagram"]
        held = contents({main: files[main], **files})
        prove(main, held)
        found = _tried.put(key, Published(0, number, spec, held))
    return found


def state_of(spec: dict, files: dict[str, str]) -> str:
    """The hash of a spec with its files, given by their hashes: the same as `hash_of` gives for their contents."""
    return hashlib.sha256(canonical({"spec": spec, "files": files})).hexdigest()


def course_of(source) -> str:
    """The hash of what decides how a play of a Draft or a Published goes: walks and texts may change without it."""
    files = source.files
    if isinstance(source, Published):
        files = {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}
    return state_of({key: value for key, value in source.spec.items() if key not in ("walks", "texts")}, files)
