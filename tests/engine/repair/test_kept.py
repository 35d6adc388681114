"""What other modelers put into their files, and the drawing itself, is still there after the repairs."""

from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from app.engine import ModelRefused, read_bundle
from app.engine.bpmn import BPMN
from app.engine.read.xml import parse_xml

CORPUS = Path(__file__).parents[4] / "shared" / "corpus"
FOLDERS = ("modelers", "camunda7", "camunda7-examples", "camunda8", "camunda-modeler", "flowable", "spiff")


def foreign(root) -> Counter:
    """Every element and attribute that is not BPMN's own, BPMNDI included, with what it says."""
    found = Counter()
    for element in root.iter(etree.Element):
        if etree.QName(element).namespace != BPMN:
            found[element.tag, tuple(sorted(element.attrib.items())), (element.text or "").strip()] += 1
        else:
            found.update((name, value) for name, value in element.attrib.items() if name.startswith("{"))
    return found


@pytest.mark.skipif(not CORPUS.exists(), reason="The corpus folder is not beside the project.")
@pytest.mark.parametrize("folder", FOLDERS)
def test_repaired_models_keep_their_drawing_and_their_extensions(folder):
    lost = {}
    for path in sorted((CORPUS / folder).glob("*")):
        data = path.read_bytes()
        try:
            bundle = read_bundle({path.name: data}, trusted=True, accept=True)
        except ModelRefused:
            continue
        for name, root in bundle.models.items():
            missing = foreign(parse_xml(name, data)) - foreign(root)
            if missing:
                lost[path.name] = list(missing)[:3]
    assert not lost
