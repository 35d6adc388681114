"""References: `tns:Order` and `Order` are one thing when no element is called `tns:Order`."""

from app.engine.bpmn import bare, kind
from app.engine.finding import Finding
from app.engine.repair.drawing import ids

POINTING = frozenset(
    ["incoming", "outgoing", "flowNodeRef", "sourceRef", "targetRef", "source", "target", "supportedInterfaceRef"]
)


def unprefix(drawn: dict) -> list[Finding]:
    """QName references lose their prefix where it only names the file's own namespace; nothing to tell anybody."""
    for root in drawn.values():
        known = ids(root)
        for element in root.iter():
            if kind(element):
                _attributes(element, known)
                _words(element, known)
    return []


def _attributes(element, known):
    for name, value in element.attrib.items():
        if ":" in value and (name.endswith("Ref") or name in ("default", "calledElement")) and _foreign(value, known):
            element.set(name, bare(value))


def _words(element, known):
    words = (element.text or "").strip()
    if (
        ":" in words
        and (kind(element) in POINTING or kind(element).endswith(("Ref", "Refs")))
        and _foreign(words, known)
    ):
        element.text = bare(words)


def _foreign(value, known):
    return value.strip() not in known and bare(value) in known
