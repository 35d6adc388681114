"""Decision tables while they are edited: what is wrong with their rules, and tests that say what they should decide."""

from app.studio.editing.tables.columns import Column, Taken, decisions_of
from app.studio.editing.tables.grid import NotTests, Row, as_tests, rows_in
from app.studio.editing.tables.judging import judged
from app.studio.editing.tables.running import Outcome, Report, report, types_of

__all__ = [
    "Column",
    "NotTests",
    "Outcome",
    "Report",
    "Row",
    "Taken",
    "decisions_of",
    "judged",
    "report",
    "rows_in",
    "as_tests",
    "types_of",
]
