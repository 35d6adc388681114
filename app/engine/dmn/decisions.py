"""The front door: a DMN file read once, its decisions taken often."""
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.engine.dmn.errors import DecisionRefused
from app.engine.dmn.graph import Graph, Verdict, parts_of
from app.engine.dmn.model import Decision, InputData, Knowledge, Model, Part, Service, Trouble
from app.engine.dmn.reading import read_model
from app.engine.dmn.requirements import requirement_troubles
from app.engine.feel import Budget, FeelError, from_json, to_json


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions of one DMN file. Immutable; shared between threads."""

    model: Model

    @property
    def names(self) -> tuple[str, ...]:
        """The decisions by name, in the file's order."""
        return tuple(part.name for part in parts_of(self.model))

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(part.id for part in parts_of(self.model))

    @property
    def inputs(self) -> tuple[str, ...]:
        """The names of the input data."""
        return tuple(part.name for part in parts_of(self.model, InputData))

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """What cannot be decided: expressions that cannot be read, empty decisions, requirements that lead nowhere."""
        return (*self.model.troubles, *requirement_troubles(self.model))

    @property
    def repairs(self) -> tuple[Trouble, ...]:
        """Cells that were read although they are not quite FEEL, with what they were read as."""
        return tuple(self.model.repairs)

    def decide(
        self, decision: str, inputs: Mapping[str, Any], now: datetime | None = None,
        functions: Mapping[str, Callable] | None = None, *, warnings: list[str] | None = None,
        matched: dict[str, list[str]] | None = None,
    ) -> Any:
        """The plain value of a decision or decision service, by id or name, over plain inputs.

        `matched` is filled with the ids of the rules that hit, by the id of their table.

        Raises DecisionRefused if there is no such decision, if something in it cannot be read, if a table breaks its
        own hit policy, or if it takes too much. Other errors are null, as DMN has it, with a line in `warnings`.
        """
        run = Verdict(now, functions, Budget(), False, warnings)
        if matched is not None:
            run.matched = matched
        value = to_json(self._found(decision, inputs, run))
        if run.violations:
            raise DecisionRefused(*run.violations[0])
        return value

    def evaluate(self, decision: str, inputs: Mapping[str, Any], now: datetime | None = None) -> Any:
        """The FEEL value by the letter of DMN: a broken hit policy is null too."""
        return self._found(decision, inputs, Verdict(now))

    def _found(self, name: str, inputs: Mapping[str, Any], run: Verdict) -> Any:
        part = self.model.named(name)
        if part is None or isinstance(part, InputData):
            raise DecisionRefused(name, "There is no decision with this id or name in the file.")
        try:
            return self._taken(part, inputs, run)
        except FeelError as trouble:
            raise DecisionRefused(part.id, trouble.message) from None
        except RecursionError:
            raise DecisionRefused(part.id, "The decision is nested too deeply.") from None

    def _taken(self, part: Part, inputs: Mapping[str, Any], run: Verdict) -> Any:
        graph = Graph.over(self.model, inputs, run)
        if isinstance(part, Decision):
            return graph.value(self.model, part)
        given = {name: from_json(value) for name, value in inputs.items()}
        if isinstance(part, Service):
            return graph.served(self.model, part, given)
        return self._called(graph.value(self.model, part), part, given, run)

    def _called(self, function: Any, part: Knowledge, given: dict[str, Any], run: Verdict) -> Any:
        names = [name for name, _ in part.parameters]
        return function.invoke(run, [given.get(name) for name in names], None)


def read_decisions(xml: bytes, others: Iterable[bytes] = ()) -> Decisions:
    """Read a DMN file of any version from 1.1; `others` are files it may import. Raises DecisionRefused."""
    return Decisions(read_model(xml, others))
