"""On everybody's models: no offer breaks a file, each does what it says, and what was there stays."""

from collections import Counter
from pathlib import Path

import pytest

from app.engine import ModelRefused, apply_offer, check, compile_bundle, mended, offers, read_bundle
from app.engine.read.xml import parse_xml
from tests.engine.offering.models import ids, undrawn
from tests.engine.repair.test_kept import foreign

CORPUS = Path(__file__).parents[4] / "shared" / "corpus"
FOLDERS = ("modelers", "camunda7", "camunda7-examples", "camunda8", "camunda-modeler", "flowable", "spiff")
EVERY = 6
# Files whose own drawing shows only some of their steps, or draws steps over each other.
HALF_DRAWN = ("sequence-flow-condition-broken-diagram", "OMNITRACKER_BPMN_12.3__C.6.0")

pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="The corpus folder is not beside the project.")


def sample():
    return [path for folder in FOLDERS for path in sorted((CORPUS / folder).glob("*"))[::EVERY]]


def one_of_each(model):
    try:
        return list({one.rule: one for one in offers(model, trusted=True)}.values())
    except ModelRefused:
        return []


@pytest.mark.parametrize("path", sample(), ids=lambda path: path.name[-40:])
def test_an_offer_does_what_it_says_and_breaks_nothing(path):
    model = {path.name: path.read_bytes()}
    for offer in one_of_each(model):
        after = apply_offer(model, offer, trusted=True)
        bundle = read_bundle(after, trusted=True)
        assert offer.id not in {one.id for found in check(bundle) for one in found.offers}
        compile_bundle(bundle)
        if not any(name in path.name for name in HALF_DRAWN):
            assert not undrawn(bundle.drawn[offer.path], set(ids(model, offer.path))), offer.id


@pytest.mark.parametrize("folder", FOLDERS)
def test_mended_files_keep_their_drawing_and_extensions_and_need_no_second_mending(folder):
    for path in sorted((CORPUS / folder).glob("*"))[::2]:
        model = {path.name: path.read_bytes()}
        try:
            after = mended(model, trusted=True)
        except ModelRefused:
            continue
        assert mended(after, trusted=True) == after, path.name
        for name in read_bundle(model, trusted=True).drawn:
            kept, was = foreign(parse_xml(name, after[name])), foreign(parse_xml(name, model[name]))
            assert not moved(was - kept), path.name


def moved(lost: Counter) -> list:
    """What is missing, but for sizes of pools and sub-processes that have grown around a new start."""
    return [one for one in lost if not str(one[0]).endswith("}Bounds")]
