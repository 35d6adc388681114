"""Steps whose decision is in none of the files: requests would wait there for an answer that nobody gives."""

from collections.abc import Iterable, Iterator

BY_RULE = frozenset(["businessRuleTask", "serviceTask"])
"""What can be done by a decision; Flowable draws its decision tasks as service tasks."""
FOUND_LATER = ("=", "$", "#")


def undecided(elements: Iterable, known: Iterable[str]) -> Iterator[tuple]:
    """(element, whether an expression names its decision) of those whose decision is not among the `known` ids.

    Code or a topic beside it answers.
    """
    here = set(known)
    for element in elements:
        decision = element.facts.decision
        if decision and decision not in here and element.kind in BY_RULE and not element.facts.topic:
            yield element, decision.startswith(FOUND_LATER)
