"""Ids: every element that can be pointed at gets one, and no two elements of a bundle share one."""

from collections import Counter

from app.engine.bpmn import DEFINITIONS, NODES, SCOPES, kind, local
from app.engine.finding import Finding, finding
from app.engine.repair.drawing import ids

NEED_ID = (
    NODES
    | DEFINITIONS
    | frozenset(
        [
            "process",
            "sequenceFlow",
            "message",
            "signal",
            "error",
            "escalation",
            "lane",
            "laneSet",
            "participant",
            "messageFlow",
            "collaboration",
            "dataObject",
            "dataObjectReference",
            "dataStoreReference",
            "association",
        ]
    )
)
TOLD = NODES | {"sequenceFlow", "process"}
SHARED = frozenset(
    [
        "process",
        "definitions",
        "message",
        "signal",
        "error",
        "escalation",
        "itemDefinition",
        "dataStore",
        "interface",
        "operation",
        "resource",
        "correlationProperty",
        "globalTask",
        "globalUserTask",
        "globalScriptTask",
        "globalManualTask",
        "globalBusinessRuleTask",
    ]
)
POINTING = frozenset(
    ["incoming", "outgoing", "flowNodeRef", "sourceRef", "targetRef", "source", "target", "eventDefinitionRef"]
)


def give_ids(drawn: dict) -> list[Finding]:
    """Sequence flows without an id would vanish silently in the engine; so would unnamed elements."""
    findings = []
    for root in drawn.values():
        taken, counts = ids(root), Counter()
        for element in root.iter():
            if kind(element) in NEED_ID and not (element.get("id") or "").strip():
                element.set("id", _free(kind(element), taken))
                counts[_scope(element, root)] += kind(element) in TOLD
        findings += [
            finding("id-missing", "repair", scope.get("id"), scope.get("name"), count=count)
            for scope, count in counts.items()
            if count
        ]
    return findings


def _free(name, taken):
    number = 1
    while f"{name}_{number}" in taken:
        number += 1
    taken.add(f"{name}_{number}")
    return f"{name}_{number}"


def _scope(element, root):
    return next((above for above in element.iterancestors() if kind(above) in SCOPES), root)


def separate_twins(drawn: dict) -> list[Finding]:
    """Two elements of one file with the same id, or the same id in two files: the later one is renamed."""
    findings, numbers = [], Counter()
    taken = {key for root in drawn.values() for key in ids(root)}
    elsewhere = set()
    for root in drawn.values():
        here, renamed = set(), {}
        for element in root.iter():
            key = element.get("id") if kind(element) else None
            if key and key in here:
                element.set("id", _numbered(key, taken, numbers))
                findings.append(finding("id-twice", "warning", element.get("id"), element.get("name"), id=key))
            elif key and key in elsewhere and kind(element) == "process":
                findings.append(finding("process-in-two-files", "error", key, element.get("name"), id=key))
            elif key and key in elsewhere and kind(element) not in SHARED:
                renamed[key] = _numbered(key, taken, numbers)
            here.add(key)
        _rename(root, renamed)
        findings += [finding("id-in-two-files", "repair", new, "", id=old) for old, new in renamed.items()]
        elsewhere |= here
    return findings


def _numbered(key, taken, numbers):
    """The next free `key_2`, `key_3`, ...; `numbers` remembers where the counting stopped."""
    numbers[key] += 1
    while f"{key}_{numbers[key] + 1}" in taken:
        numbers[key] += 1
    taken.add(f"{key}_{numbers[key] + 1}")
    return f"{key}_{numbers[key] + 1}"


def _rename(root, renamed):
    """Every attribute and every reference that pointed to the old id points to the new one."""
    if not renamed:
        return
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        for name, value in element.attrib.items():
            if value in renamed and name not in ("name", "value"):
                element.set(name, renamed[value])
        words = (element.text or "").strip()
        if words in renamed and (local(element) in POINTING or local(element).endswith(("Ref", "Refs"))):
            element.text = renamed[words]
