"""What nobody named is called by its kind and by what stands beside it, in the reader's language."""

import pytest

from app.engine import check, compile_bundle
from app.engine.naming import unnamed
from tests.engine.drawing import bundle as drawn
from tests.engine.drawing import flows

STEPS = (
    '<startEvent id="S1"/><userTask id="Check" name="Check"/><exclusiveGateway id="Gateway_0x9"/>'
    '<userTask id="Activity_1a"/><userTask id="Activity_2b"/><endEvent id="E1"/>'
    '<boundaryEvent id="Event_7" attachedToRef="Check"><timerEventDefinition><timeDuration>PT1H</timeDuration>'
    '</timerEventDefinition></boundaryEvent>'
    + flows("S1 Check", "Check Gateway_0x9", "Gateway_0x9 Activity_1a", "Gateway_0x9 Activity_2b", "Activity_1a E1"))


@pytest.fixture
def bundle():
    return drawn(STEPS)


def test_an_unnamed_element_is_its_kind_beside_the_nearest_named_step(bundle):
    called = {id: one.text("en") for id, one in unnamed(bundle.drawn.values()).items()}
    assert called["S1"] == "Beginning (before Check)"
    assert called["Gateway_0x9"] == "One way of several (after Check)"
    assert called["Event_7"] == "When time passes at a step (at Check)"
    assert called["S1_Check"] == "Arrow (from Beginning to Check)"
    assert "Check" not in called


def test_two_that_would_be_called_the_same_are_numbered(bundle):
    called = unnamed(bundle.drawn.values())
    assert [called[id].text("en") for id in ("Activity_1a", "Activity_2b")] == [
        "Step for a person 1 (after Check)", "Step for a person 2 (after Check)"]
    assert called["Activity_2b"].text("fa") == "گام انسانی ۲ (پس از Check)"
    assert called["Activity_2b"].text("ar", {"Check": "تدقيق"}.get) == "خطوة لشخص ٢ (بعد تدقيق)"


def test_findings_and_offers_speak_of_what_it_is_and_never_of_its_id(bundle):
    found = {(one.rule, one.element): one for one in check(bundle)}
    one = found["gateway-unnamed", "Gateway_0x9"]
    assert one.title("en") == "One way of several (after Check)"
    for language in ("en", "fa", "ar"):
        said = [told.text(language) for told in found.values()]
        said += [offer.label(language) for told in found.values() for offer in told.offers]
        for text in said:
            assert not [id for id in ("Gateway_0x9", "Activity_1a", "Activity_2b", "Event_7") if id in text], text


def test_a_diagram_knows_how_its_unnamed_elements_are_called(bundle):
    assert compile_bundle(bundle).unnamed["E1"].text("en") == "End (after Check)"


def test_a_large_drawing_without_any_name_is_told_apart_by_numbers():
    tasks = "".join(f'<task id="T{n}"/>' for n in range(900))
    ways = flows(*(f"T{n} T{n + 1}" for n in range(899)))
    called = unnamed(drawn(tasks + ways).drawn.values())
    assert len({called[f"T{n}"].text("en") for n in range(900)}) == 900
