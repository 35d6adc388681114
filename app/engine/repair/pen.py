"""Who decides which mends are made: those that cannot change the meaning always, the others when accepted."""

from collections.abc import Callable
from dataclasses import dataclass, field

from app.engine.finding import Finding, finding

# What BPMN says anyway (an implicit start), bookkeeping (flags, empty definitions), what vendors and scraps mean.
SAFE = frozenset(
    ["not-executable", "data-object-defined", "event-type-as-message"]
    + ["flow-moved", "start-added", "expression-leftover"]
)


@dataclass(frozen=True)
class Mend:
    """Something that can be done at one element of one file; `which` tells apart several of a kind at one element."""

    path: str
    rule: str
    element: str
    name: str
    which: str = ""
    params: dict = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str, str]:
        return self.rule, self.element, self.which

    def told(self) -> Finding:
        """The finding that says it was done."""
        return finding(self.rule, "repair", self.element, self.name, **self.params)


class Pen:
    """Asked before every mend of one file whether it may be made; keeps what was `done`, `accepted` and `left`."""

    def __init__(self, path: str, accepts: Callable[[Mend, bool], bool]):
        self.path, self.accepts = path, accepts
        self.done, self.accepted, self.left = [], [], []

    def may(self, rule: str, element, which: str = "", safe: bool = False, **params) -> bool:
        """`element`: where a reader finds it. `safe`: this one cannot change the meaning, whatever its rule."""
        said = {name: str(value) for name, value in params.items()}
        mend = Mend(self.path, rule, element.get("id") or "", element.get("name") or "", which, said)
        safe = safe or rule in SAFE
        if not self.accepts(mend, safe):
            self.left.append(mend)
            return False
        (self.done if safe else self.accepted).append(mend)
        return True


def only_safe(mend: Mend, safe: bool) -> bool:
    return safe


def everything(mend: Mend, safe: bool) -> bool:
    return True


def only(key: tuple[str, str, str]) -> Callable[[Mend, bool], bool]:
    """This one mend and nothing else, not even what is safe: a file is changed as little as can be."""
    return lambda mend, safe: mend.key == key


def safe_and(key: tuple[str, str, str]) -> Callable[[Mend, bool], bool]:
    return lambda mend, safe: safe or mend.key == key
