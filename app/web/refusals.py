"""Refusals and HTTP errors as answers: a page for people, a problem document for programs."""

from flask import jsonify, request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from app.base import Refusal
from app.cases.routes.filled import refusal_words
from app.people import current
from app.ui import errors


def answer_refusal(refusal: Refusal):
    """The refusal's own sentence, in the reader's language, with its own status."""
    current.begin()  # the rolled back transaction took the person with it
    if _for_program():
        return jsonify(title=type(refusal).__name__, status=refusal.status, detail=str(refusal)), refusal.status
    return errors.page(refusal.status, refusal_words(refusal))


def answer_too_large(_trouble):
    """The answers of one case have grown beyond what is kept of it."""
    return answer_http_error(RequestEntityTooLarge())


def answer_http_error(error: HTTPException):
    current.begin()
    if _for_program() and error.code and error.code >= 400:
        return jsonify(title=error.name, status=error.code, detail=error.description), error.code
    return errors.show(error)


def _for_program() -> bool:
    return request.path.startswith("/api/")
