"""Checking a draft while it is designed: findings with what can be done about them, and what is still missing."""

from app.studio.checking.checklist import Point, checklist
from app.studio.checking.finding import StudioFinding
from app.studio.checking.findings import accept, blocking, counts, findings
from app.studio.checking.looking import TooMuchWork, laid_out, look, repaired

__all__ = [
    "Point",
    "StudioFinding",
    "TooMuchWork",
    "accept",
    "blocking",
    "checklist",
    "counts",
    "findings",
    "laid_out",
    "look",
    "repaired",
]
