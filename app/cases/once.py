"""The token of a form that was sent: who sends the same form again gets what the first sending made."""

from hashlib import sha256


def first_sent(token: str | None, kind: str, id: int, by) -> str | None:
    """`token` as it is kept: 64 letters whatever was sent, and nobody's token finds what another person made."""
    return sha256(f"{kind}:{id}:{by.id}:{token}".encode("utf-8", "surrogatepass")).hexdigest() if token else None
