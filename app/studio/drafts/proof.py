"""Proof that what somebody drew can be read without harm, before this process compiles it."""

from app.base import Refusal
from app.catalog.bundle import hash_of, models_of
from app.catalog.store import Store
from app.engine import ModelRefused, read_bundle

_proven = Store(512)


class DraftUnreadable(Refusal):
    """This drawing cannot be read. Its findings say why."""

    status = 422


def prove(diagram: str, files: dict[str, bytes]):
    """Read the models in a child process once; raises DraftUnreadable where they cannot be read, hang or swell it."""
    models = models_of(files, diagram)
    key = hash_of({}, models)
    if _proven.get(key) is None:
        try:
            read_bundle(models)
        except ModelRefused as refused:
            raise DraftUnreadable from refused
        _proven.put(key, True)
