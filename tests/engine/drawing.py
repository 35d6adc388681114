"""Small models written in the tests that need them."""

from datetime import UTC, datetime, timedelta

from app.engine import Run, compile_bundle, read_bundle

NOW = datetime(2027, 1, 4, 8, 0, tzinfo=UTC)
MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"
HEAD = (
    f'<definitions xmlns="{MODEL}" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" '
    'xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">'
)


def later(**span) -> datetime:
    return NOW + timedelta(**span)


def bundle(body: str, outside: str = "", process: str = "p", accept: bool = False):
    """A bundle of one process; `body` is what stands in it, `outside` beside it; `accept` as read_bundle has it."""
    text = f'{HEAD}{outside}<process id="{process}" isExecutable="true">{body}</process></definitions>'
    return read_bundle({"model.bpmn": text.encode()}, trusted=True, accept=accept)


def diagram(body: str, outside: str = ""):
    return compile_bundle(bundle(body, outside))


def started(body: str, data: dict | None = None, outside: str = "") -> Run:
    return Run.start(diagram(body, outside), data or {}, now=NOW)


def flows(*ways: str) -> str:
    """`flows("a b", "b c", "g x: n > 1", "g y")`: sequence flows, with a condition after the colon; ids are `a_b`."""
    return "".join(map(_flow, ways))


def _flow(way):
    ends, _, condition = way.partition(":")
    source, target = ends.split()
    escaped = condition.strip().replace("&", "&amp;").replace("<", "&lt;")
    inner = f"<conditionExpression>{escaped}</conditionExpression>" if escaped else ""
    return f'<sequenceFlow id="{source}_{target}" sourceRef="{source}" targetRef="{target}">{inner}</sequenceFlow>'


def script(id: str, code: str) -> str:
    escaped = code.replace("&", "&amp;").replace("<", "&lt;")
    return f'<scriptTask id="{id}" scriptFormat="python"><script>{escaped}</script></scriptTask>'


def person(id: str, inside: str = "") -> str:
    return f'<userTask id="{id}" name="{id}">{inside}</userTask>'


def ends(*ids: str) -> str:
    return "".join(f'<endEvent id="{id}"/>' for id in ids)


START = '<startEvent id="s"/>'


def step(run: Run, element: str) -> str:
    return next(one.id for one in run.steps if one.element == element)


def done(run: Run, element: str, values: dict | None = None, now: datetime = NOW) -> Run:
    """Complete the first open step of this element."""
    run.complete(step(run, element), values or {}, now=now)
    return run


def again(run: Run) -> Run:
    """The run after it has been written down and read again."""
    state = run.dump()
    loaded = Run.load(run.diagram, state)
    assert loaded.dump() == state
    return loaded


def path(run: Run) -> list[str]:
    return [one.element for one in run.passed if one.state == "done"]


def opened(run: Run) -> list[str]:
    return sorted(one.element for one in run.steps)
