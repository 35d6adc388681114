"""Ways in besides the pages: the API for programs, with the rules and verbs of the pages."""

from app.channels.routes import blueprint

__all__ = ["blueprint"]
