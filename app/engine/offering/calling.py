"""Other ways to go on where a call leads to nothing: call something else, or let a person do it."""

from app.engine.bpmn import kind, local, tag

# What only says something about the old target: which of its versions, whose, and of what kind.
ABOUT_TARGET = ("calledElementBinding", "calledElementVersion", "calledElementVersionTag", "calledElementTenantId",
                "calledElementTenantIdExpression", "calledElementType", "versionTag", "bindingType")
# What only makes sense for a call: its target, and what goes in and comes back.
OF_CALLS = ("calledElement", "in", "out", "ioMapping", "inputOutput")


def call_instead(element, offer) -> None:
    """The call leads to `offer.params["called"]`; what it gives and keeps stays as it is."""
    written = next((one for one in _extensions(element) if local(one) == "calledElement"), None)
    for place in (element, written) if written is not None else (element,):
        _forget(place, ABOUT_TARGET)
    if written is None:
        element.set("calledElement", offer.params["called"])
    else:
        element.attrib.pop("calledElement", None)
        written.set("processId", offer.params["called"])


def do_by_hand(element, offer) -> None:
    """A step for a person under the same name, with its arrows, its repetition and what stands on its edge."""
    element.tag = tag("userTask")
    _forget(element, ("calledElement", *ABOUT_TARGET))
    for one in _extensions(element):
        if local(one) in OF_CALLS:
            one.getparent().remove(one)
    for part in [one for one in element if kind(one) == "extensionElements" and not len(one)]:
        element.remove(part)


def _extensions(element) -> list:
    return [one for part in element if kind(part) == "extensionElements" for one in part]


def _forget(element, names) -> None:
    for name in list(element.attrib):
        if name.rpartition("}")[2] in names:
            del element.attrib[name]
