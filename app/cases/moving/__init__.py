"""Moving running cases to another version of their service: planned, tried, carried out case by case, undone."""

from app.cases.moving.batch import MoveWasATrial, VersionElsewhere, begin, resume, stop, undo
from app.cases.moving.carrying import carry_on
from app.cases.moving.going_back import MoveOvertaken, MovePassed, NotMoved, refused, undo_case
from app.cases.moving.move import Move, MovedCase
from app.cases.moving.planning import Group, Plan, plan
from app.cases.moving.progress import InUse, Progress, cases_of, moves_of, progress, versions_of

__all__ = [
    "Group",
    "InUse",
    "Move",
    "MoveOvertaken",
    "MovePassed",
    "MoveWasATrial",
    "MovedCase",
    "NotMoved",
    "Plan",
    "Progress",
    "VersionElsewhere",
    "begin",
    "carry_on",
    "cases_of",
    "moves_of",
    "plan",
    "progress",
    "refused",
    "resume",
    "stop",
    "undo",
    "undo_case",
    "versions_of",
]
