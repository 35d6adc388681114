"""Camunda 8: the zeebe namespace, in which Mizban's own models are written too."""

from app.engine.bpmn import ZEEBE, local
from app.engine.facts import Mapping

NAMESPACES = (ZEEBE,)


def read(element) -> dict:
    said = {}
    for extension in element.iterfind(f"./*/{{{ZEEBE}}}*"):
        reader = READERS.get(local(extension))
        if reader:
            said.update(reader(extension))
    said.update(_loop(element))
    return said


def _form(extension):
    return {"form": extension.get("formId") or extension.get("formKey") or extension.get("externalReference")}


def _people(extension):
    return {
        "assignee": extension.get("assignee"),
        "users": _listed(extension.get("candidateUsers")),
        "groups": _listed(extension.get("candidateGroups")),
    }


def _listed(words):
    """A comma list of names; an expression stays whole."""
    if not words or words.startswith("="):
        return (words,) if words else ()
    return tuple(word.strip() for word in words.split(",") if word.strip())


def _schedule(extension):
    return {"due": extension.get("dueDate"), "follow_up": extension.get("followUpDate")}


def _mappings(extension):
    return {
        "inputs": tuple(_mapping(one) for one in extension if local(one) == "input"),
        "outputs": tuple(_mapping(one) for one in extension if local(one) == "output"),
    }


def _mapping(one):
    return Mapping(one.get("source") or "", one.get("target") or "")


def _called(extension):
    propagate = extension.get("propagateAllChildVariables")
    return {
        "called": extension.get("processId"),
        "binding": extension.get("versionTag") or extension.get("bindingType"),
        "propagate_all": None if propagate is None else propagate == "true",
    }


def _decision(extension):
    return {"decision": extension.get("decisionId"), "result_variable": extension.get("resultVariable")}


def _script(extension):
    return {
        "script": extension.get("expression"),
        "script_language": "feel",
        "result_variable": extension.get("resultVariable"),
    }


def _headers(extension):
    return {"headers": {one.get("key"): one.get("value") or "" for one in extension if one.get("key")}}


def _properties(extension):
    return {"properties": {one.get("name"): one.get("value") or "" for one in extension if one.get("name")}}


def _listeners(extension):
    return {"listeners": tuple(one.get("type") or "" for one in extension if one.get("type"))}


def _loop(element):
    """zeebe:loopCharacteristics stands inside the multi-instance marker, not on the activity."""
    found = element.find(f"./{{*}}multiInstanceLoopCharacteristics/*/{{{ZEEBE}}}loopCharacteristics")
    if found is None:
        return {}
    return {
        "collection": found.get("inputCollection"),
        "element_variable": found.get("inputElement"),
        "output_collection": found.get("outputCollection"),
        "output_element": found.get("outputElement"),
    }


READERS = {
    "formDefinition": _form,
    "assignmentDefinition": _people,
    "taskSchedule": _schedule,
    "priorityDefinition": lambda extension: {"priority": extension.get("priority")},
    "ioMapping": _mappings,
    "calledElement": _called,
    "calledDecision": _decision,
    "taskDefinition": lambda extension: {"topic": extension.get("type")},
    "taskHeaders": _headers,
    "script": _script,
    "properties": _properties,
    "taskListeners": _listeners,
    "executionListeners": _listeners,
}
