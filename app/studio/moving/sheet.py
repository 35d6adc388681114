"""The requests of a move as CSV for spreadsheets."""

import csv
import io
from collections.abc import Iterable

from app.studio.wording import sheet_csv


def written(head: Iterable[str], lines: Iterable[Iterable[str]]) -> bytes:
    """Marked as UTF-8, and with nothing in it that a spreadsheet would work out."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(head)
    for line in lines:
        writer.writerow([sheet_csv.harmless(one) for one in line])
    return text.getvalue().encode("utf-8-sig")
