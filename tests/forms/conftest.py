"""A form in a page without the rest of the product: load, change, send, pick and upload."""

import itertools
import threading

import pytest
from flask import Flask, g, jsonify, render_template, render_template_string, request
from werkzeug.serving import make_server

from app import ui
from app.forms import Form, Option
from tests.forms.desk import FILES, NOW, Directory, choice, date, form, number, rows, text

PAGE = """{% extends "ui/frame.html" %}{% block title %}{{ seen.title or "Equipment" }}{% endblock %}{% block content %}
<form method="post" action="/?{{ request.query_string.decode() }}" enctype="multipart/form-data" novalidate>
{% include "forms/fields.html" %}<button class="btn primary">Send request</button></form>
{% if answers %}<section id="given">{% include "forms/answers.html" %}</section>{% endif %}{% endblock %}"""
NEED = {"validate": {"required": True}}
EQUIPMENT = form(
    {"type": "text", "text": "A laptop, **set up** for {{who}}."},
    {"type": "person", "key": "who", "label": "For whom", **NEED, "properties": {"label:fa": "برای چه کسی"}},
    choice("what", "laptop", "other", layout={"row": "a", "columns": 10}, **NEED),
    date("by", layout={"row": "a", "columns": 6}, disallowPassedDates=True),
    text("which", conditional={"hide": '=what != "other"'}, description="The full name", **NEED),
    {"type": "money", "key": "cost", "label": "Cost", "properties": {"currency": "EUR"}},
    {"type": "filepicker", "key": "offer", "label": "Offer", "accept": ".pdf,image/*", "multiple": True},
    choice("stock", "no", "yes", type="radio"),
    choice("extra", *"abcdefghijkl", type="checklist"),
    {"type": "checkbox", "key": "ok", "label": "I have read the policy", **NEED},
    date("since", "datetime"),
    text("centre", readonly=True),
    {"type": "group", "label": "Place", "path": "place", "showOutline": True, "components": [
        {"type": "groupref", "key": "team", "label": "Team"}, {"type": "textarea", "key": "note", "label": "Note"}]},
    rows("lines", text("item", layout={"row": "b"}), number("pieces", layout={"row": "b"}),
         {"type": "expression", "key": "half", "expression": "=pieces / 2", "computeOn": "change"}),
    {"type": "table", "label": "Earlier", "dataSource": "=earlier", "columns": [{"key": "what", "label": "What"}]},
)  # fmt: skip
SCOPE = {"centre": "4410 Network", "earlier": [{"what": "Dock"}]}


class Counter:
    """The application, and what was sent last."""

    def __init__(self, drawn: Form = EQUIPMENT):
        self.drawn, self.sent = drawn, None
        self.files = (f"new{number}" for number in itertools.count())
        self.app = Flask("counter", static_folder=None)
        self.app.config.update(TESTING=True, SECRET_KEY="counter")
        self.app.before_request(self.read_reader)
        ui.install(self.app)
        self.app.add_url_rule("/", view_func=self.page, methods=["GET", "POST"])
        self.app.add_url_rule("/change", view_func=self.change, methods=["POST"])
        self.app.add_url_rule("/pick", view_func=self.pick)
        self.app.add_url_rule("/upload", view_func=self.upload, methods=["POST"])

    def read_reader(self):
        chosen = {name: request.args[name] for name in ("language", "calendar", "theme") if name in request.args}
        g.reader, g.now = ui.Reader(**{"theme": "light", **chosen}), NOW

    def look(self, raw, submit):
        setting = {"language": g.reader.language, "calendar": g.reader.calendar, "now": NOW, "lookup": Directory()}
        seen = self.drawn.examine(raw, SCOPE, submit=submit, **setting)
        answers = self.drawn.answers(seen.values, **setting) if seen.accepted else ()
        query = request.query_string.decode()
        return {
            "seen": seen,
            "answers": answers,
            "examine_url": f"/change?{query}",
            "upload_url": "/upload",
            "pick_url": "/pick",
        }

    def page(self):
        raw = self.drawn.gather(request.form.items(multi=True))
        shown = self.look(raw, request.method == "POST")
        self.sent = shown["seen"]
        return render_template_string(PAGE, **shown), 422 if self.sent.errors and self.sent.submitted else 200

    def change(self):
        return render_template(
            "forms/fields.html", **self.look(self.drawn.gather(request.form.items(multi=True)), False)
        )

    def pick(self):
        kind, words = request.args["kind"], request.args["q"]
        return render_template("forms/picks.html", options=Directory().search(kind, words, {}, 8), q=words, kind=kind)

    def upload(self):
        file = request.files["file"]
        kept = Option(next(self.files), file.filename, size=len(file.read()))
        FILES[kept.value] = kept
        return jsonify(id=kept.value, name=kept.label, size=kept.size)


@pytest.fixture
def counter() -> Counter:
    return Counter()


@pytest.fixture
def page(counter, browsing):
    """A browser's page on the form."""
    server = make_server("127.0.0.1", 0, counter.app, threaded=True)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    context = browsing.context(f"http://127.0.0.1:{server.server_port}")
    yield context.new_page()
    context.close()
    server.shutdown()
    thread.join()
    server.server_close()
