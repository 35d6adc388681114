"""Offers and files: one file changes, the rest of it stays, what no longer fits is refused."""

import io
import zipfile

import pytest

from app.engine import OfferGone, apply_offer, check, mended, offers, read_bundle
from app.engine.repair import pen
from tests.engine.drawing import START, ends, flows, person
from tests.engine.offering.models import files, offered

UNDECIDED = START + '<exclusiveGateway id="g"/>' + flows("s g", "g a", "g b") + ends("a", "b")


def test_one_file_changes_and_the_old_ones_are_the_undo():
    other = b'{"id": "f", "components": []}'
    before = {**files(UNDECIDED), "a.form": other}
    after = apply_offer(before, offered(before, "person-decides"), trusted=True)
    assert before == {**files(UNDECIDED), "a.form": other}
    assert after["a.form"] is other and after["model.bpmn"] != before["model.bpmn"]


def test_comments_prefixes_and_foreign_extensions_stay():
    text = files(UNDECIDED)["model.bpmn"].replace(b"<process ", b'<!-- mine --><process camunda:historyTimeToLive="9" ')
    after = apply_offer({"m.bpmn": text}, offered({"m.bpmn": text}, "person-decides"), trusted=True)["m.bpmn"]
    assert b"<!-- mine -->" in after and b'camunda:historyTimeToLive="9"' in after
    assert after.startswith(b'<?xml version="1.0" encoding="UTF-8"?>') and b"ns0" not in after


def test_an_offer_that_fits_no_longer_is_refused():
    model = files(UNDECIDED)
    offer = offered(model, "person-decides")
    with pytest.raises(OfferGone):
        apply_offer(apply_offer(model, offer, trusted=True), offer, trusted=True)


def test_only_what_is_asked_for_can_be_said():
    offer = offered(files(UNDECIDED), "person-decides")
    with pytest.raises(KeyError):
        offer.saying(ways="a")


def test_what_somebody_else_says_about_an_offer_does_not_count():
    model = files(START + person("t") + person("u") + flows("s t", "t e", "u e") + ends("e"))
    offer = offered(model, "remove-unreached")
    forged = type(offer)(offer.rule, offer.path, offer.element, params={"ids": "t s e"})
    assert b'id="t"' in apply_offer(model, forged, trusted=True)["model.bpmn"]


def test_a_zip_is_unpacked():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("it/m.bpmn", files(UNDECIDED)["model.bpmn"])
    packed = {"all.zip": stream.getvalue()}
    assert list(apply_offer(packed, offered(packed, "person-decides"), trusted=True)) == ["it/m.bpmn"]


def test_safe_repairs_are_written_into_the_file_and_drawn():
    body = person("t") + '<sequenceFlow sourceRef="t" targetRef="e"/>' + ends("e")
    text = files(body)["model.bpmn"].replace(b'isExecutable="true"', b"")
    after = mended({"m.bpmn": text}, trusted=True)
    assert b'isExecutable="true"' in after["m.bpmn"] and b'bpmnElement="Start_of_p"' in after["m.bpmn"]
    assert not read_bundle(after, trusted=True).repairs
    assert mended(after, trusted=True) == after


def test_safe_repairs_leave_what_needs_a_word():
    model = files(UNDECIDED)
    assert mended(model, trusted=True) == model
    assert offers(model, trusted=True)


def test_an_undecided_exclusive_gateway_is_not_fit_to_publish():
    found = check(read_bundle(files(UNDECIDED), trusted=True))
    (told,) = [one for one in found if one.rule == "flow-without-condition"]
    assert told.severity == "error" and [one.rule for one in told.offers] == ["person-decides"]


def test_every_mend_that_may_change_the_meaning_waits_for_the_owner():
    bundle = read_bundle(files(UNDECIDED), trusted=True)
    assert [one.rule for one in bundle.left] == ["person-decides"] and not bundle.repairs
    accepting = bundle.accepting()
    assert [one.rule for one in accepting.accepted] == ["person-decides"] and not accepting.left
    assert accepting.accepted[0].rule not in pen.SAFE
