"""Saving a draft: what somebody changed on the state they saw, put onto the state there is; nothing is lost."""

from datetime import datetime, timedelta
from itertools import pairwise

from sqlalchemy import select

from app.base import Refusal, db
from app.events import Event
from app.studio.drafts.blob import keep
from app.studio.drafts.draft import Draft, Revision

TOGETHER = timedelta(minutes=2)
"""Saves of one kind by one person that follow each other within this time are one line of the history."""


class DraftMovedOn(Refusal):
    """{name} has changed this in the meantime. What you did is kept beside it: look at both and choose."""

    def __init__(self, revision: Revision, draft: Draft):
        self.revision, self.draft = revision, draft
        super().__init__(name=revision.by.names.get("en", revision.by.key))


def save(draft: Draft, *, by, now: datetime, seen: int, what: str, files: dict[str, bytes | None] | None = None,
         spec: dict | None = None, detail: dict | None = None) -> Draft:
    """Put changed files (None removes one) and changed keys of the spec (None removes one) into a locked draft.

    `seen` is the revision the change was made on. What others changed since then is kept where it is something else;
    raises DraftMovedOn where it is the same file or key: call `set_aside` in a transaction of its own then.
    """
    files, spec = files or {}, spec or {}
    new_files, new_spec = _with(draft, files, spec)
    # What is there already may be saved again on any state: a closed browser and its return say the same twice.
    wanted = {path for path in files if new_files.get(path) != draft.files.get(path)}
    wanted |= {f"spec:{key}" for key in spec if new_spec.get(key) != draft.spec.get(key)}
    _refuse_overwriting(draft, seen, wanted, by)
    if new_files == draft.files and new_spec == draft.spec:
        return draft
    draft.files, draft.spec = new_files, new_spec
    draft.department = new_spec.get("department", draft.department)
    draft.revision += 1
    draft.saved_at, draft.saved_by_id = now, by.id
    detail = {**(detail or {}), "paths": sorted(files), "keys": sorted(spec)}
    _write_down(draft, by, now, what, detail)
    return draft


def set_aside(draft: Draft, *, by, now: datetime, seen: int, what: str, files: dict[str, bytes | None] | None = None,
              spec: dict | None = None) -> Revision:
    """Keep what could not be saved as a revision beside the history."""
    base = state_at(draft, seen)
    new_files, new_spec = _with(base, files or {}, spec or {})
    row = Revision(draft_id=draft.id, number=seen, at=now, by_id=by.id, what=what, aside=True, spec=new_spec,
                   files=new_files, detail={"paths": sorted(files or {}), "keys": sorted(spec or {})})
    db.session.add(row)
    Event.record("draft.set_aside", by=by, now=now, service=draft.slug, draft=draft.id)
    db.session.flush()
    return row


def restore(draft: Draft, revision: Revision, *, by, now: datetime) -> Draft:
    """Make the draft what it or an earlier one was at `revision` (of the history or set aside); that, too, can be
    restored from."""
    draft.files, draft.spec = revision.files, revision.spec
    draft.revision += 1
    draft.saved_at, draft.saved_by_id = now, by.id
    other = {"of_draft": revision.draft.number} if revision.draft_id != draft.id else {}
    _write_down(draft, by, now, "restored", {"of": revision.number, **other, "paths": [], "keys": []}, together=False)
    return draft


def state_at(draft, seen) -> Revision:
    """What somebody saw: the newest revision written down that is not newer than `seen`."""
    found = select(Revision).where(Revision.draft_id == draft.id, Revision.aside.is_(False), Revision.number <= seen)
    older = db.session.scalar(found.order_by(Revision.number.desc()).limit(1))
    return older or db.session.scalar(select(Revision).where(Revision.draft_id == draft.id, Revision.number == 1))


def seen_and_own(draft, seen: int, by) -> int:
    """The revision that counts as seen by `by`, who saw `seen` and has gone on saving: nobody overtakes themselves."""
    after = select(Revision).where(Revision.draft_id == draft.id, Revision.aside.is_(False), Revision.number > seen)
    other = db.session.scalar(after.where(Revision.by_id != by.id).order_by(Revision.number).limit(1))
    return max(seen, other.number - 1) if other else draft.revision


def steps_of_others(draft, seen: int, by) -> list[tuple[Revision, Revision]]:
    """(state before, state after) of every change since `seen` that somebody other than `by` made."""
    after = select(Revision).where(Revision.draft_id == draft.id, Revision.aside.is_(False), Revision.number > seen)
    states = [state_at(draft, seen), *db.session.scalars(after.order_by(Revision.number))]
    return [(before, one) for before, one in pairwise(states) if one.by_id != by.id]


def changed_by_others(draft, seen: int, by, read) -> bool:
    """Whether somebody other than `by` changed what `read(state)` gives since `seen`; what `by` did does not count."""
    return any(read(before) != read(one) for before, one in steps_of_others(draft, seen, by))


def _refuse_overwriting(draft, seen, wanted: set[str], by):
    if seen == draft.revision:
        return
    before = state_at(draft, seen)
    changed = {path for path in {*before.files, *draft.files} if before.files.get(path) != draft.files.get(path)}
    keys = {*before.spec, *draft.spec}
    changed |= {f"spec:{key}" for key in keys if before.spec.get(key) != draft.spec.get(key)}
    if wanted & changed:
        raise DraftMovedOn(_last(draft, Revision.by_id != by.id) or _last(draft), draft)


def _last(draft, *but) -> Revision | None:
    found = select(Revision).where(Revision.draft_id == draft.id, Revision.aside.is_(False), *but)
    return db.session.scalar(found.order_by(Revision.number.desc()).limit(1))


def _with(state, files, spec) -> tuple[dict, dict]:
    """The files and the spec of `state` with the changes on top."""
    kept = keep({path: data for path, data in files.items() if data is not None})
    gone = {path for path, data in files.items() if data is None}
    new_files = {path: hash for path, hash in {**state.files, **kept}.items() if path not in gone}
    new_spec = {key: value for key, value in {**state.spec, **spec}.items() if value is not None}
    return new_files, new_spec


def _write_down(draft, by, now, what, detail, together=True):
    last = _last(draft)
    if together and _goes_on(last, by, now, what, detail):
        last.number, last.spec, last.files = draft.revision, draft.spec, draft.files
    else:
        db.session.add(Revision(draft_id=draft.id, number=draft.revision, at=now, by_id=by.id, what=what,
                                detail=detail, spec=draft.spec, files=draft.files))
        Event.record("draft.saved", by=by, now=now, service=draft.slug, draft=draft.id, what=what, **detail)
    db.session.flush()


def _goes_on(last, by, now, what, detail) -> bool:
    same = last.by_id == by.id and last.what == what and last.detail == detail
    return same and last.number > 1 and now - last.at < TOGETHER
