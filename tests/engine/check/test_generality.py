"""The rules look at what is drawn, not at what it is called: other ids, prefixes and order change no finding."""

import re
from pathlib import Path

import pytest
from lxml import etree

from app.engine import read_bundle
from app.engine.check import check

FOLDER = Path(__file__).parents[4] / "shared" / "corpus" / "constraints"
MODELS = sorted(FOLDER.glob("*.bpmn"))
WORD = re.compile(r"[\w.-]+")
pytestmark = pytest.mark.skipif(not MODELS, reason="The corpus folder is not beside the project.")


def told(data: bytes) -> set:
    bundle = read_bundle({"model.bpmn": data}, trusted=True)
    return {(one.rule, one.severity, one.element) for one in check(bundle) if one.severity in ("error", "warning")}


def renamed(root) -> dict[str, str]:
    """New ids for all, in references and texts too; what is not an id of the file stays."""
    known = {one.get("id") for one in root.iter(etree.Element) if one.get("id")}
    names = {id: f"n{number}_{len(id)}" for number, id in enumerate(sorted(known))}
    for element in root.iter(etree.Element):
        for key, value in element.attrib.items():
            if key not in ("name", "targetNamespace"):
                element.set(key, _other(value, names))
        if element.text and len(element) == 0:
            element.text = _other(element.text.strip(), names) if element.text.strip() else element.text
    return names


def _other(value, names):
    prefix, colon, name = value.rpartition(":")
    return f"{prefix}{colon}{names[name]}" if name in names else value


def written_with_other_prefixes(root) -> bytes:
    text = etree.tostring(root, encoding="unicode")
    for number, (prefix, space) in enumerate(root.nsmap.items()):
        if prefix and prefix not in ("xsi", "xml") and "BPMN" in space and "MODEL" in space:
            new = f"q{number}"
            text = re.sub(rf"(</?){prefix}:", rf"\1{new}:", text).replace(f"xmlns:{prefix}=", f"xmlns:{new}=")
            text = re.sub(rf'(xsi:type="){prefix}:', rf"\1{new}:", text)
    return text.encode()


@pytest.mark.parametrize("path", MODELS, ids=lambda path: path.stem)
def test_findings_stand_at_an_element_of_the_model_whatever_it_is_called(path):
    root = etree.fromstring(path.read_bytes())
    before = told(path.read_bytes())
    assert before
    ids = {one.get("id") for one in root.iter(etree.Element)}
    assert [element for _, _, element in before if element in ids], "no finding points at an element of the file"
    names = renamed(root)
    after = told(written_with_other_prefixes(root))
    expected = {(rule, severity, names.get(element, element)) for rule, severity, element in before}
    assert {one[:2] for one in after} == {one[:2] for one in expected}
    assert {one[2] for one in after if one[2] in names.values()} == {
        one[2] for one in expected if one[2] in names.values()
    }
