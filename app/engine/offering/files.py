"""Offers of files, and the files after one was applied. What came before is kept by whoever asks."""

from lxml import etree

from app.engine.check import check
from app.engine.offer import Offer, OfferGone
from app.engine.offering.acts import ACTS
from app.engine.offering.redraw import redraw, snapshot
from app.engine.read.archive import unpacked
from app.engine.read.bundle import read_bundle, sort_files
from app.engine.repair import mend, name_everything
from app.engine.repair.identifiers import give_ids
from app.engine.repair.pen import only, only_safe, safe_and

HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n'


def offers(files: dict[str, bytes], trusted: bool = False) -> list[Offer]:
    """All offers of the findings of these files, each once; raises as read_bundle does."""
    found = {}
    for finding in check(read_bundle(files, trusted)):
        for offer in finding.offers:
            found.setdefault(offer.id, offer)
    return list(found.values())


def apply_offer(files: dict[str, bytes], offer: Offer, trusted: bool = False) -> dict[str, bytes]:
    """The files with the change made that `offer` describes: one file differs, zips are unpacked.

    The drawing follows; foreign extensions, comments and prefixes stay. Raises OfferGone where it fits no longer.
    """
    files = unpacked(files)
    return changed_by(files, _as_it_stands(files, offer, trusted))


def changed_by(files: dict[str, bytes], offer: Offer) -> dict[str, bytes]:
    """The same for an offer that the caller has made itself, of files without zips. Raises OfferGone."""
    for beforehand in (False, True):
        root = _named(files, offer.path)
        before = snapshot(root)
        if _done(root, offer, beforehand):
            redraw(root, before)
            return {**files, offer.path: _written(root)}
    raise OfferGone


def _as_it_stands(files, offer, trusted):
    """The offer as the files make it now, with nothing taken from the asker but what was asked."""
    now = next((one for one in offers(files, trusted) if one.id == offer.id), None)
    if now is None:
        raise OfferGone
    return now.saying(**{name: offer.params[name] for name in now.asks if name in offer.params})


def mended(files: dict[str, bytes], trusted: bool = False) -> dict[str, bytes]:
    """The files with their safe repairs written into them; a file that needs none keeps its bytes."""
    files = unpacked(files)
    read_bundle(files, trusted)
    drawn = sort_files(files)[0]
    as_it_was = {path: etree.tostring(root) for path, root in drawn.items()}
    name_everything(drawn)
    out = dict(files)
    for path, root in drawn.items():
        before = snapshot(root)
        mend(path, root, only_safe)
        if etree.tostring(root) != as_it_was[path]:
            redraw(root, before)
            out[path] = _written(root)
    return out


def _named(files, path):
    drawn = sort_files(files)[0]
    name_everything(drawn)
    return drawn[path]


def _done(root, offer, beforehand):
    """Was it done? Some changes fit only when the safe mends have been made `beforehand`."""
    act = ACTS.get(offer.rule)
    if act is None:
        key = (offer.rule, offer.element, offer.which)
        pen = mend(offer.path, root, safe_and(key) if beforehand else only(key))
        return key in {one.key for one in (*pen.done, *pen.accepted)}
    if beforehand:
        mend(offer.path, root, only_safe)
    element = next((one for one in root.iter(etree.Element) if one.get("id") == offer.element), None)
    if element is not None:
        act(element, offer)
    return element is not None


def _written(root):
    give_ids({"": root})
    return HEAD + etree.tostring(root.getroottree(), encoding="UTF-8")
