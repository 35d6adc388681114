"""Telling an element which form or decision it uses, in the dialect that its file speaks."""

from lxml import etree

from app.engine.bpmn import BPMN, ZEEBE, tag
from app.engine.read.xml import parse_xml

HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n'
CAMUNDA = "http://camunda.org/schema/1.0/bpmn"
FLOWABLE = ("http://flowable.org/bpmn", "http://activiti.org/bpmn")
SPIFF = ("http://spiffworkflow.org/bpmn/schema/1.0/core", "https://www.spiffworkflow.org/bpmn/schema/1.0/core")


def linked(drawing: bytes, element: str, id: str, what: str = "form") -> bytes:
    """The drawing with `element` using the form (or `what="decision"`) `id`; what it named before is gone.

    Raises KeyError where there is no such element.
    """
    root = parse_xml("", drawing)
    found = next((one for one in root.iter(etree.Element) if one.get("id") == element), None)
    if found is None:
        raise KeyError(element)
    _forget(found, what)
    spoken = {uri for one in root.iter(etree.Element) for uri in one.nsmap.values()}
    speaks = next((say for names, say in _DIALECTS if spoken & set(names)), _zeebe)
    speaks(found, id, what, spoken)
    return HEAD + etree.tostring(root.getroottree(), encoding="UTF-8")


def _zeebe(element, id, what, spoken):
    if what == "decision":
        _extension(element, ZEEBE, "zeebe", "calledDecision", decisionId=id, resultVariable=id.replace("-", "_"))
    else:
        _extension(element, ZEEBE, "zeebe", "formDefinition", formId=id)


def _camunda(element, id, what, spoken):
    if what == "decision":
        element.set(f"{{{CAMUNDA}}}decisionRef", id)
        element.set(f"{{{CAMUNDA}}}mapDecisionResult", "singleEntry")
        element.set(f"{{{CAMUNDA}}}resultVariable", id.replace("-", "_"))
    else:
        element.set(f"{{{CAMUNDA}}}formRef", id)
        element.set(f"{{{CAMUNDA}}}formRefBinding", "latest")


def _flowable(element, id, what, spoken):
    uri = next(one for one in FLOWABLE if one in spoken)
    element.set(f"{{{uri}}}{'decisionRef' if what == 'decision' else 'formKey'}", id)


def _spiff(element, id, what, spoken):
    uri = next(one for one in SPIFF if one in spoken)
    if what == "decision":
        _extension(element, uri, "spiffworkflow", "calledDecisionId").text = id
        return
    holder = element.find(f"{tag('extensionElements')}/{{{uri}}}properties")
    holder = _extension(element, uri, "spiffworkflow", "properties") if holder is None else holder
    etree.SubElement(holder, f"{{{uri}}}property", name="formJsonSchemaFilename", value=id)


def _extension(element, uri, prefix, name, **said):
    """A new extension element; `extensionElements` stands first, after the documentation (BPMN 8.3.1)."""
    holder = element.find(tag("extensionElements"))
    if holder is None:
        holder = etree.Element(tag("extensionElements"))
        element.insert(len(element.findall(tag("documentation"))), holder)
    spoken = None if uri in element.nsmap.values() else {prefix: uri}
    return etree.SubElement(holder, f"{{{uri}}}{name}", said, nsmap=spoken)


def _forget(element, what):
    names = {"form": ("formRef", "formKey", "formRefBinding", "formRefVersion"), "decision": ("decisionRef",)}[what]
    for key in list(element.attrib):
        if etree.QName(key).localname in names and etree.QName(key).namespace not in (None, BPMN):
            del element.attrib[key]
    gone = {"form": ("formDefinition",), "decision": ("calledDecision", "calledDecisionId")}[what]
    for one in element.findall(f"{tag('extensionElements')}//{{*}}*"):
        spiff = one.get("name") == "formJsonSchemaFilename" and what == "form"
        if etree.QName(one).localname in gone or spiff:
            one.getparent().remove(one)


_DIALECTS = (((ZEEBE,), _zeebe), ((CAMUNDA,), _camunda), (FLOWABLE, _flowable), (SPIFF, _spiff))
