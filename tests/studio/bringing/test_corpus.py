"""Real models dropped on the page: a draft with a drawing, or a sentence; never an error page."""

import pytest

from tests.studio.bringing.conftest import CORPUS

FOLDERS = ("camunda7", "camunda7-examples", "camunda8", "flowable", "modelers", "spiff", "camunda-modeler", "hostile")
ENDINGS = (".bpmn", ".dmn", ".form", ".xml")
EVERY = 9


def files(folder):
    found = sorted(path for path in (CORPUS / folder).rglob("*") if path.is_file() and path.name.endswith(ENDINGS))
    return found if folder == "hostile" else found[::EVERY]


@pytest.fixture
def engine():
    return "sqlite"


@pytest.mark.parametrize("folder", FOLDERS)
def test_models_of_every_tool_become_drafts_or_are_told_of(bringing, folder):
    if not CORPUS.is_dir():
        pytest.skip("The corpus folder is not beside the project, so no models from elsewhere were brought.")
    for path in files(folder):
        answer = bringing.post({path.name: path.read_bytes()})
        if answer.status_code == 422:
            assert 'role="alert"' in answer.text, path
            continue
        assert answer.status_code == 303, path
        slug = answer.headers["Location"].rsplit("/", 1)[-1]
        told = bringing.check(slug)
        assert told["checklist"]
        draft = bringing.draft(slug)
        if told["counts"]["error"] == 0 and draft.spec["process"]:
            assert draft.published().diagram, path
