"""What holds for every form and every post."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from app.forms import Form
from tests.forms.desk import NOW, Directory, look, send
from tests.forms.drawing import Artist

MANY = settings(max_examples=100, deadline=None)
artists = st.integers(0, 2**40).map(Artist)


def read(schema) -> Form:
    return Form.read(json.dumps(schema))


def top_keys(schema) -> set[str]:
    """The first step of every key a form may write."""
    return set().union(*(_first(part) for part in schema["components"]), set())


def _first(part) -> set[str]:
    own = part.get("path") if part["type"] in ("group", "dynamiclist") else part.get("key")
    below = (
        set().union(*(_first(one) for one in part.get("components", [])), set()) if part["type"] == "group" else set()
    )
    return {own.partition(".")[0]} if own else below


def shown_keys(views) -> set[str]:
    return {name.partition(".")[0] for name in _names(views)}


def _names(views):
    for view in views:
        yield view.name
        yield from _names(view.fields)


@MANY
@given(artists)
def test_no_form_and_no_answer_makes_it_stumble(artist):
    drawn, raw, scope = read(artist.schema()), artist.raw(), artist.scope()
    drawn.findings()
    for submit, language, calendar in ((False, "en", "gregorian"), (True, "fa", "jalali"), (True, "ar", "hijri")):
        seen = look(drawn, raw, scope, submit=submit, language=language, calendar=calendar)
        json.dumps(seen.values, allow_nan=False)
        assert all(error.english for error in seen.errors)
        drawn.answers(seen.values, language=language, now=NOW, lookup=Directory())


@MANY
@given(artists)
def test_no_post_makes_it_stumble_and_strangers_stay_out(artist):
    schema = artist.schema()
    drawn = read(schema)
    seen = send(drawn, drawn.gather(artist.posts()))
    assert set(seen.values) <= top_keys(schema) - {"stranger"}


@MANY
@given(artists)
def test_what_is_not_shown_is_not_kept(artist):
    seen = look(read(artist.schema()), artist.raw(), artist.scope())
    assert set(seen.values) <= shown_keys(seen.fields)


@MANY
@given(artists)
def test_values_examined_again_stay_the_same(artist):
    drawn = read(_calm(artist.schema()))
    values = send(drawn, artist.raw()).values
    assert send(drawn, values).values == values


def _calm(schema):
    """Without conditions, and every key once: circles may settle in more than one way."""
    seen = set()

    def keep(part):
        part = {name: value for name, value in part.items() if name not in ("conditional", "readonly", "valuesKey")}
        part["components"] = [keep(below) for below in part.get("components", []) if fresh(below)]
        return part

    def fresh(part):
        key = part.get("path") or part.get("key") or ""
        first = key.partition(".")[0]
        return not (first in seen or seen.add(first))

    return {**schema, "components": [keep(part) for part in schema["components"] if fresh(part)]}
