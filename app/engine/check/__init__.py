"""What an owner should know before publishing: the rules of BPMN 2.0, and what BPMN forgives but work does not."""

from app.engine.check import (
    activities,
    collaboration,
    data,
    events,
    expressions,
    flows,
    foreign,
    formal,
    gaps,
    gateways,
    interfaces,
    links,
    loops,
    names,
    outcomes,
    partners,
    paths,
    people,
    references,
    starts,
    timers,
    variables,
    waits,
)
from app.engine.check.drawing import Drawing
from app.engine.check.remedies import with_offers
from app.engine.check.tables import check_tables
from app.engine.finding import SEVERITIES, Finding

SPECIFICATION = (
    names,
    references,
    flows,
    starts,
    events,
    timers,
    links,
    gateways,
    activities,
    loops,
    collaboration,
    formal,
    data,
    interfaces,
)
BEYOND = (paths, gaps, outcomes, waits, people, partners, expressions, variables, foreign)
MOST = 500
# What no repair mends: a model with one of these does not run at all.
UNRUNNABLE = frozenset(["quantity", "multi-instance-number", "loop-maximum", "nothing-to-run"])


def check(bundle, sent: frozenset[str] = frozenset()) -> list[Finding]:
    """What is found in the models of a bundle as drawn, gravest first, at most MOST; the bundle's repairs excluded.

    What the normaliser would do, and what else one click can mend, is offered at the findings. A mend without which
    the model could not run makes its finding an error. `sent`: names of messages that the caller sends by itself.
    """
    drawings = [Drawing(path, root, bundle) for path, root in bundle.drawn.items()]
    found = {}
    for drawing in drawings:
        drawing.siblings, drawing.sent = drawings, sent
        for family in (*SPECIFICATION, *BEYOND):
            for rule in family.RULES:
                for one in rule(drawing):
                    found.setdefault((one.rule, one.element, one.message), one)
    found.update({(one.rule, one.element, one.message): one for one in check_tables(bundle.decisions)})
    found = [one.among(bundle.unnamed) for one in with_offers(drawings, list(found.values()), bundle)]
    return sorted(found, key=lambda one: SEVERITIES.index(one.severity))[:MOST]
