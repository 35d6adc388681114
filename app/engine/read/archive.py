"""Zip files of models, opened without trusting what they say about themselves."""

import io
import zipfile

from app.engine.finding import ModelRefused, finding

FILES = 200
TOTAL = 20_000_000
RATIO = 200
MAGIC = b"PK\x03\x04"


def unpacked(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files, every zip among them replaced by its contents; names keep their folders, absolute ones are refused."""
    out = {}
    for path, data in files.items():
        if data.startswith(MAGIC):
            out.update(_contents(path, data))
        else:
            out[path] = data
    return out


def _contents(path, data):
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _measure(path, entries)
            return {entry.filename: _read(path, archive, entry) for entry in entries}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as broken:
        _refuse("broken-zip", path, detail=str(broken))


def _measure(path, entries):
    if len(entries) > FILES:
        _refuse("zip-too-many-files", path, limit=FILES)
    if sum(entry.file_size for entry in entries) > TOTAL:
        _refuse("zip-too-large", path, limit=TOTAL // 1_000_000)
    for entry in entries:
        if entry.file_size > RATIO * max(entry.compress_size, 1):
            _refuse("zip-bomb", path, inside=entry.filename)
        if entry.filename.startswith(("/", "\\")) or ".." in entry.filename.replace("\\", "/").split("/"):
            _refuse("zip-path", path, inside=entry.filename)


def _read(path, archive, entry):
    with archive.open(entry) as stream:
        data = stream.read(entry.file_size + 1)
    if len(data) > entry.file_size:
        _refuse("zip-bomb", path, inside=entry.filename)
    return data


def _refuse(rule, path, **params):
    raise ModelRefused([finding(rule, "error", name=path, file=path, **params)])
