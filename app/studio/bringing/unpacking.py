"""What was dropped on the page, unpacked without trusting it: the good files, and a sentence about every other one."""

import codecs
import io
import re
import zipfile
from dataclasses import dataclass, field

from app.studio.bringing.note import Note

MAGIC = b"PK\x03\x04"
MOST_FILES = 200
MOST_BYTES = 20_000_000
ONE_FILE = 5_000_000
RATIO = 200
MEGABYTE = 1_000_000
LEFT_ALONE = ("__MACOSX/", "META-INF/", ".git/")
DECLARED = re.compile(rb"""^(<\?xml[^>]*?encoding\s*=\s*["'])([A-Za-z0-9._-]+)(["'])""")
BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass
class Received:
    """`files`: path -> contents as UTF-8, folders kept; `notes` about what was left out."""

    files: dict[str, bytes] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)

    def take(self, path: str, data: bytes):
        """Keep one file under a name nobody has."""
        if not data.strip():
            self.notes.append(Note(path, "empty"))
        elif len(data) > ONE_FILE:
            self.notes.append(Note(path, "too-large", {"limit": str(ONE_FILE // MEGABYTE)}))
        else:
            self.files[_free(path, self.files)] = as_utf8(data)


def unpack(uploads: list[tuple[str, bytes]]) -> Received:
    """(name, contents) of every dropped file; zips become what they hold."""
    received = Received()
    for name, data in uploads[:MOST_FILES]:
        name = plain_path(name) or "file"
        if data.startswith(MAGIC):
            _open(name, data, received)
        else:
            received.take(name, data)
    if len(uploads) > MOST_FILES:
        received.notes.append(Note("", "too-many", {"limit": str(MOST_FILES)}))
    return received


def as_utf8(data: bytes) -> bytes:
    """The same text as UTF-8 without a mark in front; the XML declaration says so then. What is no text stays."""
    encoding = next((name for mark, name in BOMS if data.startswith(mark)), None)
    declared = DECLARED.match(data.lstrip())
    encoding = encoding or (declared[2].decode() if declared else "utf-8")
    try:
        text = data.decode(encoding).removeprefix("\ufeff")
    except (UnicodeDecodeError, LookupError):
        return data
    return DECLARED.sub(rb"\1UTF-8\3", text.encode("utf-8", "replace"), count=1)


def plain_path(name: str) -> str:
    """The path without drive, backslashes and what no file name needs; "" where it leads out of its folder."""
    parts = [part.strip() for part in name.replace("\\", "/").split("/")]
    if name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0]:
        return ""
    parts = ["".join(letter for letter in part if letter.isprintable()) for part in parts]
    return "/".join(part for part in parts if part not in ("", "."))


def _open(name, data, received):
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [one for one in archive.infolist() if not one.is_dir() and not _aside(one.filename)]
            for entry in _few_enough(name, entries, received):
                _entry(archive, entry, received)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, OSError):
        received.notes.append(Note(name, "zip-broken"))


def _aside(path: str) -> bool:
    last = path.rsplit("/", 1)[-1]
    return last.startswith(".") or any(part in f"{path}/" for part in LEFT_ALONE)


def _few_enough(name, entries, received):
    if sum(entry.file_size for entry in entries) > MOST_BYTES:
        received.notes.append(Note(name, "zip-bomb"))
        return []
    if len(entries) > MOST_FILES:
        received.notes.append(Note(name, "too-many", {"limit": str(MOST_FILES)}))
    return entries[:MOST_FILES]


def _entry(archive, entry, received):
    path = plain_path(entry.filename)
    if not path:
        received.notes.append(Note(entry.filename, "zip-path"))
    elif entry.flag_bits & 1:
        received.notes.append(Note(path, "zip-locked"))
    elif entry.file_size > RATIO * max(entry.compress_size, 1):
        received.notes.append(Note(path, "zip-bomb"))
    else:
        with archive.open(entry) as stream:
            data = stream.read(entry.file_size + 1)
        if len(data) > entry.file_size:
            received.notes.append(Note(path, "zip-bomb"))
        elif data.startswith(MAGIC):
            received.notes.append(Note(path, "zip-inside"))
        else:
            received.take(path, data)


def _free(path: str, files) -> str:
    stem, dot, ending = path.rpartition(".")
    free, number = path, 1
    while free in files:
        number += 1
        free = f"{stem}-{number}{dot}{ending}" if stem else f"{path}-{number}"
    return free
