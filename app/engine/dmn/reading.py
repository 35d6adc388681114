"""From XML of DMN 1.1 to 1.5 to models, imports included."""
from collections.abc import Iterable, Mapping
from typing import Any

from app.engine.dmn.boxed import boxed, boxed_in, type_name
from app.engine.dmn.boxed.functions import body_of, parameters_of
from app.engine.dmn.errors import DecisionRefused
from app.engine.dmn.expressions import Desk, feel_types_of
from app.engine.dmn.item_reading import TypeReader
from app.engine.dmn.item_types import ItemType
from app.engine.dmn.model import Decision, InputData, Knowledge, Model, Part, Service, Trouble
from app.engine.dmn.xml import child, children, local, parse

_NAMED = frozenset((
    "decision", "inputData", "businessKnowledgeModel", "decisionService", "itemComponent", "variable",
    "formalParameter", "parameter", "import", "column", "output", "contextEntry",
))


def read_model(xml: bytes, others: Iterable[bytes] = ()) -> Model:
    """The model with its imports among `others`. Raises DecisionRefused for what is no DMN."""
    roots = {root.get("namespace", ""): root for root in _readable(others)}
    try:
        return _model(_root(xml), roots, {})
    except RecursionError:
        raise DecisionRefused("", "The model is nested too deeply.") from None


def _readable(others: Iterable[bytes]) -> Iterable[Any]:
    """A neighbour that is no DMN only matters if it is imported, and then the import says so."""
    for xml in others:
        try:
            yield _root(xml)
        except DecisionRefused:
            continue


def _root(xml: bytes) -> Any:
    root = parse(xml)
    if local(root).lower() != "definitions" or not _is_dmn(root):
        raise DecisionRefused("", "The file holds no DMN definitions.")
    return root


def _is_dmn(root: Any) -> bool:
    return "dmn" in str(root.tag).lower() or bool(children(root, "decision", "inputData", "itemDefinition"))


def _model(root: Any, roots: Mapping[str, Any], made: dict[str, Model]) -> Model:
    """`made` are the models under construction, so that imports in a circle end."""
    model = Model(root.get("namespace", ""), root.get("name", ""))
    made[model.namespace] = model
    for element in children(root, "import"):
        namespace = element.get("namespace", "")
        if namespace not in made and namespace in roots:
            _model(roots[namespace], roots, made)
        if namespace in made:
            model.imports[element.get("name", "")] = made[namespace]
        elif _about_dmn(element):
            sentence = "The model imports another one that is not at hand."
            model.troubles.append(Trouble(namespace, element.get("name", ""), sentence))
    types = TypeReader(root, model)
    desk = Desk(model, _names(root, model), {}, types.resolve)
    types.read(desk)
    desk.feel_types = feel_types_of({**_imported_types(model), **model.types})
    for element in children(root, *_PARTS):
        part = _part(element, desk)
        model.parts[part.id] = part
    return model


def _about_dmn(element: Any) -> bool:
    return "dmn" in element.get("importType", "dmn").lower()


def _names(root: Any, model: Model) -> frozenset[str]:
    """Every name in the model that an expression may have to know to read a name with spaces or signs."""
    own = {element.get("name") for element in root.iter() if isinstance(element.tag, str) and local(element) in _NAMED}
    own |= {element.get("iteratorVariable") for element in root.iter() if element.get("iteratorVariable")}
    for other in model.imports.values():
        own |= {part.name for part in other.parts.values()}
        own |= {name for kind in other.types.values() for name in kind.components}
    return frozenset(name for name in own if name)


def _imported_types(model: Model) -> dict[str, Any]:
    return {
        f"{name}.{kind}" if name else kind: found
        for name, other in model.imports.items() for kind, found in other.types.items()
    }


def _part(element: Any, desk: Desk) -> Part:
    variable = child(element, "variable")
    own = element if variable is None else variable
    name = element.get("name") or own.get("name") or element.get("id") or ""
    desk.owner = element.get("id") or name
    return _PARTS[local(element)](element, desk, desk.owner, name, desk.resolve(type_name(own)))


def _input(element: Any, desk: Desk, key: str, name: str, kind: Any) -> InputData:
    return InputData(key, name, kind)


def _decision(element: Any, desk: Desk, key: str, name: str, kind: Any) -> Decision:
    requirements = children(element, "informationRequirement")
    inputs = _references(requirements, "requiredInput") + _references(requirements, "requiredDecision")
    node = desk.typed(boxed_in(element, desk), kind, name)
    return Decision(key, name, kind, node, inputs, _knows(element))


def _knowledge(element: Any, desk: Desk, key: str, name: str, kind: Any) -> Knowledge:
    logic = child(element, "encapsulatedLogic")
    result = _result(kind)
    if logic is None:
        node, parameters = desk.broken(element, "The business knowledge has no logic."), ()
    else:
        parameters = parameters_of(logic, desk)
        node = desk.typed(body_of(logic, desk, boxed), desk.resolve(type_name(logic)), name)
        result = result or next((desk.resolve(type_name(box)) for box in reversed(children(logic))), None)
    return Knowledge(key, name, kind, desk.typed(node, _result(kind), name), parameters, _knows(element), result)


def _service(element: Any, desk: Desk, key: str, name: str, kind: Any) -> Service:
    inputs = _references([element], "inputData") + _references([element], "inputDecision")
    return Service(key, name, _result(kind), _references([element], "outputDecision"), inputs)


def _result(kind: ItemType | None) -> ItemType | None:
    """A variable may have the type of the function or, as before DMN 1.3, that of its result."""
    return kind.result if kind is not None and kind.result is not None else kind


def _knows(element: Any) -> tuple[str, ...]:
    return _references(children(element, "knowledgeRequirement"), "requiredKnowledge")


def _references(elements: Iterable[Any], name: str) -> tuple[str, ...]:
    found = (reference.get("href", "") for element in elements for reference in children(element, name))
    return tuple(reference if "#" in reference else f"#{reference}" for reference in found)


_PARTS = {
    "inputData": _input, "decision": _decision, "businessKnowledgeModel": _knowledge, "decisionService": _service,
}
