"""docs/bpmn.md, written from the tests: `make docs` writes it, a test fails when it is out of date."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from tests.engine import scorecards, test_conformance
from tests.engine.check import test_corpus
from tests.engine.constructs.out_of_reach import OUT_OF_REACH
from tests.engine.dmn import test_compliance

HERE = Path(__file__).parent
FILE = HERE.parents[2] / "docs" / "bpmn.md"
CHAPTERS = (
    ("Activities", "test_activities"),
    ("Loops and multi-instance", "test_loops"),
    ("Gateways", "test_gateways"),
    ("Events", "test_event_positions"),
    ("Errors, compensation and transactions", "test_undoing"),
    ("Data, messages, correlation and lanes", "test_data"),
    ("Workflow patterns", "test_patterns"),
    ("DMN", "test_dmn"),
    ("FEEL", "test_feel"),
)
HEAD = """# What runs here: BPMN, DMN and FEEL

Written from the tests by `make docs`; a test fails when it is out of date. Every line is shown by the test in its
chapter's file under `tests/engine/constructs`: as long as that passes, the line is true. “Refused with a finding” means
that `mizban model check` names the element and says how to mend it. Clauses are those of BPMN 2.0.2 and DMN 1.5.
"""
CARDS = """
## Scorecards

`make scorecards` runs the suites that others wrote over this engine and prints what each leaves open. They need the
corpus folder beside the project (`../shared/corpus`) and say so where it is absent.

| suite | held by the tests |
|---|---|
| BPMN conformance (betsy/PEBL, 72 models) | at least {conformance} of 109 cases |
| BPMN rules (betsy, models that break one each) | an error or warning at the element for all |
| models of other modelers (7 folders) | {share:.0%} run after repairs; none ends in a traceback |
| DMN TCK, level 2 | all cases |
| DMN TCK, FEEL cases | {feel:.0%} |
| DMN TCK, all cases here | {kit:.0%} |

Anybody's tables can be tested the same way: `mizban decision test my-tests.xml`, in the TCK's own format.

### Conformance cases out of reach

None of them is a construct that does not run: what they expect contradicts the model or the clause, so `check` refuses
none of them.

| model | why |
|---|---|
"""


def written() -> str:
    parts = [HEAD]
    for title, module in CHAPTERS:
        parts.append(f"\n## {title}\n\nShown by `tests/engine/constructs/{module}.py`.\n")
        parts.append("\n| construct | clause | state | |\n|---|---|---|---|\n")
        parts += [_row(construct, test) for construct, test in shown(module)]
    card = CARDS.format(
        conformance=test_conformance.BAR,
        share=scorecards.RUNNABLE,
        feel=test_compliance.FEEL,
        kit=test_compliance.KIT_SHARE,
    )
    assert test_corpus.MISSED == 0
    return "".join([*parts, card, *(f"| {name} | {why} |\n" for name, why in OUT_OF_REACH.items())])


def shown(module: str) -> Iterator:
    """Each construct with the name of the test that shows it, in the order of the file."""
    for name, test in vars(import_module(f"tests.engine.constructs.{module}")).items():
        if name.startswith("test_"):
            for construct in getattr(test, "constructs", ()):
                yield construct, name


def _row(construct, test):
    cells = (construct.name, construct.clause, construct.state, construct.note)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


if __name__ == "__main__":
    FILE.write_text(written(), "utf-8")
