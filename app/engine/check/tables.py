"""Decision tables of a bundle: what in them cannot be decided, and what was read although it is no FEEL (DMN 8, 10)."""

from collections.abc import Iterator, Mapping

from lxml import etree

from app.engine.dmn import DecisionRefused, read_decisions
from app.engine.finding import Finding, finding


def check_tables(files: Mapping) -> Iterator[Finding]:
    """The findings of every DMN file; `files`: path -> root element."""
    for path in files:
        yield from table_findings(path, files)


def table_findings(path: str, files: Mapping) -> Iterator[Finding]:
    """The findings of one DMN file; the others are there for it to import."""
    texts = {name: etree.tostring(root) for name, root in files.items()}
    try:
        decisions = read_decisions(texts.pop(path), texts.values())
    except DecisionRefused as refused:
        yield finding("table-unreadable", "error", refused.element, path, detail=refused.sentence)
        return
    for one in decisions.troubles:
        yield finding("table-broken", "error", one.element, one.name, detail=one.sentence)
    for one in decisions.repairs:
        yield finding("table-reread", "repair", one.element, one.name, text=one.sentence.removeprefix("Read as "))
