"""Where a JUEL text reads which variables."""
from app.engine.feel.grammar import Use
from app.engine.juel.parser import CONSTANTS
from app.engine.juel.scanner import Token, pieces


def uses_in(text: str) -> tuple[Use, ...]:
    """Every variable and field read by name, in order; positions count in `text`. Raises JuelError."""
    return tuple(use for piece in pieces(text) if isinstance(piece, list) for use in _uses(piece))


def _uses(tokens: list[Token]):
    path: tuple[str, ...] = ()
    before = Token("sign", "", 0)
    for token, after in zip(tokens, tokens[1:], strict=False):
        member = before.kind == "sign" and before.text == "."
        if token.kind == "name":
            # After a bracket nobody knows what the field belongs to: its path stays empty.
            path = ((*path, token.text) if path else ()) if member else (token.text,)
            called = after.kind == "sign" and after.text == "("
            if path and not called and path[0] not in CONSTANTS:
                yield Use(path, token.at, token.at + len(token.text), True)
        elif not (token.kind == "sign" and token.text == "." and before.kind == "name"):
            path = ()
        before = token
