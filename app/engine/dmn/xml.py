"""XML that nobody has vouched for, read without entities, network or endless nesting."""
from lxml import etree

from app.engine.dmn.errors import DecisionRefused

LARGEST = 8_000_000
DEEPEST = 200
CHUNK = 65_536


def parse(data: bytes) -> etree._Element:
    """The root element. Raises DecisionRefused for a DOCTYPE, for too much and for what is not XML."""
    if len(data) > LARGEST:
        raise DecisionRefused("", "The file is larger than 8 MB.")
    parser = etree.XMLPullParser(
        events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )
    try:
        return _fed(parser, data.lstrip())
    except etree.XMLSyntaxError as broken:
        if b"<!DOCTYPE" in data:
            raise _doctype() from None
        raise DecisionRefused("", f"The file is not XML: {broken.msg}.") from None


def local(element: etree._Element) -> str:
    """The tag without its namespace: every version of DMN has another one."""
    return etree.QName(element).localname


def children(element: etree._Element, *names: str) -> list[etree._Element]:
    return [child for child in element if isinstance(child.tag, str) and (not names or local(child) in names)]


def child(element: etree._Element, *names: str) -> etree._Element | None:
    return next(iter(children(element, *names)), None)


def text_in(element: etree._Element | None, name: str = "text") -> str:
    """The stripped text of the child so named, or an empty text."""
    found = None if element is None else child(element, name)
    return "" if found is None else "".join(found.itertext()).strip()


def _fed(parser: etree.XMLPullParser, data: bytes) -> etree._Element:
    depth = 0
    for start in range(0, len(data), CHUNK):
        parser.feed(data[start : start + CHUNK])
        depth = _measured(parser, depth)
    root = parser.close()
    _measured(parser, depth)
    return root


def _measured(parser: etree.XMLPullParser, depth: int) -> int:
    for event, element in parser.read_events():
        depth += 1 if event == "start" else -1
        if depth == 1 and event == "start" and element.getroottree().docinfo.doctype:
            raise _doctype()
        if depth > DEEPEST:
            raise DecisionRefused("", "The file is nested too deeply.")
    return depth


def _doctype() -> DecisionRefused:
    return DecisionRefused("", "The file begins with a DOCTYPE, which can smuggle in others; models never need one.")
