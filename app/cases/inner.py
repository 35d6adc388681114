"""Calls that Mizban answers itself, inside the same transaction: finding people, telling them, absences."""

from app.cases import absences
from app.cases.assignment import context_of, resolve
from app.cases.telling import Telling
from app.events import Event

MOST_ROUNDS = 200


def answer_inner_calls(case, run, directory, now):
    """Answer until the run asks for nothing more of the kind; the bound stops a model that asks in circles."""
    for _ in range(MOST_ROUNDS):
        waiting = [call for call in run.calls if call.topic in ANSWERS]
        if not waiting:
            return
        for call in waiting:
            run.complete(call.id, ANSWERS[call.topic](case, run, call, directory, now), now=now)


def _people(case, run, call, directory, now) -> dict:
    return {"people": resolve(call.inputs.get("who"), context_of(case, call.inputs), directory)}


def _notify(case, run, call, directory, now) -> dict:
    telling = Telling(case, run, call, directory, now)
    Event.record(
        "case.notice",
        case=case,
        now=now,
        element=call.element,
        place=telling.place,
        audience=resolve(call.inputs.get("audience"), context_of(case, call.inputs), directory),
        about=str(call.inputs.get("event") or ""),
        subject=telling.texts(call.inputs.get("subject")),
        text=telling.texts(call.inputs.get("text")),
    )
    return {}


ANSWERS = {
    "people.resolve": _people,
    "notify": _notify,
    "absence.arrange": absences.arrange,
    "absence.remove": absences.remove,
}
BROUGHT: dict[str, frozenset] = {"people.resolve": frozenset({"people"}), "notify": frozenset()}
"""The variables that an answer brings, where it always brings the same."""


def answer_calls(topic: str, answer, brings: tuple[str, ...] = ()):
    """Have a room above answer calls of `topic` in the transaction that reaches them, when it is loaded.

    `answer(case, run, call, directory, now)` gives what the call is completed with; `brings` names it.
    """
    ANSWERS[topic] = answer
    BROUGHT[topic] = frozenset(brings)
