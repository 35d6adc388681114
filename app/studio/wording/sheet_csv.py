"""The sheet as CSV for spreadsheets: marked as UTF-8, and with nothing in it that one of them would work out."""

import csv
import io
from dataclasses import dataclass

from app.studio.wording.label import Label
from app.studio.wording.writing import Texts

HEAD = ("key", "where")
STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""
LARGEST = 2_000_000


class NotASheet(ValueError):
    """The file is no sheet of texts: it is no UTF-8 text, or its first line names neither key nor language."""


@dataclass(frozen=True)
class Change:
    """A text that an import would change."""

    label: Label
    language: str
    before: str
    after: str


@dataclass(frozen=True)
class Import:
    """What a CSV would change, and the keys in it that no text of the service has."""

    changes: tuple[Change, ...]
    unknown: tuple[str, ...]
    same: int

    @property
    def texts(self) -> Texts:
        told: Texts = {}
        for one in self.changes:
            told.setdefault(one.label.key, {})[one.language] = one.after
        return told


def written(labels: list[Label], languages: tuple[str, ...]) -> bytes:
    """One line for each label: key, where it stands, a text for each language."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([*HEAD, *languages])
    for one in labels:
        cells = (one.key, str(one) or one.kind, *(one.texts.get(language, "") for language in languages))
        writer.writerow([harmless(cell) for cell in cells])
    return text.getvalue().encode("utf-8-sig")


def read(data: bytes, labels: list[Label], languages: tuple[str, ...]) -> Import:
    """What is different in a sheet that comes back. Empty cells change nothing. Raises NotASheet."""
    try:
        text = data.decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text, newline=""), dialect=_dialect(text), restval=""))
    except (UnicodeDecodeError, csv.Error) as broken:
        raise NotASheet from broken
    told = [language for language in languages if rows and language in rows[0]]
    if not told or "key" not in rows[0]:
        raise NotASheet
    known = {one.key: one for one in labels}
    unknown, changes, same = [], [], 0
    for row in rows:
        key = _plain(row["key"] or "")
        if key not in known:
            unknown += [key] if key else []
            continue
        for language in told:
            before = known[key].texts.get(language, "")
            after = _plain(row[language] or "").replace("\r\n", "\n").strip()
            if after and after != before.strip():
                changes.append(Change(known[key], language, before, after))
            else:
                same += bool(after)
    return Import(tuple(changes), tuple(dict.fromkeys(unknown)), same)


def harmless(cell: str) -> str:
    """The cell with an apostrophe before what a spreadsheet would take for a formula, or for such an apostrophe."""
    return f"'{cell}" if cell.startswith((*STARTS, "'")) else cell


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith((*STARTS, "'")) else cell


def _dialect(text: str):
    """Commas, semicolons or tabs: whatever the first line is parted by."""
    head = text.partition("\n")[0]
    separator = max(",;\t", key=head.count)

    class Sheet(csv.excel):
        delimiter = separator

    return Sheet
