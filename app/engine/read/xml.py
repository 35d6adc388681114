"""Parsing of XML nobody has vouched for: no DOCTYPE, no entities, no network, and an end to everything."""

from lxml import etree

from app.engine.finding import ModelRefused, finding
from app.engine.read.namespaces import with_namespaces

BYTES = 8_000_000
DEPTH = 120
ELEMENTS = 120_000
ID_LENGTH = 400
ATTRIBUTES = 500
CHUNK = 65_536


def parse_xml(path: str, data: bytes):
    """The root element of the file, or ModelRefused with the finding that says why."""
    if len(data) > BYTES:
        _refuse("file-too-large", path, limit=BYTES // 1_000_000)
    try:
        return _feed(path, with_namespaces(data.lstrip()))
    except etree.XMLSyntaxError as broken:
        if b"<!DOCTYPE" in data:
            _refuse("doctype", path)
        _refuse("unreadable-xml", path, line=broken.lineno or 1, detail=_plain(broken.msg))


def _feed(path, data):
    parser = etree.XMLPullParser(
        events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    measure = _Measure(path)
    for start in range(0, len(data), CHUNK):
        parser.feed(data[start : start + CHUNK])
        measure.look(parser.read_events())
    root = parser.close()
    measure.look(parser.read_events())
    return root


class _Measure:
    """Counts while the file is still coming in, so that a bomb is refused before it has gone off."""

    def __init__(self, path):
        self.path = path
        self.depth = self.elements = 0

    def look(self, events):
        for event, element in events:
            if event == "end":
                self.depth -= 1
            else:
                self._enter(element)

    def _enter(self, element):
        self.depth += 1
        self.elements += 1
        if self.elements == 1 and element.getroottree().docinfo.doctype:
            _refuse("doctype", self.path)
        if self.depth > DEPTH:
            _refuse("nested-too-deep", self.path, limit=DEPTH)
        if self.elements > ELEMENTS:
            _refuse("too-many-elements", self.path, limit=ELEMENTS)
        if len(element.attrib) > ATTRIBUTES:
            _refuse("too-many-attributes", self.path, limit=ATTRIBUTES)
        if len(element.get("id") or "") > ID_LENGTH:
            _refuse("id-too-long", self.path, limit=ID_LENGTH)


def _refuse(rule, path, **params):
    raise ModelRefused([finding(rule, "error", name=path, file=path, **params)])


def _plain(message):
    return (message or "").partition(", line ")[0]
