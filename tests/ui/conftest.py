"""Pages without the rest of the product: an application that has only the ui room."""

import threading
from datetime import UTC, datetime

import pytest
from flask import Flask, g, render_template_string, request
from werkzeug.serving import make_server

from app import ui

TUESDAY = datetime(2026, 11, 24, 10, 30, tzinfo=UTC)
PAGE = """{% extends "ui/frame.html" %}{% import "ui/parts.html" as p with context %}
{% block title %}Requests{% endblock %}{% block content %}
<form class="fields"><input name="reason"><input name="secret" type="password">
<input type="checkbox" name="urgent" value="1"></form>
<ul class="rows" data-list>{% call p.row("One", "#one", pick="1") %}{% endcall %}
{% call p.row("Two", "#two", pick="2") %}{% endcall %}</ul>
{{ p.button("Approve", "primary", key="a", attrs={"type": "button", "id": "approve"}) }}{% endblock %}"""


@pytest.fixture
def plain() -> Flask:
    app = Flask("plain", static_folder=None)
    app.config.update(TESTING=True, SECRET_KEY="plain")
    chosen = {"language": "en", "calendar": "gregorian", "zone": "Asia/Tehran", "theme": "light"}

    @app.before_request
    def read():
        known = {name: value for name, value in request.args.items() if name in chosen}
        g.reader, g.now = ui.Reader(**{**chosen, **known}), TUESDAY

    @app.context_processor
    def frame():
        place = {"key": "home", "label": "Home", "icon": "house", "url": "/", "current": True, "count": "9"}
        return {"places": [place], "me": {"name": "Omar Haddad"}, "notices_unread": 3}

    @app.post("/reader")
    def choose():
        chosen.update({name: value for name, value in request.form.items() if name in chosen})
        return "", 204

    ui.install(app)
    app.add_url_rule("/requests", "requests", lambda: render_template_string(PAGE))
    return app


@pytest.fixture
def plain_page(plain, browsing):
    """A browser's page on the plain application."""
    server = make_server("127.0.0.1", 0, plain, threaded=True)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    context = browsing.context(f"http://127.0.0.1:{server.server_port}")
    yield context.new_page()
    context.close()
    server.shutdown()
    thread.join()
    server.server_close()
