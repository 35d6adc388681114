"""Services written as files from the console."""

import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


def test_the_list_names_every_service_with_its_department_and_version(mizban):
    said = mizban("service", "list").output
    assert "leave                          hr             version 1\n" in said


def test_an_export_into_a_folder_is_what_lies_in_the_repository(mizban, tmp_path):
    done = mizban("service", "export", "leave", "--to", tmp_path)
    assert done.exit_code == 0, done.output
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert tmp_path / "catalog/hr/leave.yaml" in written
    for path in written:
        assert path.read_bytes() == (ROOT / path.relative_to(tmp_path)).read_bytes(), path


def test_an_export_as_zip_holds_the_same_files(mizban, tmp_path):
    assert mizban("service", "export", "leave", "--to", tmp_path / "leave.zip").exit_code == 0
    with zipfile.ZipFile(tmp_path / "leave.zip") as archive:
        assert "workflows/hr/leave.bpmn" in archive.namelist()
        assert archive.testzip() is None


@pytest.mark.parametrize(("arguments", "said"), [
    (["nothing"], "There is no published service “nothing”."),
    (["leave", "--version", "9"], "There is no version 9 of a service “leave”."),
    (["leave", "--draft"], "There is no draft of “leave”."),
    (["leave", "--to", "/proc/leave.zip"], "/proc/leave.zip cannot be written"),
])
def test_what_cannot_be_exported_is_said_in_a_sentence(mizban, arguments, said):
    done = mizban("service", "export", *arguments)
    assert (done.exit_code, said in done.output) == (1, True), done.output
