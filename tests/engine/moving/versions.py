"""Two versions of small models, and runs moved between them."""

from app.engine import Route, Run
from tests.engine.drawing import NOW, diagram, started


def moved(run: Run, body: str, mapping: dict | None = None, now=NOW, outside: str = "", **options):
    """What comes of moving a run to the model of this body."""
    return Route(run.diagram, diagram(body, outside), mapping, **options).attempt(run, now=now)


def stands(body: str, *elements: str, data: dict | None = None, outside: str = "") -> Run:
    """A run of this model in which these steps have been done, one after the other."""
    run = started(body, data, outside)
    for element in elements:
        run.complete(next(one.id for one in run.steps if one.element == element), {}, now=NOW)
    return run


def rules(verdict) -> list[str]:
    return [one.rule.removeprefix("move-") for one in verdict.reasons]


def noted(verdict) -> list[str]:
    return [one.rule.removeprefix("move-") for one in verdict.notes]


def loops(*inside: str, sequential: str = "false", condition: str = "", number: int = 3) -> str:
    rule = f"<completionCondition>{condition}</completionCondition>" if condition else ""
    return (
        f'<multiInstanceLoopCharacteristics isSequential="{sequential}"><loopCardinality>{number}</loopCardinality>'
        f"{rule}{''.join(inside)}</multiInstanceLoopCharacteristics>"
    )


def timer(id: str, span: str, host: str = "", interrupting: str = "true") -> str:
    inner = f"<timerEventDefinition><timeDuration>{span}</timeDuration></timerEventDefinition>"
    if host:
        at = f'attachedToRef="{host}" cancelActivity="{interrupting}"'
        return f'<boundaryEvent id="{id}" {at}>{inner}</boundaryEvent>'
    return f'<intermediateCatchEvent id="{id}">{inner}</intermediateCatchEvent>'
