"""By which keys messages find their case: Zeebe's correlation key, and BPMN's correlation properties (8.4.2)."""

from app.engine.bpmn import BPMN, ZEEBE, bare, child, children, descendants, text


def keys_of(message: str, shared, root) -> tuple[dict, dict]:
    """Name -> expression of the one who waits, and of the one who sends; `shared` is the message's element."""
    zeebe = {}
    for subscription in shared.iterfind(f".//{{{ZEEBE}}}subscription") if shared is not None else ():
        if subscription.get("correlationKey"):
            zeebe["key"] = subscription.get("correlationKey")
    sent, awaited = {}, {}
    for found in children(root, "correlationProperty"):
        name = found.get("name") or found.get("id")
        for path in found.iterfind(f"{{{BPMN}}}correlationPropertyRetrievalExpression"):
            if bare(path.get("messageRef")) == message and text(child(path, "messagePath")):
                sent[name] = text(child(path, "messagePath"))
                awaited.update(_bound(name, found.get("id"), root))
    return {**zeebe, **awaited}, {**zeebe, **sent}


def _bound(name, id, root):
    """A process says with a correlation subscription which of its data a property must equal."""
    for binding in descendants(root, "correlationPropertyBinding"):
        words = text(child(binding, "dataPath"))
        if bare(binding.get("correlationPropertyRef")) == id and words:
            return {name: words}
    return {}
