"""Texts that stand in a model as a FEEL context of languages: ={en: "Granted", fa: "..."}."""

import re

from app.studio.wording.label import LANGUAGES, CannotBeWritten

_ENTRY = re.compile(r'\s*(?:([A-Za-z]+)|"([^"\\]*)")\s*:')
_LITERAL = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{6}|.)", re.DOTALL)
_LETTERS = {"n": "\n", "r": "\r", "t": "\t"}


def texts_in(expression: str) -> dict[str, str] | None:
    """Language -> text, of an expression that is a context of languages; None for everything else.

    What is not just a text is given as an expression: '="Days: " + string(days)'.
    """
    entries = _entries(expression)
    known = entries and set(entries) <= set(LANGUAGES)
    return {language: _shown(expression[start:end]) for language, (start, end) in entries.items()} if known else None


def changed(expression: str, texts: dict[str, str]) -> str:
    """The expression with these texts in their languages; empty ones are taken out. Raises CannotBeWritten."""
    texts = {language: text.strip() for language, text in texts.items()}
    wanted = {**(texts_in(expression) or {}), **{key: _shown(_said(text)) for key, text in texts.items() if text}}
    entries = _entries(expression)
    for language, text in sorted(texts.items(), key=lambda one: entries.get(one[0], (0, 0)), reverse=True):
        if language in entries and text:
            start, end = entries[language]
            expression = expression[:start] + _said(text) + expression[end:]
    for language in texts:
        if language not in entries and texts[language]:
            close = expression.rindex("}")
            expression = f"{expression[:close].rstrip()}, {language}: {_said(texts[language])}{expression[close:]}"
    gone = [language for language, text in texts.items() if language in entries and not text]
    for language in gone:
        expression = _without(expression, language)
    if texts_in(expression) != {key: text for key, text in wanted.items() if texts.get(key, text)}:
        raise CannotBeWritten
    return expression


def _without(expression, language) -> str:
    entries = _entries(expression)
    kept = (f"{key}: {expression[start:end].strip()}" for key, (start, end) in entries.items() if key != language)
    return "={" + ", ".join(kept) + "}"


def _entries(expression: str) -> dict[str, tuple[int, int]]:
    """Key -> where its value stands, of an expression that is one context; empty for everything else."""
    text = expression.rstrip()
    opening = re.match(r"\s*=\s*\{", text)
    if not opening or not text.endswith("}"):
        return {}
    found, at = {}, opening.end()
    while True:
        entry = _ENTRY.match(text, at)
        end = _end_of_value(text, entry.end()) if entry else None
        if end is None:
            return {}
        start = entry.end() + len(text[entry.end():end]) - len(text[entry.end():end].lstrip())
        found[entry[1] or entry[2]] = (start, end)
        if text[end] == "}":
            return found if end == len(text) - 1 else {}
        at = end + 1


def _end_of_value(text, at) -> int | None:
    """Where the comma or brace stands that ends a value; None where something does not close."""
    depth = 0
    while at < len(text):
        letter = text[at]
        if letter == '"':
            literal = _LITERAL.match(text, at)
            if not literal:
                return None
            at = literal.end()
            continue
        if depth == 0 and letter in ",}":
            return at
        depth += (letter in "([{") - (letter in ")]}")
        if depth < 0:
            return None
        at += 1
    return None


def _shown(value: str) -> str:
    value = value.strip()
    literal = _LITERAL.fullmatch(value)
    return _ESCAPE.sub(_letter, value[1:-1]) if literal else f"={value}"


def _letter(escape) -> str:
    said = escape[1]
    return chr(int(said[1:], 16)) if said[0] in "uU" and len(said) > 1 else _LETTERS.get(said, said)


def _said(text: str) -> str:
    if text.startswith("="):
        return text[1:].strip()
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
