"""Event definitions read from a model's XML."""

from functools import cached_property

from app.engine.bpmn import bare, child, event_definitions, kind, text
from app.engine.events.conditional import Conditional
from app.engine.events.correlation import keys_of
from app.engine.events.definition import Cancel, Compensate, Error, Escalation, Link, Terminate
from app.engine.events.message import Message, Signal
from app.engine.events.timer import TimerEvent

FORMS = {"timeDate": "date", "timeDuration": "duration", "timeCycle": "cycle"}


class Reading:
    """Reads the definitions of one file; `root` holds the messages, signals, errors and escalations they refer to."""

    def __init__(self, root):
        self.root = root
        self.shared = {one.get("id"): one for one in root if isinstance(one.tag, str) and one.get("id")}

    @cached_property
    def everything(self) -> dict:
        """Every element of the file by its id."""
        return {one.get("id"): one for one in self.root.iter() if isinstance(one.tag, str) and one.get("id")}

    def of(self, element) -> list:
        """The definitions of an event element, in the order drawn."""
        return [self.one(found) for found in event_definitions(element, self.root)]

    def one(self, definition):
        return getattr(self, "_" + kind(definition).removesuffix("EventDefinition"))(definition)

    def message(self, reference: str | None) -> Message | None:
        """The message an attribute refers to; its id stands for it where it has no name or is not defined."""
        name = bare(reference)
        if not name:
            return None
        shared = self.shared.get(name)
        return Message(_name(shared, name), *keys_of(name, shared, self.root))

    def _message(self, definition):
        reference = definition.get("messageRef")
        return self.message(reference) or Message(definition.get("id") or "message")

    def _signal(self, definition):
        reference = bare(definition.get("signalRef"))
        return Signal(_name(self.shared.get(reference), reference or definition.get("id") or "signal"))

    def _error(self, definition):
        return Error(self._code(definition.get("errorRef"), "errorCode"))

    def _escalation(self, definition):
        return Escalation(self._code(definition.get("escalationRef"), "escalationCode"))

    def _timer(self, definition):
        for name, form in FORMS.items():
            found = child(definition, name)
            if found is not None and text(found):
                return TimerEvent(form, text(found))
        return TimerEvent("duration", "")

    def _conditional(self, definition):
        return Conditional(text(child(definition, "condition")))

    def _compensate(self, definition):
        wait = definition.get("waitForCompletion", "true") != "false"
        return Compensate(bare(definition.get("activityRef")) or None, wait)

    def _link(self, definition):
        return Link(definition.get("name") or definition.get("id"))

    def _cancel(self, definition):
        return Cancel("cancel")

    def _terminate(self, definition):
        return Terminate("terminate")

    def _code(self, reference, attribute):
        name = bare(reference)
        shared = self.shared.get(name)
        return (shared.get(attribute) if shared is not None else None) or name or None


def _name(shared, otherwise):
    return (shared.get("name") if shared is not None else None) or otherwise
