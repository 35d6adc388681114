"""What a script did wrong."""


class SandboxError(Exception):
    """The script stopped. `kind`: name of its exception, "" for a limit; `line` counts from 1, 0 is unknown."""

    def __init__(self, message: str, kind: str = "", line: int = 0):
        super().__init__(message)
        self.message, self.kind, self.line = message, kind, line
