"""Saving texts by label: two people who translate at the same time stand in each other's way only at one text."""

from datetime import datetime

from app.studio.drafts import Draft, DraftMovedOn, Revision, save, set_aside, state_at, steps_of_others
from app.studio.wording.labels import labels, rewritten

Texts = dict[str, dict[str, str]]
"""Key of a label -> {language: text}."""


def write(draft: Draft, texts: Texts, *, by, now: datetime, seen: int) -> Draft:
    """Put texts into a locked draft. Raises DraftMovedOn where another changed or removed one of them since `seen`."""
    _refuse_overwriting(draft, texts, seen, by)
    spec, files = rewritten(draft.spec, draft.contents(), texts)
    return save(draft, by=by, now=now, seen=draft.revision, what="words", spec=spec, files=files)


def write_aside(draft: Draft, texts: Texts, *, by, now: datetime, seen: int) -> Revision:
    """Keep texts that came too late, on the state that was seen, beside the draft."""
    base = state_at(draft, seen)
    spec, files = rewritten(base.spec, base.contents(), texts)
    return set_aside(draft, by=by, now=now, seen=seen, what="words", spec=spec, files=files)


def changed_since(draft: Draft, seen: int) -> Texts:
    """The labels that read otherwise now than when they were seen, with what they say now; removed ones say nothing."""
    if seen == draft.revision:
        return {}
    base = state_at(draft, seen)
    before, after = _texts(base.spec, base.contents()), _texts(draft.spec, draft.contents())
    return {key: _difference(before.get(key, {}), after.get(key, {})) for key in {**before, **after}
            if before.get(key) != after.get(key)}


def _refuse_overwriting(draft, texts, seen, by):
    now = _texts(draft.spec, draft.contents())
    wanted = [(key, one) for key, told in texts.items() for one, text in told.items() if _said(now, key, one) != text]
    for before, after in steps_of_others(draft, seen, by):
        was, became = (_texts(state.spec, state.contents()) for state in (before, after))
        if any(_said(was, *one) != _said(became, *one) for one in wanted):
            raise DraftMovedOn(after, draft)


def _said(texts: Texts, key: str, language: str) -> str:
    return texts.get(key, {}).get(language, "")


def _texts(spec, files) -> Texts:
    return {one.key: one.texts for one in labels(spec, files)}


def _difference(before: dict, after: dict) -> dict[str, str]:
    return {language: after.get(language, "") for language in {**before, **after}
            if before.get(language) != after.get(language)}
