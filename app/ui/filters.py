"""Formats as Jinja filters, and the small functions that the macros draw with."""

from collections.abc import Callable, Mapping

from flask import Flask
from jinja2 import pass_context
from markupsafe import Markup

from app.base import isolated
from app.ui import formats
from app.ui.current import now, reader
from app.ui.digits import localized
from app.ui.promise import promise_bar
from app.ui.states import look_of

FORMATS = ("day", "full_day", "clock", "moment", "due", "ago", "left", "span", "money", "number", "size", "digits")
_MIRRORED = ("chevron-left", "chevron-right", "arrow-", "reply", "corner-", "undo", "redo", "log-out")
_STILL = ("arrow-up",)


def install(app: Flask):
    for name in FORMATS:
        app.jinja_env.filters[name] = for_reader(getattr(formats, name))
    app.jinja_env.globals["ngettext"] = counted(app.jinja_env.globals["ngettext"])
    app.jinja_env.filters["bdi"] = bdi
    app.jinja_env.filters["initials"] = initials
    app.jinja_env.filters["isolated"] = isolated
    app.jinja_env.globals.update(
        reader=reader, now=now, look_of=look_of, svg_icon=svg_icon(app), name_of=name_of, promise_bar=promise_bar,
    )


def for_reader(format_value: Callable) -> Callable:
    @pass_context  # or Jinja would work {{ 5 | digits }} out once, for the first reader of the page
    def filtered(_context, value, *arguments, **options):
        return format_value(value, reader(), now(), *arguments, **options)

    return filtered


def counted(ngettext: Callable) -> Callable:
    """ngettext whose %(num)s is written in the reader's digits."""

    @pass_context
    def in_digits(context, singular: str, plural: str, n: int, **words):
        words.setdefault("num", localized(n, reader().language))
        return ngettext(context, singular, plural, n, **words)

    return in_digits


def bdi(value: object) -> Markup:
    """Isolated from the direction around it: numbers of requests, codes, file names, subject lines."""
    return Markup("<bdi>{}</bdi>").format(value)


def svg_icon(app: Flask) -> Callable:
    def draw(name: str, size: str = "icon", label: str = "") -> Markup:
        mirrored = name.startswith(_MIRRORED) and not name.startswith(_STILL)
        named = Markup(' role="img" aria-label="{}"').format(label) if label else Markup(' aria-hidden="true"')
        return Markup('<svg class="{}{}"{}><use href="{}#{}"/></svg>').format(
            size, " flip" if mirrored else "", named, app.jinja_env.globals["asset"]("icons.svg"), name
        )

    return draw


def name_of(person: object) -> str:
    """A person's name in the reader's language, of a record, a mapping or a plain text."""
    if person is None or isinstance(person, str):
        return person or ""
    name = person["name"] if isinstance(person, Mapping) else person.name
    return name(reader().language) if callable(name) else name


def initials(name: str) -> str:
    """Two letters in Latin script, one in Arabic script."""
    words = [word for word in name.split() if word]
    if not words:
        return "?"
    if words[0][0].isascii():
        return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()
    return words[0][0]
