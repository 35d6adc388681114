"""The rules of the house that no linter knows."""

import ast
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]
FILES = sorted((TOP / "app").rglob("*.py"))
NAMELESS = {"utils", "util", "helpers", "helper", "services", "manager", "common", "misc"}
WITH_FLASK = ("app/ui/", "app/web/", "app/people/current.py")
LONGEST = 250


def name(path: Path) -> str:
    return path.relative_to(TOP).as_posix()


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imported(tree: ast.Module) -> set[str]:
    """First names of everything imported at any depth."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


def is_routes(path: Path) -> bool:
    return path.stem == "routes" or path.parent.name == "routes"


def test_only_the_one_transaction_commits():
    commits = [
        name(path) for path in FILES for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "commit"
    ]
    assert commits == ["app/base/db.py"]


def test_flask_stays_at_the_edge():
    inside = [
        name(path) for path in FILES
        if "flask" in imported(parsed(path)) and not is_routes(path) and not name(path).startswith(WITH_FLASK)
    ]
    assert inside == []


@pytest.mark.parametrize("path", FILES, ids=name)
def test_imports_stand_at_the_top(path):
    tree = parsed(path)
    functions = [node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]
    hidden = [node.lineno for function in functions for node in ast.walk(function) if is_import(node)]
    assert hidden == []


def is_import(node) -> bool:
    return isinstance(node, (ast.Import, ast.ImportFrom))


def test_every_file_is_named_after_a_noun_of_the_house():
    found = [name(path) for path in FILES if {path.stem, path.parent.name} & NAMELESS and not is_routes(path)]
    assert found == []


def test_no_file_hides_a_second_noun():
    # Tables of sentences in three languages are long and have nothing to hide.
    lengths = {name(path): len(path.read_text("utf-8").splitlines()) for path in FILES if path.parent.name != "words"}
    assert {path: length for path, length in lengths.items() if length > LONGEST} == {}


def test_every_module_says_in_a_sentence_what_it_is_for():
    trees = {name(path): parsed(path) for path in FILES}
    assert [path for path, tree in trees.items() if tree.body and not ast.get_docstring(tree)] == []


def test_the_clock_is_read_only_at_the_edge():
    readers = {name(path) for path in FILES for node in ast.walk(parsed(path)) if reads_clock(node)}
    assert {path for path in readers if not at_the_edge(path)} == set()


def reads_clock(node) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "read_clock"


def at_the_edge(path: str) -> bool:
    return is_routes(Path(path)) or path.startswith((*WITH_FLASK, "app/cli/", "app/worker/"))
