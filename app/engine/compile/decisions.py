"""The decisions of a bundle's DMN files, by id."""

from lxml import etree

from app.engine.dmn import DecisionRefused, read_decisions


def decisions_of(files: dict) -> dict:
    """Decision id -> the file that holds it. A file that cannot be read holds none; checking says why."""
    texts = {path: etree.tostring(root) for path, root in files.items()}
    found = {}
    for path, text in texts.items():
        try:
            decisions = read_decisions(text, [other for name, other in texts.items() if name != path])
        except DecisionRefused:
            continue
        found.update(dict.fromkeys(decisions.ids, decisions))
    return found
