"""From uploaded files to a Bundle: models that can run, what they say beyond BPMN, and what had to be mended."""

import hashlib
import json
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from lxml import etree

from app.engine.bpmn import BPMN
from app.engine.facts import Facts
from app.engine.finding import Finding, ModelRefused, finding
from app.engine.naming import Unnamed, unnamed
from app.engine.read.archive import unpacked
from app.engine.read.child import ChildFailed, in_child
from app.engine.read.dialects import read_facts
from app.engine.read.forms import embedded_forms, with_forms
from app.engine.read.xml import parse_xml
from app.engine.repair import Mend, name_everything, repair

# Findings of naming: what every reading of the same files finds again.
NAMED = frozenset(["id-missing", "id-twice", "id-in-two-files", "process-in-two-files"])
DMN = ("https://www.omg.org/spec/DMN/", "http://www.omg.org/spec/DMN/")


@dataclass(frozen=True)
class Bundle:
    """The files of one service, read.

    `models`: path -> root element of the repaired BPMN (plain BPMN 2.0, drawing and foreign extensions kept; hold the
    bundle as long as its elements are used). `drawn`: the same as the author drew it. `facts`: element id -> Facts.
    `forms`: form id -> form-js schema as dict. `decisions`: path -> root element of the DMN file. `repairs`: findings
    of severity "repair", all safe. `accepted`: the same for mends that need the owner's word and were accepted in its
    place. `made`: the safe mends themselves; `left`: those that still wait for the owner. `other`: paths that are none
    of these. `hash`: SHA-256 over names and contents, hex.
    """

    models: dict[str, etree._Element]
    drawn: dict[str, etree._Element]
    facts: dict[str, Facts]
    forms: dict[str, dict]
    decisions: dict[str, etree._Element]
    repairs: tuple[Finding, ...]
    hash: str
    other: tuple[str, ...] = field(default=())
    accepted: tuple[Finding, ...] = ()
    made: tuple[Mend, ...] = ()
    left: tuple[Mend, ...] = ()

    @cached_property
    def unnamed(self) -> dict[str, Unnamed]:
        """Id -> how people call what nobody named, as drawn."""
        return unnamed(self.drawn.values())

    def accepting(self) -> "Bundle":
        """The same files with every mend accepted that the normaliser offers, so that what can run does."""
        if not self.left:
            return self
        named = tuple(one for one in self.repairs if one.rule in NAMED)
        return _bundle(self.drawn, self.decisions, self.forms, named, self.hash, self.other, accept=True)

    def xml(self, path: str) -> str:
        """The repaired model as text, to be opened in a modeler again."""
        return etree.tostring(self.models[path], encoding="unicode", xml_declaration=False)


def read_bundle(files: dict[str, bytes], trusted: bool = False, accept: bool = False) -> Bundle:
    """Read BPMN, DMN and form files (or zips of them), the main model first.

    Raises ModelRefused with findings where a file cannot be read at all. Unless `trusted`, the files are first read in
    a child process with limits on time and memory, so that no file can hang or swell this one. With `accept` the mends
    that need the owner's word are made too.
    """
    if not trusted:
        rehearse(files)
    bundle = _read(files)
    return bundle.accepting() if accept else bundle


def rehearse(files: dict[str, bytes]) -> None:
    """Read the files in a child once; ModelRefused where they hang or swell it."""
    try:
        in_child("app.engine.read.bundle:rehearsal", files)
    except ChildFailed as failed:
        name = next(iter(files), "")
        rule = "reading-takes-too-long" if failed.reason == "time" else "reading-takes-too-much"
        raise ModelRefused([finding(rule, "error", name=name, file=name)]) from None


def rehearsal(files: dict[str, bytes]) -> None:
    """What the child does: everything, for nothing but the proof that it ends."""
    _read(files)


def _read(files):
    drawn, decisions, forms, other = sort_files(unpacked(files))
    if not drawn and not decisions and not forms:
        raise ModelRefused([finding("no-model", "error", name=next(iter(files), ""), file=next(iter(files), ""))])
    return _bundle(drawn, decisions, forms, tuple(name_everything(drawn)), _hash(files), tuple(other))


def _bundle(drawn, decisions, forms, named, digest, other, accept=False):
    repaired = repair(drawn, accept)
    models = repaired.models
    facts = {key: said for root in models.values() for key, said in read_facts(root).items()}
    inside = {key: form for root in models.values() for key, form in embedded_forms(root, facts).items()}
    return Bundle(
        models,
        drawn,
        MappingProxyType(with_forms(facts, inside)),
        {**inside, **forms},
        decisions,
        (*named, *(one.told() for one in repaired.done)),
        digest,
        other,
        tuple(one.told() for one in repaired.accepted),
        repaired.done,
        repaired.left,
    )


def sort_files(files: dict[str, bytes]) -> tuple[dict, dict, dict, list]:
    """(drawings, decisions, forms, other) by what they are, decided by their contents: extensions lie."""
    drawn, decisions, forms, other = {}, {}, {}, []
    for path, data in files.items():
        if data.lstrip().startswith(b"{"):
            _form(path, data, forms, other)
        elif path.endswith((".bpmn", ".xml", ".dmn")) or data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
            _document(path, data, drawn, decisions, other)
        else:
            other.append(path)
    return drawn, decisions, forms, other


def _form(path, data, forms, other):
    try:
        schema = json.loads(data)
    except (ValueError, RecursionError) as broken:
        raise ModelRefused([finding("unreadable-form", "error", name=path, file=path, detail=broken)]) from None
    if isinstance(schema, dict) and "components" in schema:
        forms[str(schema.get("id") or path)] = schema
    else:
        other.append(path)


def _document(path, data, drawn, decisions, other):
    root = parse_xml(path, data)
    namespace = etree.QName(root).namespace or ""
    if namespace == BPMN:
        drawn[path] = root
    elif namespace.startswith(DMN) and etree.QName(root).localname != "testCases":
        decisions[path] = root
    else:
        other.append(path)


def _hash(files):
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(f"{path}\0{len(files[path])}\0".encode())
        digest.update(files[path])
    return digest.hexdigest()
