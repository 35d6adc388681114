"""Data of processes and activities: collections, sets, associations and where each may stand (clause 10.4)."""

from collections.abc import Iterator

from app.engine.bpmn import ACTIVITIES, EVENTS, SUBPROCESSES, child, children, kind, text
from app.engine.check.drawing import Drawing, words
from app.engine.check.items import item_of, same_item, told
from app.engine.finding import Finding

HOLDERS = ("dataInput", "dataOutput", "dataObject", "dataStore")
DATA = ("dataInput", "dataOutput", "dataObject", "dataObjectReference", "dataStoreReference")
SETS = {
    "inputSet": ("dataInputRefs", ("optionalInputRefs", "whileExecutingInputRefs")),
    "outputSet": ("dataOutputRefs", ("optionalOutputRefs", "whileExecutingOutputRefs")),
}


def collections_agree_with_their_type(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.4.1: isCollection is what the item definition says."""
    for data in drawing.all(*HOLDERS):
        item = item_of(drawing, data)
        if item is None or kind(data) == "dataStore":
            continue
        if data.get("isCollection", "false") != item.get("isCollection", "false"):
            yield drawing.warning("collection-disagrees", data, data=_name(data), item=told(item))


def properties_stand_in_processes(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.4.1: only processes, activities and events have properties."""
    for data in drawing.all("property"):
        if kind(data.getparent()) not in ACTIVITIES | EVENTS | {"process"}:
            yield drawing.warning("property-misplaced", data, data=_name(data))


def subprocesses_have_no_inputs(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.4.1: an embedded sub-process sees its parent's data; it has inputs only for its instances."""
    for scope in drawing.all(*SUBPROCESSES):
        if child(scope, "multiInstanceLoopCharacteristics") is None:
            for specification in children(scope, "ioSpecification"):
                if children(specification, "dataInput", "dataOutput"):
                    yield drawing.warning("subprocess-with-inputs", scope)


def process_data_flows_one_way(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.4.1: a process's data input is never written, its data output never read, inside it."""
    for association in drawing.all("dataInputAssociation", "dataOutputAssociation"):
        for one in children(association, "targetRef"):
            data = drawing.get(words(one))
            if data is not None and kind(data) == "dataInput" and _of_process(data):
                yield drawing.warning("input-written", association, data=_name(data))
        for one in children(association, "sourceRef"):
            data = drawing.get(words(one))
            if data is not None and kind(data) == "dataOutput" and _of_process(data):
                yield drawing.warning("output-read", association, data=_name(data))


def _of_process(data):
    specification = data.getparent()
    return specification is not None and kind(specification.getparent()) == "process"


def associations_end_at_their_owner(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.4.2: an input association ends in data of its own activity or event, an output one begins there."""
    for association in drawing.all("dataInputAssociation", "dataOutputAssociation"):
        owner, inward = association.getparent(), kind(association) == "dataInputAssociation"
        for one in children(association, "targetRef" if inward else "sourceRef"):
            data = drawing.get(words(one))
            if data is not None and kind(data) in DATA and owner not in data.iterancestors():
                yield drawing.warning("association-elsewhere", association, data=_name(data))


def associations_have_one_source(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.4.2: several sources need a transformation that makes one value of them."""
    for association in drawing.all("dataInputAssociation", "dataOutputAssociation"):
        if len(children(association, "sourceRef")) > 1 and child(association, "transformation") is None:
            yield drawing.warning("association-with-many-sources", association)


def associations_join_the_same_type(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.4.2: without transformation or assignment, source and target have the same type."""
    for association in drawing.all("dataInputAssociation", "dataOutputAssociation"):
        if children(association, "transformation", "assignment"):
            continue
        ends = [drawing.get(words(one)) for one in children(association, "sourceRef", "targetRef")]
        items = [item_of(drawing, _whole(drawing, end)) for end in ends if end is not None]
        if len(items) == 2 and None not in items and not same_item(drawing, *items):
            yield drawing.warning("association-types", association, source=told(items[0]), target=told(items[1]))


def _whole(drawing, data):
    """A data object reference speaks for the object it shows."""
    whole = drawing.get(data.get("dataObjectRef") or data.get("dataStoreRef"))
    return data if whole is None else whole


def sets_name_each_other(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.4.1: an input set and an output set that belong together name each other."""
    for place, reference, back in (
        ("inputSet", "outputSetRefs", "inputSetRefs"),
        ("outputSet", "inputSetRefs", "outputSetRefs"),
    ):
        for one in drawing.all(place):
            for name in children(one, reference):
                other = drawing.get(words(name))
                if other is not None and one.get("id") not in {words(ref) for ref in children(other, back)}:
                    yield drawing.warning("sets-one-sided", one, set=_name(one), other=_name(other))


def optional_data_is_in_the_set(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.4.1: optional and while-executing data are among the data of their set."""
    for place, (whole, parts) in SETS.items():
        for one in drawing.all(place):
            names = {words(ref) for ref in children(one, whole)}
            for part in children(one, *parts):
                if words(part) not in names:
                    yield drawing.warning("optional-not-in-set", one, data=words(part))


def data_is_in_a_set(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.4.1: each data input is in an input set and each data output in an output set."""
    for specification in drawing.all("ioSpecification"):
        for data, place, whole in (
            ("dataInput", "inputSet", "dataInputRefs"),
            ("dataOutput", "outputSet", "dataOutputRefs"),
        ):
            listed = {words(ref) for one in children(specification, place) for ref in children(one, whole)}
            for one in children(specification, data):
                if one.get("id") and one.get("id") not in listed:
                    yield drawing.warning("data-in-no-set", one, data=_name(one))


def references_show_their_state(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.4.1: a data object in a state is labelled with its name and the state: Order [paid]."""
    for reference in drawing.all("dataObjectReference"):
        whole, state = drawing.get(reference.get("dataObjectRef")), child(reference, "dataState")
        if whole is None or state is None or not state.get("name") or not reference.get("name"):
            continue
        wanted = f"{whole.get('name') or ''} [{state.get('name')}]".strip()
        if " ".join(reference.get("name").split()) != " ".join(wanted.split()):
            yield drawing.warning("data-label", reference, wanted=wanted)


def _name(data):
    return data.get("name") or data.get("id") or text(data) or kind(data)


RULES = (
    collections_agree_with_their_type,
    properties_stand_in_processes,
    subprocesses_have_no_inputs,
    process_data_flows_one_way,
    associations_end_at_their_owner,
    associations_have_one_source,
    associations_join_the_same_type,
    sets_name_each_other,
    optional_data_is_in_the_set,
    data_is_in_a_set,
    references_show_their_state,
)
