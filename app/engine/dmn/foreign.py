"""Cells written with the signs of Java, JUEL or Python, as FEEL would write them."""
import re

CONSTANTS = {"True": "true", "False": "false", "None": "null"}
_SIGNS = {"==": "=", "&&": " and ", "||": " or "}
_PIECES = re.compile(
    r"""(?P<double>"(?:[^"\\]|\\.)*")|(?P<single>'(?:[^'\\]|\\.)*')|(?P<sign>==|&&|\|\|)|\b(?P<word>True|False|None)\b"""
)


def in_feel(text: str) -> str:
    """The text with those signs replaced, outside its quotation marks."""
    return _PIECES.sub(_rewritten, text)


def _rewritten(match: re.Match) -> str:
    if match["single"]:
        inner = match["single"][1:-1].replace("\\'", "'").replace('"', '\\"')
        return f'"{inner}"'
    return match["double"] or _SIGNS.get(match["sign"] or "") or CONSTANTS[match["word"]]
