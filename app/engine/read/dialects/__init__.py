"""Every dialect of BPMN extensions, read into the one vocabulary of Facts."""

from dataclasses import replace

from app.engine.bpmn import kind
from app.engine.facts import NO_FACTS, Facts
from app.engine.read.dialects import camunda, flowable, plain, spiff, zeebe

DIALECTS = (plain, camunda, flowable, spiff, zeebe)


def read_facts(root) -> dict[str, Facts]:
    """Facts by element id, for every BPMN element that says something beyond plain BPMN, scripts and calls included."""
    facts, dialects = {}, _spoken_in(root)
    for element in root.iter():
        if kind(element) and element.get("id"):
            said = facts_of(element, dialects)
            if said != NO_FACTS:
                facts[element.get("id")] = said
    return _with_initiators(facts, root)


def _with_initiators(facts, root):
    """A start event of Camunda 7 or Flowable may name a variable for whoever began: that is the requester."""
    starts = (one for one in root.iter() if kind(one) == "startEvent")
    names = {value for one in starts for key, value in one.attrib.items() if key.endswith("}initiator") and value}
    began = {f"{sign}{{{name}}}" for name in names for sign in "$#"}
    if not began:
        return facts

    def told(who):
        return "=requester" if who and "".join(who.split()) in began else who

    return {key: replace(one, assignee=told(one.assignee), users=tuple(map(told, one.users)))
            for key, one in facts.items()}


def _spoken_in(root):
    """The dialects whose namespaces the file declares; asking only these makes large plain files quick to read."""
    namespaces = {uri for element in root.iter() if isinstance(element.tag, str) for uri in element.nsmap.values()}
    return tuple(dialect for dialect in DIALECTS if not dialect.NAMESPACES or namespaces & set(dialect.NAMESPACES))


def facts_of(element, dialects=DIALECTS) -> Facts:
    """What all dialects together say about one element; a later dialect speaks over an earlier one."""
    said = {}
    for dialect in dialects:
        for name, value in dialect.read(element).items():
            if value not in (None, "", (), {}):
                said[name] = {**said.get(name, {}), **value} if isinstance(value, dict) else value
    return Facts(**said)
