"""What came out of looking at a form with its answers: values, errors, and the tree that pages draw."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from app.forms.words import WORDS

UNSEEN = ("hidden", "nothing")


@dataclass(frozen=True)
class FieldError:
    """What is wrong at one field. `path` is its posted name ("lines.0.amount"), `label` what people call it.

    `words` is the English sentence with %(name)s places for `params`; pages say `_(error.words, **error.params)`.
    """

    path: str
    label: str
    code: str
    params: dict = field(default_factory=dict)

    @property
    def words(self) -> str:
        return WORDS[self.code]

    @property
    def english(self) -> str:
        return self.words % self.params

    @property
    def dom_id(self) -> str:
        return dom_id(self.path)


@dataclass(frozen=True)
class Pick:
    """One thing to choose, as a page shows it."""

    value: str
    label: str
    note: str = ""
    off: str = ""
    chosen: bool = False


@dataclass(frozen=True)
class Row:
    """One row of a dynamic list."""

    number: int
    name: str
    fields: tuple["FieldView", ...]
    wrong: bool = False

    @property
    def bands(self):
        return bands(self.fields)


@dataclass(frozen=True)
class FieldView:
    """A field as a page draws it. `name` is posted, `text` shown as typed, `more` holds what only this kind needs."""

    id: str
    type: str
    template: str
    name: str
    label: str
    help: str = ""
    note: str = ""
    text: Any = ""
    value: Any = None
    answer: str = ""
    asked: bool = False
    required: bool = False
    readonly: bool = False
    watched: bool = False
    error: FieldError | None = None
    picks: tuple[Pick, ...] = ()
    band: str = ""
    columns: int | None = None
    more: dict = field(default_factory=dict)
    fields: tuple["FieldView", ...] = ()
    rows: tuple[Row, ...] = ()

    @property
    def dom_id(self) -> str:
        return dom_id(self.name or self.id)

    @property
    def bands(self):
        return bands(self.fields)


@dataclass(frozen=True)
class Examination:
    """`values` are what would be kept, `errors` in the order of the page, `fields` the tree to draw.

    `accepted`: it was submitted, no row button was pressed, and nothing is wrong: `values` may be used.
    `tried`: it was submitted at least once, so that pages go on telling what is still wrong.
    """

    values: dict
    errors: tuple[FieldError, ...]
    fields: tuple[FieldView, ...]
    title: str = ""
    language: str = "en"
    submitted: bool = False
    tried: bool = False

    @property
    def accepted(self) -> bool:
        return self.submitted and not self.errors

    @property
    def bands(self):
        return bands(self.fields)

    @property
    def has_files(self) -> bool:
        return any(view.template == "files" for view in _every(self.fields))


def bands(fields: Iterable[FieldView]) -> list[list[tuple[FieldView, int]]]:
    """Fields that stand side by side, each with its share of the 16 columns."""
    found: list[list[FieldView]] = []
    for view in fields:
        if view.template in UNSEEN:
            continue
        if found and view.band and found[-1][0].band == view.band:
            found[-1].append(view)
        else:
            found.append([view])
    return [_shared(band) for band in found]


def dom_id(name: str) -> str:
    return "f-" + name.replace(".", "-")


def _shared(band: list[FieldView]) -> list[tuple[FieldView, int]]:
    """Fields without a width of their own share what is left (form-js: null columns)."""
    open_ = sum(1 for view in band if view.columns is None)
    left = max(16 - sum(view.columns or 0 for view in band), 2 * open_)
    return [(view, view.columns or left // open_) for view in band]


def _every(fields):
    for view in fields:
        yield view
        yield from _every(view.fields)
        for row in view.rows:
            yield from _every(row.fields)
