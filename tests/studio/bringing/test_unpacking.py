"""Dropped files unpacked: the good ones as they are, a sentence for each of the others."""

import pytest

from app.studio.bringing.unpacking import as_utf8, plain_path, unpack
from tests.studio.bringing.conftest import zipped


def rules(received) -> set[str]:
    return {note.rule for note in received.notes}


def test_a_file_too_large_is_left_out_and_the_others_stay():
    received = unpack([("big.bpmn", b"<" * 6_000_000), ("small.bpmn", b"<a/>")])
    assert (list(received.files), rules(received)) == (["small.bpmn"], {"too-large"})


def test_a_zip_of_too_many_files_gives_the_first_ones():
    received = unpack([("many.zip", zipped({f"{at}.bpmn": b"<a/>" for at in range(230)}))])
    assert (len(received.files), rules(received)) == (200, {"too-many"})


def test_what_would_grow_beyond_measure_is_not_unpacked():
    received = unpack([("bomb.zip", zipped({"a.bpmn": b"0" * 3_000_000, "b.bpmn": b"<a/>"}))])
    assert (list(received.files), rules(received)) == (["b.bpmn"], {"zip-bomb"})


def test_two_files_of_one_name_are_both_kept():
    assert list(unpack([("a.bpmn", b"<a/>"), ("a.bpmn", b"<b/>")]).files) == ["a.bpmn", "a-2.bpmn"]


@pytest.mark.parametrize(("name", "path"), [
    ("a/b.bpmn", "a/b.bpmn"), ("a\\b.bpmn", "a/b.bpmn"), ("/etc/passwd", ""), ("../a.bpmn", ""), ("C:\\a.bpmn", ""),
    ("./a.bpmn", "a.bpmn"), ("a\u202e.bpmn", "a.bpmn"),
])
def test_no_path_leads_out(name, path):
    assert plain_path(name) == path


@pytest.mark.parametrize("data", [
    '<?xml version="1.0" encoding="UTF-16"?><a name="ü"/>'.encode("utf-16"),
    '<?xml version="1.0" encoding="ISO-8859-1"?><a name="ü"/>'.encode("latin-1"),
    '\ufeff<?xml version="1.0" encoding="UTF-8"?><a name="ü"/>'.encode(),
])
def test_every_encoding_becomes_utf_8(data):
    assert as_utf8(data) == '<?xml version="1.0" encoding="UTF-8"?><a name="ü"/>'.encode()


def test_bytes_that_are_no_text_stay():
    assert as_utf8(b"\xff\xfe\x00") == b"\xff\xfe\x00"
