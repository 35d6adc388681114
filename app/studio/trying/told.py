"""What would be said to whom: the notices and mails of a play, noted and never sent."""

from app.cases.assignment import assign, context_of, resolve
from app.cases.moments import due_of
from app.cases.standing import state_of
from app.people import Directory


class Told:
    """Writes down in `sandbox.told` what would be said: kind of event, to whom ("nadia", "group:it"), about what.

    The kinds and their recipients are those of `app.notifications.recipients`.
    """

    def __init__(self, sandbox, quiet: bool):
        self.sandbox, self.quiet = sandbox, quiet

    def opened(self):
        self._say("case.opened", self._asked())

    def closed(self):
        box = self.sandbox
        self._say("case.closed", self._asked(), state=state_of(box, box.run, {}))

    def done(self, act: dict):
        """A decision is told to who asked; ordinary steps only move the drawing."""
        outcome = (act.get("answers") or {}).get("outcome") if "step" in act else None
        if outcome:
            self._say("task.completed", [one for one in self._asked() if one != act.get("by")],
                      element=act["step"], outcome=outcome)

    def new(self, steps, incidents):
        box = self.sandbox
        if self.quiet:
            return
        directory = Directory(box.now, box.requester, box.beneficiary)
        for step in steps:
            found = assign(step, box, directory)
            to = [one.key for one in found.people] + [f"group:{one.key}" for one in found.groups]
            due = due_of(step.facts, step.data, box, box.now)
            self._say("task.opened", to, element=step.element, place=(*step.callers, step.element)[0],
                      fallback=found.fallback, due=due.isoformat() if due else None)
        for one in incidents:
            self._say("incident.raised", [box.published.owner], element=one.element)

    def inner(self, call, directory):
        """A call that the product answers itself: what people would hear of it."""
        if self.quiet:
            return
        if call.topic == "notify":
            box, telling = self.sandbox, self.sandbox.telling(call, directory)
            self._say("case.notice", resolve(call.inputs.get("audience"), context_of(box, call.inputs), directory),
                      element=call.element, place=telling.place, subject=telling.texts(call.inputs.get("subject")),
                      text=telling.texts(call.inputs.get("text")))
        elif call.topic == "absence.arrange" and call.inputs.get("stand_in"):
            person, stand_in = (directory.person(call.inputs.get(name)) for name in ("person", "stand_in"))
            first, last = (str(call.inputs.get(name) or "")[:10] for name in ("first", "last"))
            if person and stand_in and first and last:
                self._say("absence.arranged", [stand_in.key], names=dict(person.names), first=first, last=last)

    def _asked(self) -> list[str]:
        return list(dict.fromkeys((self.sandbox.requester.key, self.sandbox.beneficiary.key)))

    def _say(self, kind: str, to: list[str], **data):
        if to and not self.quiet:
            self.sandbox.told.append({"kind": kind, "to": to, "at": self.sandbox.now.isoformat(), **data})
