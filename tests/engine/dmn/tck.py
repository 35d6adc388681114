"""The DMN compliance kit where it is at hand: what each file scores."""
from functools import lru_cache
from pathlib import Path

from app.engine.dmn import Score, read_decisions, read_tests

KIT = Path(__file__).resolve().parents[3].parent / "shared" / "corpus" / "dmn-tck"


@lru_cache(maxsize=1)
def scores() -> dict[Path, Score]:
    """The score of every test file, by its path."""
    return {path: _score(path) for path in sorted(KIT.glob("*/*/*.xml"))}


def share(wanted) -> float:
    """The part of the cases that pass, over the files that are `wanted`."""
    chosen = [score for path, score in scores().items() if wanted(path)]
    passed = sum(score.passed for score in chosen)
    return passed / (passed + sum(score.failed for score in chosen))


def card() -> str:
    failing = [
        f"{path.parent.name}: {score.passed} of {score.passed + score.failed}, not "
        + ", ".join(dict.fromkeys(failure.case for failure in score.failures))
        for path, score in scores().items() if score.failed
    ]
    passed, failed = (sum(getattr(score, kind) for score in scores().values()) for kind in ("passed", "failed"))
    return "\n".join([f"DMN TCK: {passed} of {passed + failed} cases", *failing])


def _score(path: Path) -> Score:
    tests = read_tests(path.read_bytes())
    others = [other.read_bytes() for other in sorted(path.parent.glob("*.dmn")) if other.name != tests.model]
    return tests.score(read_decisions((path.parent / tests.model).read_bytes(), others))
