"""Files: uploaded one by one while a form is filled, downloaded by whoever may see their case."""

from flask import Blueprint, abort, current_app, request, send_file, url_for

from app.base import Refusal, db, read_clock
from app.cases.access import Reach, may_see, works_on
from app.cases.attachment import Attachment
from app.cases.case import Case
from app.cases.filing import SHOWN, path_of
from app.cases.routes.filled import kept, refusal_words
from app.people.current import person

blueprint = Blueprint("files", __name__)


@blueprint.post("/files")
def create():
    """Keep one uploaded file; answers with its id, or with the sentence that says why not."""
    sent = request.files.get("file") or abort(422)
    try:
        file = kept(sent)
    except Refusal as refusal:
        return {"error": refusal_words(refusal)}, refusal.status
    return {"id": str(file.id), "name": file.name, "size": file.size}, 201


@blueprint.get("/files/<int:id>")
def show(id):
    """The bytes; shown in place only where a browser cannot be harmed by them."""
    file = db.session.get(Attachment, id)
    if file is None or not _may_read(file):
        abort(404)
    settings = current_app.extensions["settings"]
    response = send_file(
        path_of(file, settings.home / "attachments"),
        mimetype=file.kind if file.kind in SHOWN else "application/octet-stream",
        as_attachment=file.kind not in SHOWN,
        download_name=file.name,
    )
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _may_read(file: Attachment) -> bool:
    if file.case_id is None:
        return file.by_id == person().id
    reach = Reach.of(person(), read_clock())
    case = db.session.get(Case, file.case_id)
    return may_see(reach, case) and (not file.internal or works_on(reach, case))


@blueprint.app_context_processor
def addresses():
    """For the answers of forms: where a file of this id is read."""
    return {"file_address": lambda id: url_for("files.show", id=id)}
