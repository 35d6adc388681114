"""Camunda 7: the camunda namespace. Flowable and Activiti grew from the same root and share most words."""

from app.engine.bpmn import child, kind, local, text
from app.engine.facts import Mapping
from app.engine.read.dialects import values

CAMUNDA = "http://camunda.org/schema/1.0/bpmn"
NAMESPACES = (CAMUNDA, "http://activiti.org/bpmn/camunda")
WORK = ("topic", "type", "class", "delegateExpression", "expression")


def read(element) -> dict:
    said = {}
    for namespace in NAMESPACES:
        said.update({name: value for name, value in read_in(element, namespace).items() if value})
    return said


def read_in(element, namespace: str) -> dict:
    """The facts that attributes and extension elements of one namespace of the family hold."""
    attribute = values.attributes(element, namespace)
    extensions = values.extensions(element, namespace)
    return {
        "form": attribute.get("formRef") or attribute.get("formKey"),
        "assignee": attribute.get("assignee"),
        "users": values.listed(attribute.get("candidateUsers")),
        "groups": values.listed(attribute.get("candidateGroups")),
        "due": attribute.get("dueDate"),
        "follow_up": attribute.get("followUpDate"),
        "priority": attribute.get("priority"),
        "binding": _binding(attribute),
        "decision": attribute.get("decisionRef"),
        "result_variable": attribute.get("resultVariable") or attribute.get("resultVariableName"),
        "headers": fields(extensions),
        "properties": _properties(extensions),
        "listeners": _listeners(extensions),
        **_work(element, attribute, extensions),
        **_mappings(extensions),
        **_loop(element, namespace),
    }


def _binding(attribute):
    return (
        attribute.get("calledElementVersion")
        or attribute.get("calledElementVersionTag")
        or attribute.get("calledElementBinding")
    )


def _work(element, attribute, extensions):
    """Java classes, delegates and connectors cannot run here: they become the name of an outside call."""
    if kind(element) not in ("serviceTask", "sendTask", "businessRuleTask"):
        return {}
    names = [attribute.get(name) for name in WORK if attribute.get(name) not in (None, "", "external")]
    connectors = [
        text(one) for extension in extensions["connector"] for one in extension if local(one) == "connectorId"
    ]
    return {"topic": next(iter(names + connectors), None)}


def fields(extensions) -> dict[str, str]:
    """What the fields of an element hold, by name."""
    fields = {}
    for field in extensions["field"]:
        words = field.get("stringValue") or field.get("expression") or next((text(one) for one in field), "")
        fields[field.get("name") or ""] = words
    return fields


def _properties(extensions):
    listed = [one for group in extensions["properties"] for one in group if local(one) == "property"]
    return {one.get("name") or one.get("id") or "": one.get("value") or "" for one in listed}


def _listeners(extensions):
    listeners = extensions["executionListener"] + extensions["taskListener"]
    return tuple(
        one.get("class") or one.get("expression") or one.get("delegateExpression") or "script" for one in listeners
    )


def _mappings(extensions):
    inputs = tuple(filter(None, (values.passed(one) for one in extensions["in"])))
    outputs = tuple(filter(None, (values.passed(one) for one in extensions["out"])))
    for group in extensions["inputOutput"] + [
        g for c in extensions["connector"] for g in c if local(g) == "inputOutput"
    ]:
        inputs += tuple(_parameter(one) for one in group if local(one) == "inputParameter")
        outputs += tuple(_parameter(one) for one in group if local(one) == "outputParameter")
    everything = any(one.get("variables") == "all" for one in extensions["in"] + extensions["out"])
    return {"inputs": inputs, "outputs": outputs, "propagate_all": True if everything else None}


def _parameter(one):
    return Mapping(values.written(one), one.get("name") or "")


def _loop(element, namespace):
    loop = child(element, "multiInstanceLoopCharacteristics")
    if loop is None:
        return {}
    attribute = values.attributes(loop, namespace)
    return {"collection": attribute.get("collection"), "element_variable": attribute.get("elementVariable")}
