"""Journeys from files to finished requests; models of the corpus are left out where it is not beside the project."""

from pathlib import Path

import pytest

from tests.support.designing import Designing

CORPUS = Path(__file__).parents[4] / "shared" / "corpus"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    """Leave out what needs the corpus where it is not there, as servers that are missing are."""
    out = [item for item in items if "corpus" in getattr(item, "fixturenames", ()) and not CORPUS.is_dir()]
    if out:
        config.hook.pytest_deselected(items=out)
        items[:] = [item for item in items if item not in out]


@pytest.fixture
def corpus():
    """`corpus("flowable", "reviewSalesLead")`: the one file of this folder whose name has these words."""
    def find(folder: str, words: str) -> Path:
        (found,) = (path for path in (CORPUS / folder).iterdir() if words in path.name)
        return found

    return find


@pytest.fixture
def designer(page):
    """`designer("omar", "en")`: somebody at the studio."""
    return lambda key, language="en": Designing(page, language).become(key)
