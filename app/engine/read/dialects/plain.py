"""What BPMN 2.0 itself has a place for: scripts, calls, performers and loops (clauses 10.3.3 to 10.3.8)."""

from app.engine.bpmn import bare, child, children, descendants, kind, text

NAMESPACES = ()
SCRIPTED = ("scriptTask", "globalScriptTask")
PEOPLE = ("potentialOwner", "humanPerformer", "performer", "resourceRole")


def read(element) -> dict:
    said = {}
    if kind(element) in SCRIPTED:
        said["script"] = text(child(element, "script")) or None
        said["script_language"] = element.get("scriptFormat") or element.get("scriptLanguage")
    if kind(element) == "callActivity":
        said["called"] = bare(element.get("calledElement")) or None
    return {**said, **_people(element), **_loop(element)}


def _people(element):
    """`user(a), group(b), c`: c is a group, as the XPath-like default of most engines reads it."""
    people = {"users": (), "groups": (), "assignee": None}
    for role in children(element, *PEOPLE):
        for expression in descendants(role, "formalExpression"):
            names = [name.strip() for name in text(expression).split(",") if name.strip()]
            if kind(role) == "humanPerformer" and names:
                people["assignee"] = names[0]
            else:
                people["users"] += tuple(n[5:-1] for n in names if n.startswith("user("))
                people["groups"] += tuple(_group(n) for n in names if not n.startswith("user("))
    return people


def _group(name):
    return name[6:-1] if name.startswith("group(") and name.endswith(")") else name


def _loop(element):
    """Multi-instance over a collection, clause 10.3.8; a reference to a data input is followed to its variable."""
    loop = child(element, "multiInstanceLoopCharacteristics")
    if loop is None:
        return {}
    return {
        "collection": _variable(element, text(child(loop, "loopDataInputRef"))),
        "element_variable": _item(child(loop, "inputDataItem")),
        "output_collection": _variable(element, text(child(loop, "loopDataOutputRef"))),
        "output_element": _item(child(loop, "outputDataItem")),
        "completion_condition": text(child(loop, "completionCondition")) or None,
    }


def _item(item):
    return (item.get("name") or item.get("id")) if item is not None else None


def _variable(element, reference):
    for data in descendants(element, "dataInput", "dataOutput"):
        if data.get("id") == bare(reference):
            return data.get("name") or data.get("id")
    return bare(reference) or None
