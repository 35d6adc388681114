"""Item definitions from XML (DMN 7.3.2). Definitions may name each other in any order, even in a circle."""
from typing import Any

from app.engine.dmn.expressions import Desk
from app.engine.dmn.item_types import ItemType, simple_type
from app.engine.dmn.model import Model
from app.engine.dmn.xml import child, children, text_in
from app.engine.feel import Type


class TypeReader:
    """Reads the definitions of one file and finds types by the names that `typeRef`s use."""

    def __init__(self, root: Any, model: Model) -> None:
        self.model = model
        self.elements = children(root, "itemDefinition")
        model.types.update({element.get("name", ""): ItemType(element.get("name", "")) for element in self.elements})

    def resolve(self, name: str | None) -> ItemType | None:
        """The type of that name, or None for Any and for names that nothing defines."""
        if not name:
            return None
        found = self._defined(name)
        simple = simple_type(name) if found is None else None
        if simple is not None and simple.name != "Any":
            return ItemType(simple.name, simple)
        return found

    def read(self, desk: Desk) -> None:
        for element in self.elements:
            self._fill(self.model.types[element.get("name", "")], element, desk)

    def _defined(self, name: str) -> ItemType | None:
        for candidate in (name, name.split("}")[-1], name.split(":")[-1]):
            if candidate in self.model.types:
                return self.model.types[candidate]
        for prefix, other in self.model.imports.items():
            bare = name.removeprefix(f"{prefix}.").removeprefix(f"{prefix}:")
            if (bare != name or not prefix) and bare in other.types:
                return other.types[bare]
        return None

    def _fill(self, kind: ItemType, element: Any, desk: Desk) -> None:
        kind.collection = element.get("isCollection") == "true"
        for part in children(element, "itemComponent"):
            component = ItemType(part.get("name", ""))
            self._fill(component, part, desk)
            kind.components[component.name] = component
        kind.base = self._base(element, kind)
        kind.allowed = self._tests(element, "allowedValues", desk)
        kind.limits = self._tests(element, "typeConstraint", desk)

    def _base(self, element: Any, kind: ItemType) -> ItemType | Type:
        item = child(element, "functionItem")
        if item is not None:
            kind.result = self.resolve(item.get("outputTypeRef") or text_in(item, "outputTypeRef"))
            return Type("function")
        name = text_in(element, "typeRef") or element.get("typeRef", "")
        found = self._defined(name)
        if found is not None and found is not kind:
            return found
        return simple_type(name) or Type("Any")

    def _tests(self, element: Any, name: str, desk: Desk) -> Any:
        found = child(element, name)
        if found is None or not text_in(found):
            return None
        desk.owner = element.get("name", "")
        return desk.tests(found)
