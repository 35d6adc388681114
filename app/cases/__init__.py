"""Cases and their tasks: from the answers that open them to their end. Everything below a case's number."""

from app.cases.access import (
    HandedOver,
    NotThere,
    Reach,
    case_for,
    ensure_theirs,
    may_see,
    owns,
    stands_in_for,
    task_for,
    task_locked,
    task_to_do,
    visible_cases,
    works_on,
)
from app.cases.attachment import Attachment
from app.cases.calling import make
from app.cases.case import ENDED, Case, RunUnreadable
from app.cases.completing import CommentNeeded, OutcomeUnknown, complete
from app.cases.conversation import Comment, Typed, Watcher
from app.cases.conversing import comment, watch
from app.cases.deeds import Approval, Withdrawal
from app.cases.delivering import answer_call, deliver
from app.cases.incident import Incident
from app.cases.inner import answer_calls
from app.cases.mending import IncidentOver, retry
from app.cases.moving import Move, MovedCase
from app.cases.number import number_pattern
from app.cases.opening import open_case
from app.cases.taking import NotTaken, claim, hand_over, release
from app.cases.task import NO_DATE, Candidate, Claim, Task, TaskCancelled, TaskClosed, TaskTaken
from app.cases.timers import fire
from app.cases.undoing import UndoOvertaken, UndoPassed, UndoTooLate, forget_snapshots, take_back
from app.cases.waiting import Call, Delivery, Timer, Wait
from app.cases.withdrawing import CaseEnded, withdraw

__all__ = [
    "Approval",
    "Attachment",
    "Call",
    "Candidate",
    "Case",
    "CaseEnded",
    "Claim",
    "Comment",
    "CommentNeeded",
    "Delivery",
    "HandedOver",
    "ENDED",
    "Incident",
    "IncidentOver",
    "Move",
    "MovedCase",
    "NO_DATE",
    "NotTaken",
    "NotThere",
    "OutcomeUnknown",
    "Reach",
    "RunUnreadable",
    "Task",
    "TaskCancelled",
    "TaskClosed",
    "TaskTaken",
    "Timer",
    "Typed",
    "UndoOvertaken",
    "UndoPassed",
    "UndoTooLate",
    "Wait",
    "Watcher",
    "Withdrawal",
    "answer_call",
    "answer_calls",
    "case_for",
    "claim",
    "comment",
    "complete",
    "deliver",
    "ensure_theirs",
    "fire",
    "forget_snapshots",
    "hand_over",
    "make",
    "may_see",
    "number_pattern",
    "open_case",
    "owns",
    "release",
    "retry",
    "stands_in_for",
    "take_back",
    "task_for",
    "task_locked",
    "task_to_do",
    "visible_cases",
    "watch",
    "withdraw",
    "works_on",
]
