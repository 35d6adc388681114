"""Why a JUEL expression is refused or cannot be decided."""


class JuelError(ValueError):
    """`message` says what is wrong, `remedy` what to write instead; `position` counts characters from the start."""

    def __init__(self, message: str, remedy: str = "", position: int | None = None) -> None:
        super().__init__(f"{message} {remedy}".strip())
        self.message = message
        self.remedy = remedy
        self.position = position
