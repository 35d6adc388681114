"""Operations: what cannot go on, what is late, what waits for the outside; each row with the button that mends it."""

from app.operations.needs import may_operate

__all__ = ["may_operate"]
