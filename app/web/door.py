"""At the door: what no database keeps is refused in words before anything is read or written."""

from flask import request

from app.base import Refusal, whole_text


class NotText(Refusal):
    """This holds characters that cannot be kept. Take them out and send it again."""

    status = 422


def refuse_what_cannot_be_kept():
    """Browsers never send such texts; programs do, and would be answered with a broken page."""
    sent = (request.path, *_texts(request.args), *_texts(request.form))
    if not all(map(whole_text, sent)):
        raise NotText


def _texts(pairs):
    for name, value in pairs.items(multi=True):
        yield name
        yield value
