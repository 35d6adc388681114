"""Every expression and script of a model, with its element, its language and the names it reads and writes."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.engine.bpmn import DECIDED, NODES, bare, child, text
from app.engine.check.drawing import Drawing
from app.engine.feel import FeelError
from app.engine.feel import compile_expression as read_feel
from app.engine.juel import JuelError
from app.engine.juel import compile_expression as read_juel

PEOPLE = ("assignee", "due", "follow_up", "priority")
PYTHON = ("", "python", "text/x-python", "text/python")
FOREIGN = ("javascript", "ecmascript", "groovy", "ruby", "jruby", "jython", "kotlin", "xpath", "java")


@dataclass(frozen=True)
class Spoken:
    """One text: `role` is condition, script, value (a mapping) or words (people, dates); `feel`, `juel` or `python`."""

    element: object
    words: str
    role: str
    language: str

    @property
    def code(self) -> str:
        return self.words.strip()[1:] if self.words.strip().startswith("=") else self.words


@dataclass(frozen=True)
class Understood:
    """What reading a text told: the names it reads and writes, or why it cannot be read."""

    reads: frozenset = frozenset()
    writes: frozenset = frozenset()
    trouble: str = ""
    tree: object = None


def spoken(drawing: Drawing) -> Iterator[Spoken]:
    for element in drawing.all(*DECIDED):
        if text(element) and (owner := drawing.shown(element)) is not None:
            foreign = bare(element.get("language")).lower()
            language = foreign if foreign in FOREIGN else _language(text(element))
            yield Spoken(owner, text(element), "condition", language)
    for element in drawing.all(*NODES, "globalScriptTask"):
        yield from _of_element(drawing, element)


def _of_element(drawing, element):
    facts = drawing.facts(element)
    if facts.script and (text(child(element, "script")) or facts.script_language == "feel"):
        yield Spoken(element, facts.script, "script", _script_language(facts))
    for name in ("pre_script", "post_script"):
        if facts.properties.get(name):
            yield Spoken(element, facts.properties[name], "script", "python")
    for mapping in facts.inputs + facts.outputs:
        yield from _marked(element, mapping.source, "value")
    for words in (*(getattr(facts, name) for name in PEOPLE), *facts.users, *facts.groups):
        yield from _marked(element, words, "words")
    if facts.collection:
        yield Spoken(element, facts.collection, "condition", _language(facts.collection))


def _marked(element, words, role):
    if words and _language(words) != "python":
        yield Spoken(element, words, role, _language(words))


def _language(words):
    if words.lstrip().startswith("="):
        return "feel"
    return "juel" if "${" in words or "#{" in words else "python"


def _script_language(facts):
    language = (facts.script_language or "").lower()
    return "python" if language in PYTHON else language


def understand(one: Spoken) -> Understood:
    reader = {"feel": _feel, "juel": _juel, "python": _python}.get(one.language)
    return reader(one.code, one.role) if reader else Understood()


@lru_cache(maxsize=4096)
def _feel(code, role):
    try:
        return Understood(reads=read_feel(code).names)
    except FeelError as broken:
        return Understood(trouble=str(broken))


@lru_cache(maxsize=4096)
def _juel(code, role):
    try:
        return Understood(reads=read_juel(code).names)
    except JuelError as broken:
        return Understood(trouble=str(broken))


@lru_cache(maxsize=4096)
def _python(code, role):
    try:
        tree = ast.parse(code.strip("\n") if role == "script" else f"({code.strip()}\n)")
    except SyntaxError as broken:
        return Understood(trouble=f"{broken.msg} (line {broken.lineno})")
    except (RecursionError, MemoryError, ValueError) as broken:
        return Understood(trouble=type(broken).__name__)
    loaded, stored = set(), set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            (loaded if isinstance(node.ctx, ast.Load) else stored).add(node.id)
        elif isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
            loaded.add(node.target.id)
    return Understood(frozenset(loaded - _local(tree)), frozenset(stored | _imports(tree)), tree=tree)


def _local(tree):
    """Arguments, comprehension variables and the like: names of the code's own."""
    found = {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    found |= {node.name for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
    for node in ast.walk(tree):
        if isinstance(node, ast.comprehension):
            found |= {one.id for one in ast.walk(node.target) if isinstance(one, ast.Name)}
    return found | _imports(tree)


def _imports(tree):
    found = [node for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom))]
    return {(alias.asname or alias.name).split(".")[0] for node in found for alias in node.names}
