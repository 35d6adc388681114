"""Models that run away stop visibly at an element, and decisions stay what they were (invariants 9 and 18)."""

from itertools import permutations
from pathlib import Path

import pytest

from app.base import read_clock, transaction
from app.cases import Approval, Incident
from app.catalog import sync

SERVICES = Path(__file__).parent / "services"
RUNAWAYS = {
    "circle": {"Back", "Count", "Enough"},  # goes round without waiting
    "endless": {"Spin"},  # a script that never ends
    "hungry": {"Eat"},  # a script that doubles its memory
    "giant": {"Many"},  # a task for a million people
    "split": {"Back", "Fork", "Done"},  # twice as many tokens every round
}
DEEDS = ("Approve_A", "Note_A", "Approve_B", "Note_B")
ORDERS = [order for order in permutations(DEEDS) if order.index("Approve_A") < order.index("Note_A")
          and order.index("Approve_B") < order.index("Note_B")]


@pytest.fixture
def models(play):
    """The desk with models that no reviewer would let pass."""
    with transaction():
        report = sync(SERVICES, read_clock())
    assert (report.stopped, len(report.new)) == ([], 6), report.faults
    return play


def test_a_decision_is_never_overwritten_by_a_parallel_branch(models):
    said = {"Approve_A": "approved", "Approve_B": "rejected"}
    for order in ORDERS:
        number = models.open("decisions")
        for element in order:
            outcome = said.get(element)
            models.do(number, element, by="sara", outcome=outcome, comment="So be it" if outcome else "")
        case = models.case(number)
        assert {"Yes_A", "No_B"} <= set(case.marks["done"]) and not {"No_A", "Yes_B"} & set(case.marks["done"]), order
        decided = {one.decision for one in Approval.query.filter_by(case_id=case.id)}
        assert decided == {"approved", "rejected"}


def test_models_that_run_away_stand_at_an_incident_and_the_others_go_on(models, engine):
    # What a sandbox stops needs no second database.
    for slug in RUNAWAYS if engine == "sqlite" else ("circle", "split"):
        elements = RUNAWAYS[slug]
        number = models.open(slug)
        case = models.case(number)
        incidents = Incident.query.filter_by(case_id=case.id).all()
        assert incidents and case.state == "failed" and not case.ended, slug
        assert {one.element for one in incidents} <= elements and all(one.message for one in incidents), slug
        assert len(case.run) < 2_000_000, slug
    models.work()
    other = models.open("purchase", what="Desk lamp", amount=40)
    assert models.elements(other) == ["Approve"]
