"""What the routes of forms share: posted pairs, files that join their case, for whom something is asked."""

from flask import current_app, request
from flask_babel import gettext
from sqlalchemy import update

from app import ui
from app.base import Refusal, db, pick, read_clock
from app.cases.attachment import Attachment
from app.cases.filing import keep
from app.people import Person
from app.people.current import person

OURS = ("csrf_token", "once", "outcome", "comment", "next", "view", "then", "back")
UPLOAD = "._upload"


def form_pairs() -> list[tuple[str, str]]:
    """The posted (name, value) pairs of the form; files posted without script are kept, and named by their ids."""
    pairs = [(name, value) for name, value in request.form.items(multi=True) if name not in OURS]
    for name, sent in request.files.items(multi=True):
        if name.endswith(UPLOAD) and sent.filename:
            pairs.append((name.removesuffix(UPLOAD), str(kept(sent).id)))
    return pairs


def kept(sent) -> Attachment:
    """The attachment of an uploaded file; raises TooLarge or EmptyFile."""
    settings = current_app.extensions["settings"]
    sent.stream.seek(0)  # a request that lost a race is tried again, and was read to its end the first time
    return keep(
        sent.stream,
        sent.filename or "file",
        folder=settings.home / "attachments",
        limit=settings.upload_limit,
        by=person(),
        now=read_clock(),
    )


def refusal_words(refusal: Refusal) -> str:
    """Why a deed was refused, in the reader's language, with people named in it, too."""
    names = refusal.values.get("names")
    values = {**refusal.values, **({"name": pick(names, ui.reader().language)} if names else {})}
    return gettext(refusal.sentence).format(**values)


def keep_files(case, values):
    """Files named in the values belong to the case from now on: everybody on it may read them."""
    ids = list(_file_ids(values))
    if ids:
        db.session.execute(
            update(Attachment)
            .where(Attachment.id.in_(ids), Attachment.case_id.is_(None))
            .values(case_id=case.id)
            .execution_options(synchronize_session=False)
        )


def beneficiary_of(values: dict, requester) -> Person:
    """For whom it is: the person chosen in the form's field of that name, else who asks."""
    chosen = values.get("beneficiary")
    key = chosen.get("key") or chosen.get("value") if isinstance(chosen, dict) else chosen
    found = Person.by_key(key) if isinstance(key, str) and key else None
    return found if found and found.active else requester


def _file_ids(values):
    if isinstance(values, dict):
        if {"id", "name", "size"} <= values.keys() and str(values["id"]).isdecimal():
            yield int(values["id"])
        else:
            for value in values.values():
                yield from _file_ids(value)
    elif isinstance(values, list):
        for value in values:
            yield from _file_ids(value)
