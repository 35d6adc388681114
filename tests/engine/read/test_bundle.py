"""From files to a bundle."""

import json
import zipfile
from io import BytesIO

import pytest
from lxml import etree

from app.engine import ModelRefused, read_bundle
from tests.engine.drawing import HEAD

DMN = b'<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d"/>'


def model(body: str, process: str = "p") -> bytes:
    return f'{HEAD}<process id="{process}" isExecutable="true">{body}</process></definitions>'.encode()


def test_files_are_known_by_their_contents():
    bundle = read_bundle(
        {
            "a.xml": model('<startEvent id="s"/>'),
            "b.xml": DMN,
            "c.json": json.dumps({"id": "leave", "components": []}).encode(),
            "d.txt": b"hello",
        },
        trusted=True,
    )
    assert (list(bundle.models), list(bundle.decisions), list(bundle.forms)) == (["a.xml"], ["b.xml"], ["leave"])
    assert bundle.other == ("d.txt",)


def test_nothing_to_read_is_refused():
    with pytest.raises(ModelRefused) as told:
        read_bundle({"a.txt": b"hello"}, trusted=True)
    assert told.value.findings[0].rule == "no-model"


def test_a_broken_form_is_refused():
    with pytest.raises(ModelRefused) as told:
        read_bundle({"a.form": b'{"components": ['}, trusted=True)
    assert told.value.findings[0].rule == "unreadable-form"


def test_an_untrusted_file_gives_the_same_as_a_trusted_one():
    files = {"a.bpmn": model('<task id="t"/>')}
    strange, known = read_bundle(files), read_bundle(files, trusted=True)
    assert strange.xml("a.bpmn") == known.xml("a.bpmn")
    assert (strange.repairs, strange.hash) == (known.repairs, known.hash)


def test_an_untrusted_zip_is_read():
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as out:
        out.writestr("it/a.bpmn", model('<task id="t"/>'))
    assert list(read_bundle({"all.zip": stream.getvalue()}).models) == ["it/a.bpmn"]


def test_the_refusal_of_an_untrusted_file_comes_through():
    with pytest.raises(ModelRefused) as told:
        read_bundle({"a.bpmn": b"<!DOCTYPE a><a/>"})
    assert told.value.findings[0].rule == "doctype"


def test_the_hash_knows_every_byte_and_name_but_not_the_order():
    one, two = model('<task id="t"/>'), model('<task id="u"/>', "q")
    hashes = {
        read_bundle(files, trusted=True).hash
        for files in ({"a": one, "b": two}, {"b": two, "a": one}, {"a": two, "b": one}, {"a": one, "c": two})
    }
    assert len(hashes) == 3


def test_a_repaired_model_keeps_its_drawing_and_foreign_extensions():
    text = (
        '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:acme="urn:acme" '
        'xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"><process id="p"><task id="t">'
        "<extensionElements><acme:colour>red</acme:colour></extensionElements></task></process>"
        '<bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="p"><bpmndi:BPMNShape bpmnElement="t"/></bpmndi:BPMNPlane>'
        "</bpmndi:BPMNDiagram></definitions>"
    )
    bundle = read_bundle({"a.bpmn": text.encode()}, trusted=True)
    again = etree.fromstring(bundle.xml("a.bpmn"))
    assert again.findtext(".//{urn:acme}colour") == "red"
    assert again.find(".//{*}BPMNShape").get("bpmnElement") == "t"
    assert not read_bundle({"a.bpmn": bundle.xml("a.bpmn").encode()}, trusted=True).repairs


def test_the_same_id_in_two_files_is_separated_with_everything_that_points_to_it():
    body = '<startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="e"/><endEvent id="e"/>'
    bundle = read_bundle({"a.bpmn": model(body), "b.bpmn": model(body, "q")}, trusted=True)
    flow = bundle.models["b.bpmn"].find(".//{*}sequenceFlow")
    assert (flow.get("id"), flow.get("sourceRef"), flow.get("targetRef")) == ("f_2", "s_2", "e_2")
    assert bundle.models["a.bpmn"].find(".//{*}sequenceFlow").get("sourceRef") == "s"


def test_one_process_in_two_files_is_told():
    bundle = read_bundle({"a.bpmn": model('<task id="t"/>'), "b.bpmn": model('<task id="u"/>')}, trusted=True)
    assert ("process-in-two-files", "error") in {(one.rule, one.severity) for one in bundle.repairs}


def test_what_is_added_stands_where_the_schema_wants_it():
    text = (
        '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" '
        'xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"><process id="p"><sendTask id="t"/>'
        '<textAnnotation id="n"/></process><bpmndi:BPMNDiagram/></definitions>'
    )
    root = read_bundle({"a.bpmn": text.encode()}, trusted=True, accept=True).models["a.bpmn"]
    assert [etree.QName(one).localname for one in root] == ["process", "message", "BPMNDiagram"]
    assert etree.QName(root[0][-1]).localname == "textAnnotation"
