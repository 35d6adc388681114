"""The children in which models are looked at: kept between two checks, each for one at a time."""

import atexit
import hashlib
from contextlib import contextmanager
from queue import LifoQueue

from app.base import Refusal
from app.catalog import SENT
from app.catalog.store import Store
from app.engine import Offer
from app.engine.read.child import Child, ChildFailed
from app.engine.survey import Survey, survey
from app.studio.checking.finding import WRITE_REPAIRS

CHILDREN = 2
SECONDS = 3
READ = (".bpmn", ".dmn", ".form", ".xml")
_seen = Store(128)
_free: LifoQueue[Child] = LifoQueue()
for _ in range(CHILDREN):
    _free.put(Child(SECONDS))


class TooMuchWork(Refusal):
    """This takes longer than a model may take. Nothing was changed."""

    status = 422


def look(files: dict[str, bytes], main: str, process: str) -> Survey:
    """What is found in these files; the same files are looked at once."""
    files = ordered(files, main)
    key = _digest(files, process)
    found = _seen.get(key)
    if found is None:
        with _child() as child:
            found = _seen.put(key, survey(files, process, child, SENT))
    return found


def apply(files: dict[str, bytes], main: str, offer: str, said: dict) -> dict[str, bytes]:
    """The files that change when the offer of this id is accepted. Raises OfferGone."""
    if offer == WRITE_REPAIRS:
        return repaired(files, main)
    return _work("app.engine.survey:applied", (ordered(files, main), offer, said))


def act(files: dict[str, bytes], main: str, offer: Offer) -> dict[str, bytes]:
    """The files that change when an offer of the studio's own is carried out."""
    return _work("app.engine.survey:acted", (ordered(files, main), offer))


def repaired(files: dict[str, bytes], main: str) -> dict[str, bytes]:
    """The files that change when all safe repairs are written into them."""
    return _work("app.engine.survey:repaired", ordered(files, main))


def laid_out(files: dict[str, bytes], main: str) -> dict[str, bytes]:
    """The files that change when everything is drawn that is not."""
    return _work("app.engine.survey:drawn", ordered(files, main))


def ordered(files: dict[str, bytes], main: str) -> dict[str, bytes]:
    """What the engine reads of a service's files, the main diagram first."""
    read = {path: data for path, data in files.items() if path.endswith(READ)}
    return {**({main: read[main]} if main in read else {}), **read}


def _work(function: str, argument):
    with _child() as child:
        try:
            return child.call(function, argument)
        except ChildFailed as failed:
            raise TooMuchWork from failed


@contextmanager
def _child():
    child = _free.get()
    try:
        yield child
    finally:
        _free.put(child)


def _digest(files, process) -> str:
    digest = hashlib.sha256(process.encode())
    for path, data in files.items():
        digest.update(f"\0{path}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()


@atexit.register
def _close():
    while not _free.empty():
        with _free.get_nowait():
            pass
