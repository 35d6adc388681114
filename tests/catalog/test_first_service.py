"""The example of docs/first-service: copied into the folders as README says, it is published without a finding."""

import shutil
from pathlib import Path

from app.base import transaction
from app.catalog import Service, draft, play, sync

EXAMPLE = Path(__file__).parents[2] / "docs" / "first-service"
SARA = {"number": "REQ-2026-000001", "requester": "sara", "beneficiary": "sara", "site": "tehran", "department": "it"}


def copied(folder):
    shutil.copytree(EXAMPLE, folder, dirs_exist_ok=True)
    shutil.copy(EXAMPLE.parents[1] / "catalog" / "departments.yaml", folder / "catalog")
    return folder


def test_the_copied_example_is_published_without_a_finding(context, now, tmp_path):
    with transaction():
        report = sync(copied(tmp_path), now)
    assert (report.new, report.faults) == (["key"], [])
    assert Service.query.filter_by(slug="key").one().current_version_id


def test_its_walks_go_where_they_should(now, tmp_path):
    version = draft(copied(tmp_path), "key")
    for walk in version.walks:
        assert play(version, walk, facts=SARA, resolve=lambda who, data: ["nadia"], now=now).troubles == []
