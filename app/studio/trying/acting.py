"""Acting in a play as the product's own deeds would: completing, answering for the outside, bringing news."""

import json
from datetime import datetime

from app.base import Refusal
from app.cases import CommentNeeded, OutcomeUnknown
from app.people import Person
from app.studio.trying.card import Card, news_of
from app.studio.trying.guide import find_way
from app.studio.trying.play import Play
from app.studio.trying.sandbox import ActRefused, AnswersRefused, NeverRests


class NotPlain(Refusal):
    """Write the further values as JSON, such as {{"order_number": "PO-2291"}}."""

    status = 422


def start(play: Play, values: dict, *, now: datetime):
    """Send the first form; who is chosen in its field for the beneficiary is whom it is for."""
    chosen = values.get("beneficiary")
    key = chosen.get("key") or chosen.get("value") if isinstance(chosen, dict) else chosen
    found = Person.by_key(key) if isinstance(key, str) and key else None
    if found is not None and found.active:
        play.beneficiary, play.beneficiary_id = found, found.id
    play.start(values, now=now)


def complete(play: Play, card: Card, values: dict, *, actor, outcome: str | None, comment: str, now: datetime):
    """A step, as one of those who may do it. Raises OutcomeUnknown, CommentNeeded, ActRefused."""
    by = actor if actor in card.actors else next(iter(card.actors), None)
    offered = {one.key: one for one in play.published.outcomes(card.element)}
    if offered and outcome not in offered:
        raise OutcomeUnknown
    if outcome in offered and offered[outcome].needs_comment and not comment:
        raise CommentNeeded
    if outcome is not None:
        values = {**values, "outcome": outcome, "comment": comment, "decided_by": by.key if by else None}
    play.act(_at(card, {"step": card.element, "answers": values, "by": by.key if by else None}), now=now)


def answer(play: Play, card: Card, given, *, now: datetime):
    """What the outside says: `value.<name>` fields, further values as JSON, or that it fails."""
    act = {"call": card.element}
    if given.get("how") == "fail":
        act |= {"fails": given.get("code", "").strip() or "failed", "message": given.get("message", "").strip()}
    else:
        named = {name.removeprefix("value."): read_value(value) for name, value in given.items()
                 if name.startswith("value.") and value.strip()}
        act["answers"] = {**named, **_further(given)}
    play.act(_at(card, act), now=now)


def bring(play: Play, card: Card, values: dict, given, *, now: datetime):
    """News (a message or a signal) that the drawing waits for, with the keys it waits for."""
    play.act(news_of(card, {**values, **_further(given)}), now=now)


def begin_again(old: Play, new: Play, *, now: datetime) -> int | None:
    """Do in the new play what was done in the old one; the number of the act that fits no more, None if all do."""
    if not old.acts:
        new.typed = old.typed
        return None
    for row in old.acts:
        try:
            if row.act.get("start"):
                new.start(old.answers or {}, now=now)
            else:
                act = {key: value for key, value in row.act.items() if key != "fired"}
                new.act({**act, "by": row.act["by"]} if "by" in row.act else act, now=now)
        except (ActRefused, AnswersRefused, NeverRests):
            if not new.acts:
                new.typed = {"start": old.answers or {}}
            return row.number
    return None


def lead(play: Play, toward: str, *, now: datetime) -> bool:
    """Play on by itself until the element or flow `toward` is reached; False when no way was found."""
    way = find_way(play, toward)
    for act in way or ():
        if "answers" in act and "start" in act:
            start(play, act["answers"], now=now)
        else:
            play.act(act, now=now)
    return way is not None


def read_value(text: str):
    """What somebody writes into a field of an outside answer: a number, true, a list as JSON, else the text itself."""
    text = text.strip()
    try:
        return json.loads(text)
    except ValueError:
        return text


def _further(given) -> dict:
    text = (given.get("further") or "").strip()
    if not text:
        return {}
    try:
        values = json.loads(text)
    except ValueError as wrong:
        raise NotPlain from wrong
    if not isinstance(values, dict):
        raise NotPlain
    return values


def _at(card: Card, act: dict) -> dict:
    """With the number of the instance, where there are several at the same element."""
    return act if card.row.loop is None else {**act, "loop": card.row.loop}
