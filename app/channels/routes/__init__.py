"""The API's routes."""

from app.channels.routes.api import blueprint

__all__ = ["blueprint"]
