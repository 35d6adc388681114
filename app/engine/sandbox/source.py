"""Scripts as people write them, put into the words the sandbox knows: `del`, `globals()`, dots, usual modules."""

import ast
import re
from dataclasses import dataclass
from functools import lru_cache

from app.engine.sandbox.errors import SandboxError
from app.engine.sandbox.rewrite import GET, Rewriting

LONGEST = 65_536
MODULES = {
    "json": "import json",
    "time": "import time",
    "re": "import re",
    "math": "import math",
    "random": "import random",
    "decimal": "import decimal",
    "Decimal": "from decimal import Decimal",
    "datetime": "from datetime import datetime",
    "timedelta": "from datetime import timedelta",
    "date": "from datetime import date",
    "timezone": "from datetime import timezone",
}
DATETIME_MODULE = re.compile(r"\bdatetime\.(datetime|date|timedelta|timezone|time)\b")
NAME = re.compile(r"[^\W\d]\w*")
NEEDS_REWRITING = re.compile(r"\bdel\b|\bglobals\b|\bvars\b|(?<![\d.])\.\s*[^\W\d]")
LEFT = (
    "\n{__k: __v for __k, __v in locals().items() if __k[:2] != '__' and type(__v).__name__ not in "
    "('function', 'type', 'module', 'builtin_function_or_method', 'method', 'Pattern', 'Match')}"
)


@dataclass(frozen=True)
class Source:
    """A script ready for the sandbox: `names` mentioned, `imports` counted on, `lines` of ours -> lines as written."""

    text: str
    names: frozenset
    imports: tuple
    lines: dict


@lru_cache(maxsize=4096)
def prepare(code: str, expression: bool) -> Source:
    """Raises SandboxError for what is too long, too deeply nested or not Python."""
    if len(code) > LONGEST:
        raise SandboxError("The script is too long.")
    names = frozenset(NAME.findall(code))
    text, lines = (f"({code}\n)" if expression else code), {}
    if NEEDS_REWRITING.search(code):
        try:
            text, lines = _rewritten(code, text, expression)
        except RecursionError:
            raise SandboxError("The script is nested too deeply.") from None
    imports = tuple(_import(name, code) for name in MODULES if name in names and not _imported(name, code))
    return Source(text if expression else text + LEFT, names, imports, lines)


@lru_cache(maxsize=4096)
def reads(code: str) -> frozenset:
    """The names whose values the code may look at (not those it only assigns)."""
    try:
        tree = ast.parse(code.strip())
    except (SyntaxError, RecursionError, MemoryError, ValueError):
        return frozenset(NAME.findall(code))
    loaded = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    added_to = {n.target.id for n in ast.walk(tree) if isinstance(n, ast.AugAssign) and isinstance(n.target, ast.Name)}
    return frozenset(loaded | added_to)


def _rewritten(code, text, expression):
    tree = _tree(code.strip() if expression else code)
    rewriting = Rewriting(set(MODULES) | _modules(tree))
    tree = ast.fix_missing_locations(rewriting.visit(tree))
    if not rewriting.changed:
        return text, {}
    body = ast.unparse(tree)
    shift = 1 if rewriting.dots else 0
    pairs = zip(ast.walk(tree), ast.walk(ast.parse(body)), strict=False)
    lines = {new.lineno + shift: old.lineno for old, new in pairs if hasattr(old, "lineno") and hasattr(new, "lineno")}
    return (GET if rewriting.dots else "") + body, lines


def _tree(code):
    try:
        return ast.parse(code)
    except SyntaxError as broken:
        raise SandboxError(f"This is not Python: {broken.msg}", "SyntaxError", broken.lineno or 0) from None
    except (RecursionError, MemoryError, ValueError):
        raise SandboxError("The script is nested too deeply.") from None


def _modules(tree):
    imports = [node for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom))]
    return {(alias.asname or alias.name).split(".")[0] for node in imports for alias in node.names}


def _import(name, code):
    """`datetime` is the class, unless the script reaches through it into the module of the same name."""
    if name == "datetime" and DATETIME_MODULE.search(code):
        return "import datetime"
    return MODULES[name]


def _imported(name, code):
    return re.search(rf"(?m)^\s*(from\s+\w+\s+)?import\b.*\b{name}\b", code)
