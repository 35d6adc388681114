"""Functions of texts and patterns (DMN 10.3.4.3): matches, replace, split, extract."""
from typing import Any

from app.engine.feel.builtins.registry import function
from app.engine.feel.patterns import Pattern, PatternRefused, pattern, searchable
from app.engine.feel.run import Run


@function("matches(input: string, pattern: string, flags?: string?)")
def matches(run: Run, text: str, wanted: str, flags: str | None) -> Any:
    found = _pattern(run, wanted, flags)
    return None if found is None else found.search(searchable(text)) is not None


@function("replace(input: string, pattern: string, replacement: string, flags?: string?)")
def replace(run: Run, text: str, wanted: str, replacement: str, flags: str | None) -> Any:
    """`$1` is what the first brackets found, `$0` the whole."""
    found = _pattern(run, wanted, flags)
    if found is None:
        return None
    text = searchable(text)
    parts, end, size = [], 0, 0
    for match in found.finditer(text):
        piece = _filled(replacement, match)
        size += len(piece) + match.start() - end
        run.fits(size)
        parts += (text[end : match.start()], piece)
        end = match.end()
    return "".join(parts) + text[end:]


@function("split(string: string, delimiter: string)")
def split(run: Run, text: str, delimiter: str) -> Any:
    found = _pattern(run, delimiter, None)
    if found is None:
        return None
    text = searchable(text)
    parts, end = [], 0
    for match in found.finditer(text):
        run.spend()
        if match.end() > match.start():
            parts.append(text[end : match.start()])
            end = match.end()
    return [*parts, text[end:]]


@function("extract(string: string, pattern: string)")
def extract(run: Run, text: str, wanted: str) -> Any:
    found = _pattern(run, wanted, None)
    if found is None:
        return None
    hits = [match.group(0) for match in found.finditer(searchable(text))]
    run.fits(len(hits))
    return hits


def _pattern(run: Run, text: str, flags: str | None) -> Pattern | None:
    try:
        return pattern(text, flags or "")
    except PatternRefused as trouble:
        return run.warn(str(trouble))


def _filled(replacement: str, match: Any) -> str:
    out, place = [], 0
    while place < len(replacement):
        letter = replacement[place]
        following = replacement[place + 1 : place + 2]
        if letter == "$" and following.isascii() and following.isdigit():
            group = int(following)
            out.append((match.group(group) or "") if group <= match.re.groups else "")
            place += 2
        elif letter == "\\" and following in ("\\", "$"):
            out.append(following)
            place += 2
        else:
            out.append(letter)
            place += 1
    return "".join(out)
