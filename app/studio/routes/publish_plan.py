"""What would become of the running requests if the draft were published, with whatever is said about their way."""

from flask import Blueprint, abort, render_template, request

from app.base import read_clock
from app.catalog import VersionUnusable
from app.studio.drafts.proof import DraftUnreadable
from app.studio.moving import Asked, Outlook
from app.studio.publishing.evidence import running_on
from app.studio.publishing.publication import MOVE
from app.studio.routes.stage import stage
from app.studio.trying.version import version_of

blueprint = Blueprint("studio_publish_plan", __name__, url_prefix="/studio")
TRIED_AT_ONCE = 500
"""So many running requests are tried while somebody waits; with more the move tries them itself."""


@blueprint.get("/<slug>/publish/plan")
def show(slug):
    """How many of them could move, tried in memory, and what can be said first."""
    at = stage(slug)
    if at.draft is None or at.service is None:
        abort(404)
    outlook, asked = None, Asked.read(request.args.items(multi=True))
    if 0 < sum(running_on(at.service).values()) <= TRIED_AT_ONCE:
        try:
            draft = version_of(at.draft.spec, at.draft.files, at.draft.number)
            outlook = Outlook(at.service, asked, read_clock(), draft)
            outlook.plan  # noqa: B018  tried here, where it may still be said that it cannot
        except (VersionUnusable, DraftUnreadable):
            outlook = None
    return render_template("studio/publish_plan.html", outlook=outlook, said=(outlook.asked if outlook else asked),
                           wanted=request.args.get("running") == MOVE or asked.decided)
