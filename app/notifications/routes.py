"""The tray, and in a demo the outbox of mails one can look into."""

from flask import Blueprint, Response, abort, current_app, redirect, render_template, request, url_for

from app.base import db, read_clock
from app.notifications.mail import Mail
from app.notifications.notice import read_all, tray, unread_count
from app.people.current import person, person_or_none

blueprint = Blueprint("notifications", __name__)
PAGE = 40


@blueprint.app_context_processor
def unread():
    """The bell's count, for the frame."""
    who = person_or_none()
    return {"notices_unread": unread_count(who) if who else 0, "tray_url": url_for("notifications.show")}


@blueprint.get("/notices")
def show():
    """The newest first; looking at them marks them read, what was unread stays marked on this page."""
    notices = tray(person(), request.args.get("before", type=int), PAGE)
    return render_template(
        "notifications/rows.html" if request.args.get("before") else "notifications/show.html",
        notices=notices,
        page=PAGE,
        demo=_demo(),
    )


@blueprint.post("/notices/reading")
def create_reading():
    read_all(person(), read_clock())
    return redirect(url_for("notifications.show"), 303)


@blueprint.get("/outbox")
def outbox():
    """Mails of the demo, the newest first: nothing leaves a demo."""
    if not _demo():
        abort(404)
    mails = db.session.query(Mail).order_by(Mail.id.desc()).limit(100).all()
    return render_template("notifications/outbox.html", mails=mails)


@blueprint.get("/outbox/<int:id>")
def mail(id):
    if not _demo():
        abort(404)
    return render_template("notifications/outbox_mail.html", mail=db.get_or_404(Mail, id))


@blueprint.get("/outbox/<int:id>/html")
def mail_html(id):
    """The HTML part, as a mail program would show it, without any rights."""
    if not _demo():
        abort(404)
    response = Response(db.get_or_404(Mail, id).html)
    response.headers["Content-Security-Policy"] = (
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox"
    )
    response.headers["X-Frame-Options"] = "SAMEORIGIN"
    return response


def _demo() -> bool:
    return current_app.extensions["settings"].demo
