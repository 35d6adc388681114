"""Things to look at: text, table, image, line, space, and the button that pages draw themselves."""

from app.forms.data import get
from app.forms.formulas import is_formula
from app.forms.kinds.kind import Kind
from app.forms.markdown import as_html, clean, escaped, with_tags
from app.forms.place import as_text

MOST_ROWS = 500
_IMAGES = ("/", "https://", "data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp")


class Text(Kind):
    """form-js `text`: Markdown and HTML with {{ formulas }}; what formulas give is shown as it is, read as neither."""

    template = "prose"

    def show(self, part, reading, place):
        text = part.text("text", place.setting.language)
        if is_formula(text):
            return {"html": as_html(place.shown(place.feel(text)))}
        return {"html": with_tags(place.words(text, escaped).replace("****", ""))}


class Html(Kind):
    """form-js `html`: HTML with {{ formulas }}, of which only what is harmless is kept."""

    template = "prose"

    def show(self, part, reading, place):
        return {"html": clean(place.words(part.text("content", place.setting.language), escaped))}


class Table(Kind):
    """form-js `table`: rows of the data, read-only."""

    template = "table"

    def show(self, part, reading, place):
        source = part.raw.get("dataSource")
        rows = place.feel(source) if is_formula(source) else get(place.names, tuple(str(source or "").split(".")))
        rows = [row for row in (rows if isinstance(rows, list) else []) if isinstance(row, dict)][:MOST_ROWS]
        columns = self._columns(part, place, rows)
        return {"columns": columns, "cells": [[row.get(key) for key, _ in columns] for row in rows]}

    def _columns(self, part, place, rows) -> list[tuple[str, str]]:
        listed = part.raw.get("columns")
        if is_formula(part.raw.get("columnsExpression")):
            listed = place.feel(part.raw["columnsExpression"])
        listed = [column for column in (listed if isinstance(listed, list) else []) if isinstance(column, dict)]
        if not listed:
            return [(key, key) for key in (rows[0] if rows else {})]
        return [(str(column.get("key")), self._heading(part, column, place)) for column in listed]

    def _heading(self, part, column, place) -> str:
        own = part.own(f"column:{column.get('key')}:{place.setting.language}")
        return place.words(str(own or column.get("label") or column.get("key") or ""))


class Image(Kind):
    """form-js `image`; only sources that cannot run anything."""

    template = "image"

    def show(self, part, reading, place):
        source = str(part.raw.get("source") or "")
        source = as_text(place.feel(source)) if is_formula(source) else source
        safe = source.startswith(_IMAGES) and not source.startswith("//")
        return {"source": source if safe else "", "alt": place.words(part.text("alt", place.setting.language))}


class Separator(Kind):
    template = "separator"


class Spacer(Kind):
    template = "spacer"

    def show(self, part, reading, place):
        height = part.raw.get("height")
        return {"height": min(max(height, 0), 400) if isinstance(height, int) else 16}


class Unseen(Kind):
    """A button (the page has its own) or a type nobody knows: keeps its place, shows nothing."""

    template = "nothing"
