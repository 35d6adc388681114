"""Flowable and Activiti: the Camunda 7 words in their own namespaces, and a few that are only theirs."""

from app.engine.bpmn import child, kind, text
from app.engine.facts import Mapping
from app.engine.read.dialects import camunda, values

NAMESPACES = ("http://flowable.org/bpmn", "http://activiti.org/bpmn")
DECISION = "decisionTableReferenceKey"


def read(element) -> dict:
    said = {}
    for namespace in NAMESPACES:
        found = {**camunda.read_in(element, namespace), **_own(element, namespace)}
        said.update({name: value for name, value in found.items() if value})
    return said


def _own(element, namespace):
    extensions = values.extensions(element, namespace)
    own = _decision(element, namespace, extensions)
    if "eventType" in extensions:
        own["topic"] = text(extensions["eventType"][0])
        own["inputs"] = tuple(_event(one) for one in extensions["eventInParameter"])
        own["outputs"] = tuple(_event(one) for one in extensions["eventOutParameter"])
    loop = child(element, "multiInstanceLoopCharacteristics")
    collections = values.extensions(loop, namespace)["collection"] if loop is not None else ()
    if collections:
        own["collection"] = next((text(one) for one in collections[0] if text(one)), text(collections[0]))
    return own


def _decision(element, namespace, extensions):
    """A decision task is a service task of the type dmn, whose field names the table."""
    attribute = values.attributes(element, namespace)
    if kind(element) == "businessRuleTask" or attribute.get("type") == "dmn":
        named = attribute.get("decisionRef") or attribute.get(DECISION) or camunda.fields(extensions).get(DECISION)
        return {"decision": named, "topic": None} if named else {}
    return {}


def _event(one):
    return Mapping(one.get("source") or "", one.get("target") or "")
