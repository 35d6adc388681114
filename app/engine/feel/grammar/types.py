"""Types as they are written: `number`, `list<string>`, `function<number> -> string` (rules 52 to 54)."""
from typing import Any

from app.engine.feel.errors import FeelError
from app.engine.feel.types import ANY, Type, a_type

_ENDS = frozenset(("and", "or", "then", "else", "return", "satisfies", "in", "between", "instance"))


def written_type(parser: Any) -> Type:
    token = parser.token
    if token.kind == "name" and parser.tokens[parser.place + 1].text == "<" and token.text in _GENERIC:
        parser.next()
        parser.next()
        return _GENERIC[token.text](parser)
    return _simple(parser)


def _simple(parser: Any) -> Type:
    """The longest run of words that names a type: `date and time` is one, `date and x` is not."""
    start = parser.place
    words, best, end = [], None, start
    while parser.token.kind in ("name", "quoted") or parser.token.text == "." and words:
        words.append(parser.next().text)
        found = _named(parser, words)
        if found:
            best, end = found, parser.place
        if len(words) > 6:
            break
    if best is None:
        return _unknown(parser, start)
    parser.place = end
    return best


def _named(parser: Any, words: list[str]) -> Type | None:
    name = " ".join(words)
    return a_type(name) or parser.types.get(name) or parser.types.get(name.replace(" . ", "."))


def _unknown(parser: Any, start: int) -> Type:
    parser.place = start
    if parser.token.kind != "name":
        raise parser.unexpected("expected a type")
    raise FeelError(f"There is no type named {parser.token.text}.", parser.token.at)


def _list(parser: Any) -> Type:
    return Type("list", (_closed(parser),))


def _range(parser: Any) -> Type:
    return Type("range", (_closed(parser),))


def _closed(parser: Any) -> Type:
    inner = written_type(parser)
    parser.expect(">")
    return inner


def _context(parser: Any) -> Type:
    fields, parts = [], []
    while not parser.take(">"):
        fields.append(parser.name())
        parser.expect(":")
        parts.append(written_type(parser))
        parser.take(",")
    return Type("context", tuple(parts), tuple(fields))


def _function(parser: Any) -> Type:
    parts = []
    while not parser.take(">"):
        parts.append(written_type(parser))
        parser.take(",")
    result = written_type(parser) if parser.take("->") else ANY
    return Type("function", (*parts, result))


_GENERIC = {"list": _list, "range": _range, "context": _context, "function": _function}
