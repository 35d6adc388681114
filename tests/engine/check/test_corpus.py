"""Sound models are left in peace, broken ones are told, and no file of anybody's modeler brings a traceback."""

import json
from pathlib import Path

import pytest

from app.engine import ModelRefused, read_bundle
from app.engine.check import check
from app.engine.examine import examined

ROOT = Path(__file__).parents[3]
CORPUS = ROOT.parent / "shared" / "corpus"
FOLDERS = ("modelers", "camunda7", "camunda7-examples", "camunda8", "flowable", "spiff", "camunda-modeler", "hostile")
EVERY = 12
MISSED = 0

here = pytest.mark.skipif(not CORPUS.exists(), reason="The corpus folder is not beside the project.")


def findings(path: Path, *beside: Path):
    files = {str(one): one.read_bytes() for one in (path, *beside)}
    return check(read_bundle(files, trusted=True))


@here
def test_the_scorecard_of_broken_rules():
    models = sorted((CORPUS / "constraints").glob("*.bpmn"))
    missed = [path.name for path in models if not {"error", "warning"} & {one.severity for one in findings(path)}]
    print(f"\nconstraints: {len(models) - len(missed)} of {len(models)}", *missed, sep="\n  ")
    assert len(missed) <= MISSED


@here
def test_sound_models_get_no_error():
    expectations = json.loads((CORPUS / "conformance" / "expectations.json").read_text())
    refused = {one["file"] for one in expectations if any("refused" in case["expect"] for case in one["cases"])}
    for path in sorted((CORPUS / "conformance").glob("*.bpmn")):
        errors = [one.message for one in findings(path) if one.severity == "error"]
        assert bool(errors) == (path.name in refused), (path.name, errors)


OWN = sorted((ROOT / "workflows").glob("**/*.bpmn"))


@pytest.mark.parametrize("path", OWN, ids=[path.stem for path in OWN])
def test_our_own_services_get_no_error_and_need_no_repair(path):
    beside = [one for one in (ROOT / "workflows" / "fragments").glob("*.bpmn") if one != path]
    files = [path, *beside, *(ROOT / "forms").glob("**/*.form"), *(ROOT / "workflows").glob("**/*.dmn")]
    bundle = read_bundle({str(one): one.read_bytes() for one in files}, trusted=True)
    grave = [one for one in (*check(bundle), *bundle.repairs) if one.severity in ("error", "repair")]
    assert not [(one.element, one.message) for one in grave]
    assert not bundle.left


def sample():
    return [path for folder in FOLDERS for path in sorted((CORPUS / folder).glob("*"))[::EVERY]]


@here
@pytest.mark.parametrize("path", sample(), ids=lambda path: path.name[-40:])
def test_a_sample_of_everybodys_files_runs_or_is_explained(path):
    report = examined((path.name, {path.name: path.read_bytes()}, frozenset()))
    assert report["runnable"] or report["findings"]
    for one in report["findings"]:
        assert all(one.text(language) and one.remedy_text(language) for language in ("en", "fa", "ar"))


@here
def test_what_was_repaired_needs_no_second_repair_and_says_the_same():
    for path in sample():
        try:
            first = read_bundle({path.name: path.read_bytes()}, trusted=True, accept=True)
        except ModelRefused:
            continue
        for name in first.models:
            second = read_bundle({name: first.xml(name).encode()}, trusted=True)
            assert not second.repairs and not second.left, path.name
            assert dict(second.facts) == dict(first.facts), path.name
