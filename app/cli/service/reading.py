"""Reading services from where a pipeline has them: a zip, or the three folders of a working copy."""

import zipfile
from pathlib import Path

import click

TOPS = ("catalog", "workflows", "forms")
LARGEST = 60 * 1024 * 1024
"""Of all files together, unpacked, in bytes."""


def read_parcel(source: Path) -> dict[str, bytes]:
    """path -> contents of everything in catalog/, workflows/ and forms/ below a folder or in a zip.

    Raises ClickException with a sentence where there is nothing of the kind.
    """
    try:
        files = _from_folder(source) if source.is_dir() else _from_zip(source)
    except (OSError, zipfile.BadZipFile) as trouble:
        said = getattr(trouble, "strerror", None) or "it is no zip file; `mizban model check` looks at a single model"
        raise click.ClickException(f"{source} cannot be read ({said}).") from trouble
    if not files:
        raise click.ClickException(f"{source} holds neither catalog/ nor workflows/ nor forms/.")
    return files


def _from_folder(folder: Path) -> dict[str, bytes]:
    found = (path for top in TOPS for path in sorted((folder / top).rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def _from_zip(source: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(source) as archive:
        wanted = [one for one in archive.infolist() if not one.is_dir() and one.filename.split("/")[0] in TOPS]
        if sum(one.file_size for one in wanted) > LARGEST:
            raise click.ClickException(f"{source} holds more than {LARGEST // 1024 // 1024} MB.")
        return {one.filename: archive.read(one) for one in wanted}
