"""Messages that the house itself sends to requests: a drawing may wait for them, and nobody else need send them."""

WITHDRAWN = "withdrawn"
"""Who asked takes the request back; where the drawing has a way for it, that way is gone."""
SENT = frozenset([WITHDRAWN])
