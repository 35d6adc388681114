"""SpiffWorkflow and Spiff-Arena: the spiffworkflow namespace."""

from app.engine.bpmn import local, text

NAMESPACES = ("http://spiffworkflow.org/bpmn/schema/1.0/core", "https://www.spiffworkflow.org/bpmn/schema/1.0/core")


def read(element) -> dict:
    said = {}
    for namespace in NAMESPACES:
        for extension in element.iterfind(f"./{{*}}extensionElements/{{{namespace}}}*"):
            reader = READERS.get(local(extension))
            for name, value in reader(extension).items() if reader else ():
                said[name] = {**said.get(name, {}), **value} if isinstance(value, dict) else value
    if "formJsonSchemaFilename" in said.get("properties", {}):
        said["form"] = said["properties"]["formJsonSchemaFilename"]
    return said


def _properties(extension):
    listed = [one for one in extension if local(one) == "property"]
    return {"properties": {one.get("name") or "": one.get("value") or text(one) for one in listed}}


def _operator(extension):
    parameters = [one for one in extension.iter() if local(one) == "parameter"]
    return {
        "topic": extension.get("id"),
        "result_variable": extension.get("resultVariable"),
        "headers": {one.get("id") or "": one.get("value") or "" for one in parameters},
    }


def _script(name):
    return lambda extension: {"properties": {name: text(extension)}} if text(extension) else {}


READERS = {
    "properties": _properties,
    "serviceTaskOperator": _operator,
    "calledDecisionId": lambda extension: {"decision": text(extension)},
    "preScript": _script("pre_script"),
    "postScript": _script("post_script"),
}
