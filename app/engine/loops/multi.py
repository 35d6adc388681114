"""Multi-instance activities (BPMN 13.3.7), parallel and in sequence, over a count or a collection."""

from app.engine.asking import ask, decide, reckon
from app.engine.errors import Trouble
from app.engine.expressions import language
from app.engine.token import MISSING, Token
from app.engine.values import plain


class MultiInstance:
    """`facts` hold collection, item, outputs and completion condition; `cardinality` an expression for a bare count.

    The completion condition sees nrOfInstances, nrOfActiveInstances, nrOfCompletedInstances, nrOfTerminatedInstances,
    the output collected so far, and what the instance that has just ended left behind.
    `thrown`: events thrown as instances complete (behaviour none, one or complex).
    """

    def __init__(self, facts, sequential, cardinality=None, thrown=None):
        self.facts, self.sequential, self.cardinality, self.thrown = facts, sequential, cardinality, thrown

    def begin(self, token):
        items = self._items(token)
        number = len(items) if items is not None else self._count(token)
        if number > token.workflow.run.budget.tokens:
            raise Trouble("budget", "too-many-instances", str(number), number=number)
        token.internal_data["loop"] = {
            "total": number,
            "next": 0,
            "done": 0,
            "ended": 0,
            "items": items,
            "out": [None] * number,
            "fork": token.workflow.run.tick(),
        }
        if self.facts.output_collection and not number:
            token.write(self._collected_name, [])
        self._start(token, 1 if self.sequential else number)
        return True if not number else None

    def done(self, instance) -> None:
        token, run = instance.parent, instance.workflow.run
        run.attempt(instance, self._collect, "close")
        if instance.incident:
            return
        state = token.internal_data["loop"]
        state["done"] += 1
        state["last"] = {name: instance.data[name] for name in instance.stamps if name in instance.data}
        run.report(instance, "done")
        run.forget_instance(instance)
        run.attempt(token, self.go_on, "loop")

    def _collect(self, instance):
        token = instance.parent
        if self.facts.output_collection:
            token.internal_data["loop"]["out"][instance.internal_data["index"]] = plain(self._output(instance))
            return
        for name in instance.stamps:
            token.write(name, instance.data.get(name, MISSING))

    def go_on(self, token):
        state = token.internal_data["loop"]
        if (
            self.thrown
            and self.thrown.after(token, self.counted(token))
            or self._complete(token)
            or state["done"] + state["ended"] >= state["total"]
        ):
            self._end(token)
        elif self.sequential and state["next"] < state["total"]:
            self._start(token, 1)

    def _end(self, token):
        run, state = token.workflow.run, token.internal_data["loop"]
        for instance in run.instances(token):
            run.drop(instance)
            state["ended"] += 1
        if self.facts.output_collection:
            token.write(self._collected_name, list(state["out"]))
        run.finish(token, {})

    def _complete(self, token):
        condition = self.facts.completion_condition
        return bool(condition) and decide(token, condition, self.counted(token))

    def counted(self, token) -> dict:
        state = token.internal_data["loop"]
        seen = {
            **state.get("last", {}),
            "nrOfInstances": state["total"],
            "nrOfActiveInstances": state["next"] - state["done"] - state["ended"],
            "nrOfCompletedInstances": state["done"],
            "nrOfTerminatedInstances": state["ended"],
            "loopCounter": state["done"],
            # the specification's own names, Table 10.29
            "numberOfInstances": state["total"],
            "numberOfActiveInstances": state["next"] - state["done"] - state["ended"],
            "numberOfCompletedInstances": state["done"],
            "numberOfTerminatedInstances": state["ended"],
        }
        if self.facts.output_collection:
            seen[self._collected_name] = list(state["out"])
        return seen

    def _start(self, token, number):
        state = token.internal_data["loop"]
        for index in range(state["next"], min(state["next"] + number, state["total"])):
            self._instance(token, state, index)
            state["next"] += 1

    def _instance(self, token, state, index):
        instance = Token(
            token.workflow, token.task_spec, dict(token.data), holder=token, role="instance", via=token.via
        )
        instance.forks, instance.stamps = token.forks + ((state["fork"], index),), {}
        instance.disputed = dict(token.disputed) if token.disputed else None
        instance.internal_data["index"] = index
        instance.local = {"loopCounter": index + 1 if language(self.facts.collection or "") == "feel" else index}
        if self.facts.element_variable and state["items"] is not None:
            instance.local[self.facts.element_variable] = state["items"][index]

    def _items(self, token):
        written = self.facts.collection
        if not written or (self.cardinality and not language(written) and written not in token.visible()):
            return None
        value = ask(token, written) if language(written) else variable(token, written)
        if isinstance(value, dict):
            return list(value.values())
        if isinstance(value, list):
            return list(value)
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return list(range(value))
        raise Trouble("expression", "not-a-list", repr(value), text=written)

    def _count(self, token):
        value = reckon(token, self.cardinality) if self.cardinality else 0
        if isinstance(value, str) and value.strip().isdigit():
            value = int(value)
        if isinstance(value, bool) or not isinstance(value, (int, float)) or value < 0 or value != int(value):
            raise Trouble("expression", "no-number-of-instances", repr(value), text=self.cardinality)
        return int(value)

    def _output(self, instance):
        written = self.facts.output_element
        if not written:
            return None
        return ask(instance, written) if language(written) else instance.visible().get(written)

    @property
    def _collected_name(self):
        return self.facts.output_collection.lstrip("=").strip()


def variable(token, path: str):
    """A variable by its name, with dots into dicts; Trouble where there is none."""
    value = token.visible()
    for part in path.strip().split("."):
        if not isinstance(value, dict) or part not in value:
            raise Trouble("expression", "no-variable", path, name=path)
        value = value[part]
    return value
