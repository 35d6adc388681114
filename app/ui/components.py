"""The page of all parts and their states, for those who build pages; registered in debug and tests only."""

from datetime import timedelta

from flask import Flask, render_template

from app.ui.current import now
from app.ui.states import look_of


def install(app: Flask):
    app.add_url_rule("/ui/components", "ui_components", show)


def show() -> str:
    at = now()
    states = (
        "draft", "submitted", "waiting", "waiting_requester", "in_progress", "scheduled",
        "fulfilled", "refused", "failed", "late", "withdrawn",
    )
    return render_template(
        "ui/components.html", states=states, look_of=look_of, at=at, hour=timedelta(hours=1),
        segments=[("paused", at - timedelta(hours=40), at - timedelta(hours=30)),
                  ("used", at - timedelta(hours=30), at - timedelta(hours=12)),
                  ("paused", at - timedelta(hours=12), at)],
    )
