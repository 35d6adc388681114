"""What a run shows to the product after every act: plain frozen rows, one kind for each thing open or done.

`callers` are the call activities around an element, outermost first: where it stands in the drawing of the service.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from app.engine.facts import NO_FACTS, Facts
from app.engine.words.incidents import incident_text


@dataclass(frozen=True)
class Step:
    """A person's turn (userTask, manualTask; BPMN 10.3.3).

    `id` is unique within its run; `loop` counts instances from 0.
    """

    id: str
    element: str
    name: str
    kind: str
    process: str
    lane: str | None
    facts: Facts
    data: dict
    opened_at: datetime
    loop: int | None = None
    callers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Call:
    """Work for the outside, parked until completed or failed: a topic's job ("service"), a child case ("process")."""

    id: str
    element: str
    name: str
    kind: str
    topic: str
    inputs: dict
    facts: Facts = NO_FACTS
    loop: int | None = None
    callers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Timer:
    """A due moment the product owns (BPMN 10.5.5.10).

    `due_at` is aware UTC, `text` the ISO 8601 or cron text it came from.
    """

    id: str
    element: str
    name: str
    kind: str
    text: str
    due_at: datetime
    interrupting: bool
    working: bool
    callers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Wait:
    """An open subscription to a message or signal; a message fits when its name and every key agree."""

    id: str
    element: str
    kind: str
    name: str
    keys: dict = field(default_factory=dict)
    callers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Delivery:
    """A message or signal on its way into a run."""

    kind: str
    name: str
    keys: dict = field(default_factory=dict)
    values: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Sent:
    """A message or signal thrown by the run for others.

    Signals have already reached this run's own catchers; messages have not.
    """

    element: str
    kind: str
    name: str
    keys: dict
    values: dict


@dataclass(frozen=True)
class Passed:
    """An element that was left: "done", or "cancelled" while work was open. `flows` are all flows it was entered by."""

    element: str
    kind: str
    name: str
    process: str
    at: datetime
    state: str
    via: str | None
    flows: tuple[str, ...] = ()
    callers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Incident:
    """The run stands here and says why.

    `kind`: script, expression, gateway, conflict, call, timer, error, budget, model; or stuck: the element waits for
    what can no longer come. `message` is English; `text` says it in "en", "fa" or "ar", from `rule` and `params`.
    """

    id: str
    element: str
    name: str
    kind: str
    message: str
    detail: str
    callers: tuple[str, ...] = ()
    rule: str = ""
    params: dict = field(default_factory=dict)

    def text(self, language: str = "en", names: Callable[[str], str] | None = None) -> str:
        """`names` may give what an element is called in that language, by its id."""
        return incident_text(self.rule, self.params, language, self.message, names)


@dataclass(frozen=True)
class Failure:
    """An error nobody caught (BPMN 10.5.7): where it was thrown, its code and what it said."""

    element: str
    code: str
    message: str
