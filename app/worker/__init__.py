"""Background work: rows that are due, looked at when a hint arrives and once a second anyway."""

from app.worker.job import work_off
from app.worker.kinds import KINDS, Kind
from app.worker.sweep import Sweeper

__all__ = ["KINDS", "Kind", "Sweeper", "work_off"]
