"""What FEEL says when an expression cannot be read or decided."""


class FeelError(ValueError):
    """The expression cannot be read or decided. `position` counts characters from the start of the text, if known."""

    def __init__(self, message: str, position: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.position = position


class BudgetSpent(FeelError):
    """The expression takes more work than it is allowed: too many steps, too deep or too long."""
