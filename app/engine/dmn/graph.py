"""Deciding along the requirements (DMN 6.3): inputs first, each decision once."""
from collections.abc import Mapping
from typing import Any

from app.engine.dmn.boxed.functions import function_value
from app.engine.dmn.errors import DecisionRefused
from app.engine.dmn.item_types import MISFIT, feel_type, fit
from app.engine.dmn.model import Decision, InputData, Knowledge, Model, Part, Service
from app.engine.feel import Frame, Function, Given, Run, from_json


class Verdict(Run):
    """One evaluation of a model. `violations` are tables that broke their own promise.

    `matched` are the ids of the rules that hit, by the id of their table.
    """

    __slots__ = ("matched", "violations")

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.violations: list[tuple[str, str]] = []
        self.matched: dict[str, list[str]] = {}


class Graph:
    """The values of one model's parts over given data; `settled` ones are not asked again."""

    def __init__(self, given: Mapping[str, Any], run: Verdict, settled: dict[int, Any] | None = None) -> None:
        self.given = given
        self.run = run
        self.settled = settled or {}
        self.open: set[int] = set()
        self.base = Frame(Given(given), None, run)

    @classmethod
    def over(cls, model: Model, given: Mapping[str, Any], run: Verdict) -> "Graph":
        """Input data is seen by those who require it; values that no input data names, by everybody."""
        declared = {part.name for part in parts_of(model, InputData)}
        graph = cls(given, run)
        graph.base = Frame(Given({name: given[name] for name in given if name not in declared}), None, run)
        return graph

    def value(self, model: Model, part: Part) -> Any:
        """The FEEL value of any part. Raises DecisionRefused for decisions that require each other."""
        if id(part) in self.settled:
            return self.settled[id(part)]
        if id(part) in self.open:
            raise DecisionRefused(part.id, f"{part.name} requires itself, directly or through others.")
        self.open.add(id(part))
        self.run.spend()
        try:
            found = self.settled[id(part)] = self._worked_out(model, part)
        finally:
            self.open.discard(id(part))
        return found

    def served(self, model: Model, service: Service, arguments: Mapping[str, Any]) -> Any:
        """What a decision service gives for its inputs, apart from everything else (DMN 6.3.9)."""
        settled = {}
        for reference in service.inputs:
            _, part = model.find(reference)
            value = fit(arguments.get(part.name), part.kind, self.run)
            settled[id(part)] = self.run.warn(f"{part.name} has another type.") if value is MISFIT else value
        return self._outputs(model, service, Graph({}, self.run, settled))

    def _outputs(self, model: Model, service: Service, apart: "Graph") -> Any:
        found = [model.find(reference) for reference in service.outputs]
        values = {part.name: apart.value(owner, part) for owner, part in found}
        result = next(iter(values.values()), None) if len(values) == 1 else values
        result = fit(result, service.kind, self.run)
        return self.run.warn(f"{service.name} gives another type.") if result is MISFIT else result

    def _worked_out(self, model: Model, part: Part) -> Any:
        if isinstance(part, InputData):
            return self._given(model, part)
        if isinstance(part, Knowledge):
            return self._knowledge(model, part)
        if isinstance(part, Service):
            return self._service(model, part)
        return part.node(Frame(self._names(model, (*part.requires, *part.knows)), self.base, self.run))

    def _given(self, model: Model, part: InputData) -> Any:
        """By name; where models bring inputs of one name, `{namespace}name` tells them apart."""
        full = f"{{{model.namespace}}}{part.name}"
        name = full if full in self.given else part.name
        if name not in self.given:
            return self.run.warn(f"Nothing was given for {part.name}.")
        value = fit(from_json(self.given[name]), part.kind, self.run, given=True)
        return self.run.warn(f"{part.name} is not a {part.kind.name}.") if value is MISFIT else value

    def _names(self, model: Model, references: tuple[str, ...]) -> dict[str, Any]:
        """Required parts by name; imported ones inside a context named like the import."""
        names: dict[str, Any] = {}
        for reference in references:
            owner, part = model.find(reference)
            prefix = model.prefix_of(owner)
            place = names.setdefault(prefix, {}) if prefix else names
            place[part.name] = self.value(owner, part)
        return names

    def _knowledge(self, model: Model, part: Knowledge) -> Function:
        known = self._names(model, tuple(reference for reference in part.knows if reference != f"#{part.id}"))
        made = function_value(part.name, part.parameters, part.node, self.base, known, part.result)
        known[part.name] = made
        return made

    def _service(self, model: Model, service: Service) -> Function:
        parts = [model.find(reference)[1] for reference in service.inputs]
        names = [part.name for part in parts]

        def call(run: Run, arguments: list) -> Any:
            for part, value in zip(parts, arguments, strict=True):
                if fit(value, part.kind, run) is MISFIT:
                    return run.warn(f"{part.name} of {service.name} has another type.")
            return self.served(model, service, dict(zip(names, arguments, strict=True)))

        types = [None if part.kind is None else feel_type(part.kind) for part in parts]
        return Function(service.name, names, call, types)


def parts_of(model: Model, kind: type = Decision) -> list[Part]:
    return [part for part in model.parts.values() if isinstance(part, kind)]
