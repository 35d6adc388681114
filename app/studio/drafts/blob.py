"""The contents of files, each kept once however many drafts and revisions hold it."""

import hashlib
import zlib

from sqlalchemy import LargeBinary, String, select
from sqlalchemy.orm import Mapped, mapped_column

from app.base import Model, db


class Blob(Model):
    """Bytes under their SHA-256, compressed."""

    hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    data: Mapped[bytes] = mapped_column(LargeBinary)


def keep(files: dict[str, bytes]) -> dict[str, str]:
    """Path -> contents becomes path -> hash; what is new is written down."""
    hashes = {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}
    known = set(db.session.scalars(select(Blob.hash).where(Blob.hash.in_(set(hashes.values())))))
    new = {hashes[path]: data for path, data in files.items() if hashes[path] not in known}
    db.session.add_all(Blob(hash=hash, data=zlib.compress(data)) for hash, data in new.items())
    return hashes


def contents(hashes: dict[str, str]) -> dict[str, bytes]:
    """Path -> hash becomes path -> contents, in the order given."""
    db.session.flush()
    found = db.session.execute(select(Blob.hash, Blob.data).where(Blob.hash.in_(set(hashes.values()))))
    data = {hash: zlib.decompress(packed) for hash, packed in found}
    return {path: data[hash] for path, hash in hashes.items()}
