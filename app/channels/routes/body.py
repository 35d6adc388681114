"""The body of an API call: one JSON object of plain data that can be kept."""

from flask import request
from werkzeug.exceptions import RequestEntityTooLarge

from app.base import Refusal, keepable

LARGEST = 2 * 1024 * 1024  # bytes; files do not travel in JSON


class NotJson(Refusal):
    """Send a JSON object."""

    status = 422


class NotKeepable(Refusal):
    """Texts may hold no NUL and no half characters, numbers are finite, and nothing lies deeper than 50 levels."""

    status = 422


def read_body() -> dict:
    """Raises NotJson or NotKeepable; a body that is too large is answered with 413."""
    if (request.content_length or 0) > LARGEST or len(request.get_data()) > LARGEST:
        raise RequestEntityTooLarge
    try:
        body = request.get_json(silent=True)
    except RecursionError:
        raise NotKeepable from None
    if not isinstance(body, dict):
        raise NotJson
    if not keepable(body):
        raise NotKeepable
    return body
