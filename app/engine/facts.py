"""The one vocabulary into which every dialect of BPMN extensions is read."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Mapping:
    """One input or output of an element: `source` is an expression as written, `target` a variable name."""

    source: str
    target: str


@dataclass(frozen=True)
class Facts:
    """What a model says about an element beyond BPMN itself; everything is optional.

    Expressions keep their written form: a leading `=` is FEEL, `${..}` and `#{..}` are JUEL, anything else is
    literal text (people, groups, dates) or Python (conditions and scripts).
    """

    form: str | None = None
    assignee: str | None = None
    users: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    due: str | None = None
    follow_up: str | None = None
    priority: str | None = None
    inputs: tuple[Mapping, ...] = ()
    outputs: tuple[Mapping, ...] = ()
    collection: str | None = None
    element_variable: str | None = None
    output_collection: str | None = None
    output_element: str | None = None
    completion_condition: str | None = None
    called: str | None = None
    binding: str | None = None
    topic: str | None = None
    headers: dict[str, str] = field(default_factory=dict)
    script: str | None = None
    script_language: str | None = None
    result_variable: str | None = None
    decision: str | None = None
    properties: dict[str, str] = field(default_factory=dict)
    propagate_all: bool | None = None
    listeners: tuple[str, ...] = ()


NO_FACTS = Facts()
