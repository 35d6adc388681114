"""Keeping attachments: written whole under their digest before the row exists, so that a row never lacks its bytes."""

import hashlib
import os
import re
import tempfile
from pathlib import Path

import puremagic

from app.base import Refusal, db
from app.cases.attachment import Attachment

UNSAFE = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|\u202a-\u202e\u2066-\u2069]')
CHUNK = 1 << 16
SHOWN = ("image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf")
"""Kinds a browser may show in place; everything else is downloaded."""


class TooLarge(Refusal):
    """This file is larger than {limit} MB."""

    status = 413


class EmptyFile(Refusal):
    """This file is empty."""

    status = 422


def keep(stream, name: str, *, folder: Path, limit: int, by, now, case=None, internal: bool = False) -> Attachment:
    """Store the bytes of `stream`; raises TooLarge or EmptyFile, and leaves nothing behind then."""
    digest, size, head = _write(stream, folder, limit)
    attachment = Attachment(
        case_id=case.id if case is not None else None,
        by_id=by.id,
        at=now,
        name=safe_name(name),
        size=size,
        kind=kind_of(head, name),
        digest=digest,
        internal=internal,
    )
    db.session.add(attachment)
    db.session.flush()
    return attachment


def path_of(attachment: Attachment, folder: Path) -> Path:
    return folder / attachment.digest[:2] / attachment.digest


def safe_name(name: str) -> str:
    """The last part of a path, without control, reserved and direction-changing characters, at most 200 long."""
    name = UNSAFE.sub("_", name.replace("\\", "/").rsplit("/", 1)[-1]).strip(" .") or "file"
    stem, dot, ending = name.rpartition(".")
    return name if len(name) <= 200 else f"{(stem or name)[:180]}{dot}{ending[:15]}" if dot else name[:200]


def kind_of(head: bytes, name: str) -> str:
    """The media type that the content shows; what cannot be told is bytes."""
    try:
        return puremagic.from_string(head, mime=True, filename=name) or "application/octet-stream"
    except (puremagic.PureError, ValueError):
        return "text/plain" if _is_text(head) else "application/octet-stream"


def _write(stream, folder: Path, limit: int) -> tuple[str, int, bytes]:
    folder.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=folder)
    digest, size, head = hashlib.sha256(), 0, b""
    try:
        with os.fdopen(handle, "wb") as file:
            while chunk := stream.read(CHUNK):
                size += len(chunk)
                if size > limit:
                    raise TooLarge(limit=limit >> 20)
                head = head or chunk
                digest.update(chunk)
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        if not size:
            raise EmptyFile
        target = folder / digest.hexdigest()[:2] / digest.hexdigest()
        target.parent.mkdir(exist_ok=True)
        os.replace(temporary, target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return digest.hexdigest(), size, head


def _is_text(head: bytes) -> bool:
    try:
        head[:4096].decode("utf-8", "strict")
    except UnicodeDecodeError as error:
        return error.start > len(head[:4096]) - 4  # cut in the middle of a letter
    return b"\x00" not in head
