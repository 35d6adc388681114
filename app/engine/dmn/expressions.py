"""The expressions in a model's cells: FEEL, or JUEL where the cell says so; anything else is a trouble of the model."""
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.engine.dmn.foreign import CONSTANTS, in_feel
from app.engine.dmn.item_types import MISFIT, ItemType, feel_type, fit
from app.engine.dmn.model import Model, Trouble
from app.engine.dmn.xml import text_in
from app.engine.feel import MISSING, FeelError, Frame, Type, from_json, to_json
from app.engine.feel.grammar import parse_expression, parse_unary_tests
from app.engine.juel import JuelError
from app.engine.juel import compile_expression as compile_juel

Node = Callable[[Frame], Any]


@dataclass(slots=True)
class Desk:
    """Where one model's expressions are compiled: the names and types in reach, and the troubles found."""

    model: Model
    names: frozenset[str]
    feel_types: Mapping[str, Type]
    resolve: Callable[[str | None], ItemType | None]
    owner: str = ""
    cells: dict[str, Node] = field(default_factory=dict)

    def expression(self, element: Any, text: str | None = None) -> Node:
        """The node of an element with a `text` child."""
        text = text_in(element) if text is None else text
        return self._guarded(element, text, self._compiled)

    def tests(self, element: Any) -> Node:
        """A cell's unary tests; the innermost frame has the value as `?`. Sound cells that read alike are shared."""
        text = text_in(element) or "-"
        if text in self.cells:
            return self.cells[text]
        noted = len(self.model.troubles) + len(self.model.repairs)
        node = self._guarded(element, text, self._compiled_tests)
        if noted == len(self.model.troubles) + len(self.model.repairs):
            self.cells[text] = node
        return node

    def typed(self, node: Node, wanted: ItemType | None, what: str) -> Node:
        """The node, its value made to fit a type; null (and a warning) if it does not."""
        if wanted is None:
            return node

        def fitted(frame: Frame) -> Any:
            value = fit(node(frame), wanted, frame.run)
            return frame.run.warn(f"{what} is not a {wanted.name}.") if value is MISFIT else value

        return fitted

    def broken(self, element: Any, sentence: str) -> Node:
        """Note a trouble; the node gives null and violates what a strict reader asks for."""
        key = element.get("id") or self.owner
        self.model.troubles.append(Trouble(key, self.owner, sentence))

        def refuse(frame: Frame) -> None:
            frame.run.violations.append((key, sentence))
            return frame.run.warn(sentence)

        return refuse

    def _guarded(self, element: Any, text: str, compiled: Callable[[str], Node]) -> Node:
        if not text:
            return self.broken(element, "Nothing is written here to decide by.")
        language = (element.get("expressionLanguage") or "feel").lower()
        try:
            if "juel" in language or text.startswith(("${", "#{")):
                return juel_node(text)
            if "feel" not in language:
                return self.broken(element, f"{language} does not run here; write the expression in FEEL.")
            return compiled(text)
        except (FeelError, JuelError) as trouble:
            return self._translated(element, text, compiled, trouble)

    def _translated(self, element: Any, text: str, compiled: Callable[[str], Node], trouble: ValueError) -> Node:
        """What is no FEEL may be FEEL written with the signs of other languages."""
        try:
            node = compiled(in_feel(text))
        except FeelError:
            return self.broken(element, f"{text[:120]} cannot be read: {trouble}")
        self.model.repairs.append(Trouble(element.get("id") or self.owner, self.owner, f"Read as {in_feel(text)}"))
        return node

    def _compiled(self, text: str) -> Node:
        return parse_expression(CONSTANTS.get(text, text), self.names, self.feel_types).node

    def _compiled_tests(self, text: str) -> Node:
        test = parse_unary_tests(CONSTANTS.get(text, text), self.names, self.feel_types).node
        return lambda frame: test(frame, None)


def juel_node(text: str) -> Node:
    """A JUEL expression over the FEEL names it reads."""
    expression = compile_juel(text)

    def read(frame: Frame) -> Any:
        data = {name: frame.find(name) for name in expression.names}
        plain = {name: to_json(value) for name, value in data.items() if value is not MISSING}
        try:
            return from_json(expression.evaluate(plain, frame.run.functions))
        except JuelError as trouble:
            return frame.run.warn(str(trouble))

    return read


def feel_types_of(types: Mapping[str, ItemType]) -> dict[str, Type]:
    return {name: feel_type(wanted) for name, wanted in types.items()}
