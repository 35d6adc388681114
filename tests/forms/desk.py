"""A form on the desk: components in, an examination out, with the people of the demo to look up."""

import json
from datetime import UTC, datetime

from app.forms import Form, Option

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
PEOPLE = {
    "sara": Option("sara", "Sara Ahmadi", "IT service desk, Tehran"),
    "reza": Option("reza", "Reza Karimi", "away, Nadia acts"),
    "ali": Option("ali", "Ali Rezaei", "Network, Milan"),
}
FILES = {"f1": Option("f1", "offer.pdf", size=319_488), "f2": Option("f2", "rack.jpg", size=1_100_000)}
GROUPS = {"group:lawyers": Option("group:lawyers", "Lawyers")}


class Directory:
    """Looks up what the demo knows; counts how often it was asked."""

    def __init__(self):
        self.asked = 0

    def find(self, kind, key):
        self.asked += 1
        return {"person": PEOPLE, "file": FILES, "group": GROUPS}.get(kind, {}).get(key)

    def search(self, kind, words, settings, limit):
        known = {"person": PEOPLE, "group": GROUPS}.get(kind, {}).values()
        return [option for option in known if words.casefold() in option.label.casefold()][:limit]


def form(*components, **root) -> Form:
    return Form.read(json.dumps({"type": "default", "id": "trial", "components": list(components), **root}))


def look(
    drawn: Form, raw=None, scope=None, *, submit=False, language="en", calendar="gregorian", zone="UTC", lookup=None
):
    return drawn.examine(
        raw or {},
        scope or {},
        language=language,
        now=NOW,
        lookup=lookup or Directory(),
        submit=submit,
        calendar=calendar,
        zone=zone,
    )


def send(drawn: Form, raw=None, scope=None, **setting):
    return look(drawn, raw, scope, submit=True, **setting)


def post(drawn: Form, *pairs, scope=None, **setting):
    """What a browser posts, sent."""
    return send(drawn, drawn.gather(pairs), scope, **setting)


def codes(seen) -> dict[str, str]:
    return {error.path: error.code for error in seen.errors}


def view(seen, name: str):
    """The view of the field that is posted under `name`."""
    return next(one for one in every(seen.fields) if one.name == name)


def every(views):
    for one in views:
        yield one
        yield from every(one.fields)
        for row in one.rows:
            yield from every(row.fields)


def text(key, **more):
    return {"type": "textfield", "key": key, "label": key.capitalize(), **more}


def number(key, **more):
    return {"type": "number", "key": key, "label": key.capitalize(), **more}


def choice(key, *values, type="select", **more):
    values = [{"value": value, "label": str(value).capitalize()} for value in values]
    return {"type": type, "key": key, "label": key.capitalize(), "values": values, **more}


def date(key, subtype="date", **more):
    return {"type": "datetime", "subtype": subtype, "key": key, "dateLabel": key.capitalize(), **more}


def rows(path, *components, **more):
    return {"type": "dynamiclist", "path": path, "label": path.capitalize(), "components": list(components), **more}


NEEDED = {"validate": {"required": True}}
