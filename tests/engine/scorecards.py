"""How much of the whole corpus runs; slow, and therefore asked only by `make scorecards`."""

import time
from collections import Counter
from pathlib import Path

import pytest

from app.engine.examine import examine
from app.engine.read.child import Child

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
RUNNABLE = 0.96
FOLDERS = ("modelers", "camunda7", "camunda7-examples", "camunda8", "flowable", "spiff", "camunda-modeler")


@pytest.mark.skipif(not CORPUS.exists(), reason="The corpus folder is not beside the project.")
def test_the_scorecard_of_foreign_models():
    total, slowest = Counter(), (0.0, "")
    with Child() as child:
        for folder in FOLDERS:
            score = Counter()
            for path in sorted((CORPUS / folder).glob("*")):
                begun = time.perf_counter()
                report = examine(path.name, {path.name: path.read_bytes()}, child)
                slowest = max(slowest, (time.perf_counter() - begun, path.name))
                assert report["runnable"] or report["findings"], path.name
                if path.suffix in (".bpmn", ".xml"):
                    score.update(files=1, runnable=report["runnable"], fit=report["ok"])
            print(
                f"\n{folder}: {score['runnable']} of {score['files']} run after repairs, {score['fit']} are fit", end=""
            )
            total += score
    print(f"\nall: {total['runnable']} of {total['files']}; slowest {slowest[0]:.2f} s {slowest[1]}")
    assert total["runnable"] >= RUNNABLE * total["files"]


@pytest.mark.skipif(not CORPUS.exists(), reason="The corpus folder is not beside the project.")
def test_the_scorecard_of_hostile_files():
    with Child() as child:
        for path in sorted((CORPUS / "hostile").glob("*")):
            begun = time.perf_counter()
            report = examine(path.name, {path.name: path.read_bytes()}, child)
            verdict = "runs" if report["runnable"] else report["findings"][0].rule
            print(f"\n{path.name}: {verdict} ({time.perf_counter() - begun:.2f} s)", end="")
