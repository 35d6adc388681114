"""A version's files as one thing: packed for storing, hashed over what they say and not over how they lie."""

import base64
import hashlib
import json
import zlib

MODELS = (".bpmn", ".dmn", ".xml")


def pack(files: dict[str, bytes]) -> bytes:
    """Path -> contents, as one compressed text; the same files always give the same bytes."""
    texts = {path: base64.b64encode(data).decode() for path, data in files.items()}
    return zlib.compress(canonical(texts), 9)


def unpack(packed: bytes) -> dict[str, bytes]:
    return {path: base64.b64decode(text) for path, text in json.loads(zlib.decompress(packed)).items()}


def hash_of(spec: dict, files: dict[str, bytes], number: int | None = None) -> str:
    """SHA-256 over the spec and every file; comments and layout of the yaml do not count, order of keys neither.

    `number` counts where an earlier version holds the same: two versions never have one hash.
    """
    digests = {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}
    again = {} if number is None else {"number": number}
    return hashlib.sha256(canonical({"spec": spec, "files": digests, **again})).hexdigest()


def id_of(hash: str) -> int:
    """The version id that belongs to a hash: its first 52 bits, which every language of the web can count."""
    return int(hash[:13], 16)


def models_of(files: dict[str, bytes], main: str) -> dict[str, bytes]:
    """The diagrams and tables among the files, the main diagram first."""
    models = {path: data for path, data in files.items() if path.endswith(MODELS)}
    return {main: models.pop(main), **models}


def canonical(value) -> bytes:
    return json.dumps(value, sort_keys=True, ensure_ascii=True, separators=(",", ":")).encode()
