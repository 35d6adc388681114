"""The services of the repository under the studio's eyes: nothing stands in their way."""

from pathlib import Path

import pytest

from app.catalog import Service, published
from app.catalog.folder import Folder
from app.studio.checking import blocking, findings

SERVICES = sorted(Folder(Path(__file__).parents[3]).services())


@pytest.mark.parametrize("slug", SERVICES)
def test_a_shipped_service_has_nothing_to_mend(studio, clock, slug):
    version = published(Service.query.filter_by(slug=slug).one().current_version_id)
    found = findings(version.spec, version.files, now=clock.now)
    assert [f"{one.rule} {one.element} {one.text()}" for one in blocking(found)] == []
    assert not [one for one in found if "withdrawn" in one.id and one.rule == "message-without-sender"]
