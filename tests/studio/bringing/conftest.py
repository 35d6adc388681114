"""Bringing files as Omar, the head of IT."""

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.base import db
from app.studio.drafts import Draft

CORPUS = Path(__file__).parents[4] / "shared" / "corpus"


@dataclass
class Bringing:
    """`post({"a.bpmn": b"..."})` drops files on the page; `draft("a")` is what became of them."""

    client: object

    def post(self, files: dict[str, bytes], **fields):
        data = {"department": "it", **fields, "files": [(io.BytesIO(data), name) for name, data in files.items()]}
        return self.client.post("/studio/drafts", data=data, content_type="multipart/form-data")

    def slug(self, files: dict[str, bytes], **fields) -> str:
        """The short name of the draft that was made."""
        answer = self.post(files, **fields)
        assert answer.status_code == 303, answer.text
        return answer.headers["Location"].rsplit("/", 1)[-1]

    def draft(self, slug: str) -> Draft:
        db.session.remove()
        return Draft.open_of(slug)

    def check(self, slug: str) -> dict:
        answer = self.client.post(f"/studio/{slug}/check", json={"files": {}})
        assert answer.status_code == 200
        return answer.json


@pytest.fixture
def bringing(studio, clock, visit):
    return Bringing(visit("omar"))


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip of these files, names as they are."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return whole.getvalue()
