"""Zip files of models."""

import io
import zipfile

import pytest

from app.engine import ModelRefused
from app.engine.read import archive


def zipped(**files: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in files.items():
            out.writestr(name.replace("__", "/"), data)
    return stream.getvalue()


def refused(data: bytes) -> str:
    with pytest.raises(ModelRefused) as told:
        archive.unpacked({"models.zip": data})
    return told.value.findings[0].rule


def test_a_zip_stands_for_its_files():
    files = {"models.zip": zipped(it__order=b"<a/>", form=b"{}"), "plain.bpmn": b"<b/>"}
    assert archive.unpacked(files) == {"it/order": b"<a/>", "form": b"{}", "plain.bpmn": b"<b/>"}


def test_a_zip_bomb_is_refused():
    assert refused(zipped(bomb=b"\0" * 5_000_000)) == "zip-bomb"


def test_a_zip_beyond_all_measure_is_refused(monkeypatch):
    monkeypatch.setattr(archive, "TOTAL", 10)
    assert refused(zipped(order=b"<definitions/>")) == "zip-too-large"


def test_too_many_files_are_refused(monkeypatch):
    monkeypatch.setattr(archive, "FILES", 2)
    assert refused(zipped(a=b"1", b=b"2", c=b"3")) == "zip-too-many-files"


@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "a/../../b", "..\\x"])
def test_paths_that_lead_outside_are_refused(name):
    assert refused(zipped(**{name: b"x"})) == "zip-path"


def test_a_broken_zip_is_refused():
    assert refused(zipped(a=b"1")[:20]) == "broken-zip"
