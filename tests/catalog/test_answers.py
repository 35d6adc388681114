"""What a walk answers at the start is what its form accepts: the walks stay honest when a form changes."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from app.catalog.folder import Folder
from app.forms import Form, Option
from app.people.organisation import DEMO

ROOT = Path(__file__).parent.parent.parent
AUTUMN = datetime(2026, 11, 21, 8, tzinfo=UTC)
FOLDER = Folder(ROOT)
PEOPLE = yaml.safe_load(DEMO.read_text(encoding="utf-8"))["people"]
WALKS = [
    pytest.param(service, walk, id=f"{slug}: {walk['name']}")
    for slug, path in sorted(FOLDER.services().items())
    for service in [FOLDER.source(path, slug).data]
    for walk in service["walks"]
]


class Everybody:
    """Whoever or whatever is asked for is there."""

    def find(self, kind, key):
        return Option(key, key, size=1 if kind == "file" else None)

    def search(self, kind, words, settings, limit):
        return []


@pytest.mark.parametrize(("service", "walk"), WALKS)
def test_the_start_form_accepts_the_answers_of_the_walk(service, walk):
    form = Form.read(FOLDER.read(service["form"]))
    scope = places(walk["requester"])
    seen = form.examine(walk["answers"], scope, language="en", now=AUTUMN, lookup=Everybody(), submit=True)
    given = {key: value for key, value in walk["answers"].items() if not files(value)}
    assert seen.errors == ()
    assert {key: seen.values.get(key) for key in given} == given


def files(value) -> bool:
    return isinstance(value, list) and any(isinstance(one, dict) and "size" in one for one in value)


def places(person: str) -> dict:
    own = {key: PEOPLE[person].get(key) for key in ("site", "department", "cost_centre")}
    return {"requester": person, "beneficiary": person, **own}
