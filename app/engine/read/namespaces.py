"""Namespace prefixes used but never declared, as when extensions are pasted from another model."""

import re

KNOWN = {
    "bpmn": "http://www.omg.org/spec/BPMN/20100524/MODEL",
    "bpmndi": "http://www.omg.org/spec/BPMN/20100524/DI",
    "dc": "http://www.omg.org/spec/DD/20100524/DC",
    "di": "http://www.omg.org/spec/DD/20100524/DI",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "zeebe": "http://camunda.org/schema/zeebe/1.0",
    "camunda": "http://camunda.org/schema/1.0/bpmn",
    "modeler": "http://camunda.org/schema/modeler/1.0",
    "flowable": "http://flowable.org/bpmn",
    "activiti": "http://activiti.org/bpmn",
    "spiffworkflow": "http://spiffworkflow.org/bpmn/schema/1.0/core",
    "bioc": "http://bpmn.io/schema/bpmn/biocolor/1.0",
    "color": "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
}
USED = re.compile(rb"[</\s]([A-Za-z_][\w.-]{0,30}):[A-Za-z_][\w.-]*[\s=/>]")
DECLARED = re.compile(rb"xmlns:([A-Za-z_][\w.-]*)\s*=")
ROOT = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?definitions\b")


def with_namespaces(data: bytes) -> bytes:
    """The document with the well-known prefixes it uses declared at its root; unchanged if none is missing."""
    root = ROOT.search(data)
    declared = set(DECLARED.findall(data))
    missing = {prefix.decode() for prefix in set(USED.findall(data)) - declared} & set(KNOWN)
    if root is None or not missing:
        return data
    words = "".join(f' xmlns:{prefix}="{KNOWN[prefix]}"' for prefix in sorted(missing))
    return data[: root.end()] + words.encode() + data[root.end() :]
