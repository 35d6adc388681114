"""XML nobody has vouched for."""

import pytest

from app.engine import ModelRefused, read_bundle
from app.engine.read import xml

MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"
WHOLE = f'<definitions xmlns="{MODEL}"><process id="p"><startEvent id="s"/><endEvent id="e"/></process></definitions>'


def refused(data: bytes) -> str:
    with pytest.raises(ModelRefused) as told:
        xml.parse_xml("order.bpmn", data)
    return told.value.findings[0].rule


def test_a_doctype_is_refused_before_anything_in_it_happens():
    assert refused(b'<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + WHOLE.encode()) == "doctype"


def test_a_billion_laughs_are_refused_quickly():
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE l [<!ENTITY l0 "ha">{entities}]><l>&l11;</l>'
    assert refused(bomb.encode()) == "doctype"


def test_broken_xml_names_the_line():
    with pytest.raises(ModelRefused) as told:
        xml.parse_xml("order.bpmn", b"<definitions>\n<process>\n</definitions>")
    assert told.value.findings[0].params["line"] == "3"


def test_an_empty_file_is_refused():
    assert refused(b"") == "unreadable-xml"


def test_deep_nesting_is_refused():
    assert refused(b"<a>" * 200 + b"</a>" * 200) == "nested-too-deep"


def test_too_many_elements_are_refused(monkeypatch):
    monkeypatch.setattr(xml, "ELEMENTS", 50)
    assert refused(b"<a>" + b"<b/>" * 60 + b"</a>") == "too-many-elements"


def test_an_endless_id_is_refused():
    assert refused(f'<a id="{"x" * 1000}"/>'.encode()) == "id-too-long"


def test_a_file_beyond_all_measure_is_refused(monkeypatch):
    monkeypatch.setattr(xml, "BYTES", 100)
    assert refused(WHOLE.encode()) == "file-too-large"


def test_utf_16_is_read():
    text = '<?xml version="1.0" encoding="UTF-16"?>' + WHOLE.replace('id="p"', 'id="p" name="Café"')
    bundle = read_bundle({"order.bpmn": text.encode("utf-16")}, trusted=True)
    assert bundle.models["order.bpmn"][0].get("name") == "Café"


def test_a_prefix_that_nobody_declared_is_declared():
    text = WHOLE.replace('<startEvent id="s"/>', '<startEvent id="s" zeebe:note="x"/>')
    assert xml.parse_xml("order.bpmn", text.encode())[0][0].get("{http://camunda.org/schema/zeebe/1.0}note") == "x"
