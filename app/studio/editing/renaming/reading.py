"""Where a text reads a variable, whichever language it is written in, and what in it a person has to look at."""

import ast
import re
from dataclasses import dataclass

from app.engine.feel import FeelError, Use, compile_expression, compile_unary
from app.engine.feel.scanner import scan
from app.engine.juel import JuelError, uses_in

FEEL, UNARY, JUEL, PYTHON = "feel", "unary", "juel", "python"
ANSWER = "{{answer:{}}}"
BY_NAME = ("get value", "context put", "get entries", "getVariable", "get_data")
_IDENTIFIER = re.compile(r"[A-Za-z_]\w*")


@dataclass(frozen=True)
class Found:
    """What one text says about a name: `spans` to change; `doubt` says that a person has to look at it."""

    spans: tuple[tuple[int, int], ...] = ()
    doubt: bool = False


NOTHING = Found()


def language_of(text: str) -> str:
    """`feel` behind an equals sign, `juel` with ${ or #{ in it, or "" for plain words."""
    start = text.lstrip()
    if start.startswith("="):
        return FEEL
    return JUEL if "${" in start or "#{" in start else ""


def find(text: str, language: str, path: tuple[str, ...]) -> Found:
    """Where `text` reads the variable `path` (("kind",), or ("address", "city") for a field within one)."""
    try:
        shift = text.index("=") + 1 if language == FEEL and text.lstrip().startswith("=") else 0
        uses = _uses(text[shift:], language)
    except (FeelError, JuelError, SyntaxError, ValueError, RecursionError):
        return Found(doubt=_mentions(text, path[-1]))
    mine = [use for use in uses if use.path == path]
    spans = tuple((use.at + shift, use.end + shift) for use in mine if use.sure)
    spans = tuple(span for span in spans if text[span[0]:span[1]].strip("`") == path[-1])
    doubt = len(spans) < len(mine) or (language != PYTHON and _quoted(text[shift:], language, path))
    doubt = doubt or (language == PYTHON and _hidden(text, path[0]))
    return Found(tuple(dict.fromkeys(spans)), doubt)


def reads(text: str, language: str, name: str) -> bool:
    """Whether the text reads (or, in Python, writes) a variable of this name, surely or perhaps."""
    found = find(text, language, (name,))
    return bool(found.spans) or found.doubt


def answers(text: str, name: str) -> tuple[tuple[int, int], ...]:
    """The places of `name` in every {answer:name} of a notice."""
    wanted = ANSWER.format(name)
    starts = [match.start() for match in re.finditer(re.escape(wanted), text)]
    return tuple((at + len("{answer:"), at + len("{answer:") + len(name)) for at in starts)


def is_name(word: str) -> bool:
    """Whether a word can be a key that every language reads as one name."""
    if not _IDENTIFIER.fullmatch(word) or word.startswith("__"):
        return False
    try:
        ast.parse(f"{word} = 1")
        uses = compile_expression(word).uses
        return len(uses) == 1 and uses[0].path == (word,) and len(uses_in(f"${{{word}}}")) == 1
    except (SyntaxError, FeelError, JuelError):
        return False


def _uses(text, language) -> tuple[Use, ...]:
    if language == FEEL:
        return compile_expression(text).uses
    if language == UNARY:
        return compile_unary(text).parsed.uses
    return uses_in(text) if language == JUEL else tuple(_python(text))


def _python(text):
    """Names and the fields read from them."""
    bare = text if "\n" in text.strip() else text.lstrip()
    shift, lines = len(text) - len(bare), bare.split("\n")

    def place(line, column):  # columns count bytes
        above = sum(len(one) + 1 for one in lines[:line - 1])
        return shift + above + len(lines[line - 1].encode()[:column].decode(errors="ignore"))

    tree = ast.parse(bare)
    local = _local(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            at = place(node.lineno, node.col_offset)
            yield Use((node.id,), at, at + len(node.id), node.id not in local)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            end = place(node.end_lineno, node.end_col_offset)
            yield Use((node.value.id, node.attr), end - len(node.attr), end, node.value.id not in local)


def _local(tree) -> set[str]:
    """Names that functions, lambdas and comprehensions of the script have for themselves."""
    found = {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    for node in ast.walk(tree):
        if isinstance(node, ast.comprehension):
            found |= {one.id for one in ast.walk(node.target) if isinstance(one, ast.Name)}
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            found.add(node.name)
    return found


def _quoted(text, language, path) -> bool:
    """Texts in it that read the variable themselves: assignments handed on, names looked up by their words."""
    if path[-1] not in text or language == JUEL:
        return False
    by_name = any(word in text for word in BY_NAME)
    for token in scan(text):
        if token.kind == "string" and (by_name and token.text == path[-1] or _expression(token.text, path)):
            return True
    return False


def _expression(text, path) -> bool:
    """A text that is an expression over the variable: more than the bare word, which may be any answer."""
    if path[-1] not in text or text.strip() == path[-1] or "(" not in text:
        return False
    try:
        return any(use.path == path for use in compile_expression(text.removeprefix("=")).uses)
    except FeelError:
        return False


def _hidden(text, name) -> bool:
    """A Python text that looks the variable up by its name in words."""
    for node in ast.walk(ast.parse(text if "\n" in text.strip() else text.strip())):
        words = [node.slice] if isinstance(node, ast.Subscript) else node.args if isinstance(node, ast.Call) else ()
        if any(isinstance(one, ast.Constant) and one.value == name for one in words):
            return True
    return False


def _mentions(text, name) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None
