"""The web application: every room put together."""

from app.web.application import create_app

__all__ = ["create_app"]
