"""The conformance models that nobody here drew: 109 cases with the trace each must leave."""

import json
from collections import Counter
from pathlib import Path

import pytest

from app.engine import ModelRefused, read_bundle, simulate
from tests.engine.constructs.out_of_reach import OUT_OF_REACH

FOLDER = Path(__file__).parents[3] / "shared" / "corpus" / "conformance"
EXPECTATIONS = FOLDER / "expectations.json"
BAR = 106


def cases():
    if not EXPECTATIONS.exists():
        return []
    return [(model, case) for model in json.loads(EXPECTATIONS.read_text()) for case in model["cases"]]


def played(model, case):
    """The markers a case leaves behind, the special ones included where the case asks for them."""
    try:
        bundle = read_bundle({model["file"]: (FOLDER / model["file"]).read_bytes()}, trusted=True)
    except ModelRefused:
        return ["refused"]
    result = simulate(bundle, data=case["input"])
    if result["outcome"] == "refused":
        return ["refused"]
    marked = [model["markers"][one["element"]] for one in result["trace"] if one["element"] in model["markers"]]
    return marked + special(result)


def special(result):
    found = []
    if result["outcome"] == "failed":
        found.append("uncaught-error")
    elif result["incidents"]:
        found.append("incident")
    return found


def test_the_scorecard_of_the_conformance_models():
    if not EXPECTATIONS.exists():
        pytest.skip("The corpus folder is not beside the project, so the conformance models were not run.")
    failed = [line for line in (verdict(model, case) for model, case in cases()) if line]
    total = len(cases())
    print(f"\nconformance: {total - len(failed)} of {total}", *failed, sep="\n  ")
    assert total - len(failed) >= BAR
    assert {line.split()[0] for line in failed} <= set(OUT_OF_REACH)


def verdict(model, case):
    expected = [marker for marker in case["expect"] if marker not in ("parallel",)]
    got = played(model, case)
    if "data:String" in expected:
        got = ["data:String"] if simulated_data(model, case) == "String" else got
    if "parallel" in case["expect"]:
        return None if "incident" not in got else f"{model['file']}: {got}"
    return (
        None
        if Counter(got) == Counter(expected)
        else f"{model['file']} {case['input']}: expected {expected}, got {got}"
    )


def simulated_data(model, case):
    bundle = read_bundle({model["file"]: (FOLDER / model["file"]).read_bytes()}, trusted=True)
    return simulate(bundle, data=case["input"])["data"].get("logged")

