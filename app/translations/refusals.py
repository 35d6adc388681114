"""For pybabel: texts of Python files, and the docstrings of refusals, which people read as sentences."""

import ast

from babel.messages.extract import extract_python


def extract(file, keywords, comment_tags, options):
    """Yields (line, function, message, comments), as pybabel wants it."""
    yield from extract_python(file, keywords, comment_tags, options)
    file.seek(0)
    for node in ast.walk(ast.parse(file.read())):
        if isinstance(node, ast.ClassDef) and _refuses(node) and ast.get_docstring(node):
            yield node.lineno, None, " ".join(ast.get_docstring(node, clean=False).split()), []


def _refuses(node: ast.ClassDef) -> bool:
    return any(isinstance(base, ast.Name) and base.id == "Refusal" for base in node.bases)
