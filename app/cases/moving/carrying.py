"""Moving one case: the run stands on the new version, rows keep their ids, history says so."""

from app.base.writing import change
from app.cases.case import Case
from app.cases.deed import Deed
from app.cases.follow import follow
from app.cases.moments import counts_working, later
from app.cases.moving.before import Before
from app.cases.moving.course import Course
from app.cases.moving.going_back import bring_back
from app.cases.moving.move import NEVER, MovedCase
from app.cases.moving.shown import MODELS, differences, row_of, write
from app.catalog import published


def carry_on(row: MovedCase, *, now):
    """The worker's turn with one case of a move. Running twice is harmless: its state says what was done."""
    move = row.move
    if move.stopped_at is not None:
        row.due_at = NEVER
    elif move.undo_at is not None:
        bring_back(row, by=move.undone_by, now=now)
    elif row.state == "waiting":
        _carry(row, move, now)


def _carry(row, move, now):
    case = Case.locked(row.case_id)
    course = Course.of(move.to_version_id, move.mapping, move.recompute, move.accepted)
    attempt = course.attempt(case, now)
    if move.dry_run:
        row.state = "tried"
    elif attempt.run is None or not attempt.verdict.may_pass(course.accepted):
        row.state = "kept"
    else:
        from_version = case.version_id
        before = relocate(case, course, attempt, move=move, now=now)
        row.state, row.moved_at, row.revision, row.before = "moved", now, case.revision, before.packed()
        row.from_version_id = from_version
    row.judged(attempt.verdict)


def relocate(case: Case, course: Course, attempt, *, move, now) -> Before:
    """Stand the locked case on the new version as `attempt` found it; what it was before."""
    changes = {kind: differences(kind, attempt.before, attempt.run) for kind in MODELS}
    before = Before.of(case, attempt, changes)
    old, new, route = case.published, published(course.to), course.route(case.version_id)
    steps = _entries(case.open.get("steps", {}), changes["steps"])
    change(case, version_id=new.id, open={**case.open, "steps": steps}, marks=_marks(case.marks or {}, route),
           earlier=[*(case.earlier or ()), [old.id, now.isoformat()]])
    _write(case, attempt, changes)
    told = {"from_version": old.number, "to_version": new.number, "from_id": old.id, "to_id": new.id, "move": move.id}
    follow(case, attempt.run, Deed("case.moved", move.by, data=told), now=now)
    before.note_new(case, attempt.run)
    return before


def _write(case, attempt, changes):
    known = case.open
    for kind, rows in changes.items():
        for id, values in rows.items():
            if id in known.get(kind, {}):
                write(kind, row_of(known[kind][id]), values)
    timers = {timer.id: timer for timer in attempt.run.timers}
    for id, since in attempt.since.items():
        if id in known.get("timers", {}):
            due = _due(case, attempt.run, timers[id], since)
            write("timers", known["timers"][id], {"text": timers[id].text, "due_at": due})


def _due(case, run, timer, since):
    """A duration in working time counts from when the waiting began; see `open_timers`."""
    element = case.published.diagram.elements[timer.element]
    if timer.kind == "duration" and (timer.working or counts_working(element.facts, {**case.facts, **run.data})):
        return later(case, since, timer.text, working=True)
    return timer.due_at


def _entries(entries: dict, changes: dict) -> dict:
    """What the case remembers of its open tasks, with the new version's names."""
    kept = ("element", "place", "approval")
    return {
        id: {**entry, **{name: changes[id][name] for name in kept}} if id in changes else entry
        for id, entry in entries.items()
    }


def _marks(marks: dict, route) -> dict:
    """How often elements and flows were passed, told of those that take over."""
    return {what: _counted(counts, route) if isinstance(counts, dict) else counts for what, counts in marks.items()}


def _counted(counts, route):
    found = {}
    for id, times in counts.items():
        heir = route.id(id)
        found[heir] = found.get(heir, 0) + times
    return found
