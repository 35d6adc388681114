"""Services brought from files into drafts."""

import shutil
import zipfile

import pytest


@pytest.fixture
def leave(mizban, tmp_path):
    """The zip of the leave service."""
    mizban("service", "export", "leave", "--to", tmp_path / "leave.zip")
    return tmp_path / "leave.zip"


def changed(source, target, change):
    """A zip like `source`, each file as `change(path, text)` gives it; None leaves it out."""
    with zipfile.ZipFile(source) as archive, zipfile.ZipFile(target, "w") as copy:
        for path in archive.namelist():
            name, text = change(path, archive.read(path))
            copy.writestr(name, text)
    return target


def test_a_service_that_is_new_here_becomes_a_draft(mizban, leave, tmp_path):
    def renamed(path, text):
        return path.replace("hr/leave.yaml", "hr/holiday.yaml"), text.replace(b"slug: leave\n", b"slug: holiday\n")

    done = mizban("service", "import", changed(leave, tmp_path / "holiday.zip", renamed), "--by", "leila")
    assert (done.exit_code, "holiday: draft 1, revision 1" in done.output) == (0, True), done.output
    assert "holiday                        hr             not published, draft 1" in mizban("service", "list").output


def test_a_service_that_is_live_here_gets_the_files_as_the_next_revision_of_its_draft(mizban, leave, tmp_path):
    def louder(path, text):
        return path, text.replace(b"name: Leave\n", b"name: Time away\n") if path.endswith("hr/leave.yaml") else text

    done = mizban("service", "import", changed(leave, tmp_path / "new.zip", louder), "--by", "leila")
    assert (done.exit_code, "leave: draft 2, revision 2" in done.output) == (0, True), done.output
    mizban("service", "export", "leave", "--draft", "--to", tmp_path / "draft")
    assert "name: Time away\n" in (tmp_path / "draft/catalog/hr/leave.yaml").read_text()
    shutil.rmtree(tmp_path / "draft")
    assert "leave: draft 2, revision 3" in mizban("service", "import", leave, "--by", "leila").output


@pytest.mark.parametrize(("by", "said"), [
    ("reza", "Reza Karimi may not design services of “hr”."),
    ("nobody", "No active person is known as 'nobody'."),
    ("karim", "No active person is known as 'karim'."),
])
def test_what_a_person_may_not_do_in_the_studio_the_console_does_not_do(mizban, leave, by, said):
    done = mizban("service", "import", leave, "--by", by)
    assert (done.exit_code, said in done.output) == (1, True), done.output


def test_a_broken_service_is_refused_with_its_faults(mizban, leave, tmp_path):
    def broken(path, text):
        return path, b"id: [" if path.endswith("hr/leave.yaml") else text

    done = mizban("service", "import", changed(leave, tmp_path / "broken.zip", broken), "--by", "leila")
    assert (done.exit_code, "catalog/hr/leave.yaml" in done.output) == (1, True), done.output
