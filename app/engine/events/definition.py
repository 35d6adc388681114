"""What event definitions have in common."""

from SpiffWorkflow.bpmn.specs.event_definitions.base import EventDefinition


class Definition(EventDefinition):
    """SpiffWorkflow's event definition, but it subscribes with rows the product owns instead of being polled.

    `kind` is the BPMN word. `catchable` ones can be waited for; the others are found when something is thrown.
    """

    kind = ""
    catchable = False

    def subscribe(self, token, now) -> dict:
        """The open subscription as plain data; kept with the token."""
        raise NotImplementedError(self.kind)

    def again(self, subscription: dict, now):
        """The subscription after it has fired and its listener goes on listening, or None when it is used up."""
        return subscription


class NoDefinition(Definition):
    """A none event: nothing is waited for or thrown."""

    kind = "none"


class Terminate(Definition):
    kind = "terminate"


class Cancel(Definition):
    kind = "cancel"


class Named(Definition):
    """Errors, escalations and links find their catcher by `code`; None catches all (10.5.5)."""

    def __init__(self, code, name=""):
        super().__init__(name or code or "")
        self.code = code

    def fits(self, code) -> bool:
        return self.code is None or self.code == code


class Error(Named):
    kind = "error"


class Escalation(Named):
    kind = "escalation"


class Link(Named):
    kind = "link"


class Compensate(Definition):
    """`activity`: id of the activity to compensate, None for all of the scope; `wait`: go on only afterwards."""

    kind = "compensate"

    def __init__(self, activity=None, wait=True):
        super().__init__("compensate")
        self.activity, self.wait = activity, wait
