"""Every construct of BPMN, DMN and FEEL with the test that shows what becomes of it; docs/bpmn.md is made of these."""

from dataclasses import dataclass

RUNS, REFUSED, PARTLY = "runs", "refused with a finding", "runs in part"


@dataclass(frozen=True)
class Construct:
    """One line of docs/bpmn.md; `note` says why where it is refused, or how where that needs a word."""

    name: str
    clause: str
    state: str = RUNS
    note: str = ""


def shows(*constructs: Construct):
    """Marks a test: as long as it passes, what it shows is true."""

    def mark(test):
        test.constructs = (*constructs, *getattr(test, "constructs", ()))
        return test

    return mark


def runs(name: str, clause: str, note: str = ""):
    return shows(Construct(name, clause, RUNS, note))


def refused(name: str, clause: str, note: str):
    return shows(Construct(name, clause, REFUSED, note))


def partly(name: str, clause: str, note: str):
    return shows(Construct(name, clause, PARTLY, note))
