"""The normaliser: what is broken in a file is mended where its meaning cannot change, and every mending is told."""

from copy import deepcopy
from dataclasses import dataclass

from app.engine.finding import Finding
from app.engine.repair import (
    activities,
    data,
    definitions,
    ends,
    events,
    executable,
    expressions,
    flows,
    gateways,
    identifiers,
    loops,
    references,
    scripts,
    starts,
)
from app.engine.repair.pen import Mend, Pen, everything, only_safe

NAMING = (references.unprefix, identifiers.give_ids, identifiers.separate_twins)
MENDING = (
    executable.make_executable,
    data.mend_data,
    definitions.define_missing,
    events.mend_events,
    flows.mend_flows,
    activities.mend_activities,
    scripts.mend_scripts,
    expressions.drop_leftovers,
    loops.mend_loops,
    starts.mend_starts,
    ends.add_ends,
    gateways.decide_undecided,
)


@dataclass(frozen=True)
class Repaired:
    """`models`: path -> mended copy. `done`: the safe mends, `accepted` the others, `left` those that were not made."""

    models: dict
    done: tuple[Mend, ...]
    accepted: tuple[Mend, ...]
    left: tuple[Mend, ...]


def name_everything(drawn: dict) -> list[Finding]:
    """Give ids and settle references in place: what checks and repairs both need in order to point at elements."""
    return [found for mend in NAMING for found in mend(drawn)]


def repair(drawn: dict, accept: bool = False) -> Repaired:
    """Copies of the models with the safe mends made, and with `accept` all others too."""
    models = {path: deepcopy(root) for path, root in drawn.items()}
    pens = [mendings(path, root, everything if accept else only_safe) for path, root in models.items()]
    return Repaired(
        models,
        tuple(one for pen in pens for one in pen.done),
        tuple(one for pen in pens for one in pen.accepted),
        tuple(one for pen in pens for one in pen.left),
    )


def mend(path: str, root, accepts) -> Pen:
    """Make in place every mend of one file that `accepts` lets through; see pen.py."""
    pen = Pen(path, accepts)
    for family in MENDING:
        family(root, pen)
    return pen


def mendings(path: str, root, accepts) -> Pen:
    """The same for reading: afterwards every step also lists its own flows, as some tools need it."""
    pen = mend(path, root, accepts)
    ends.agree(root)
    return pen
