"""What can go wrong while a run moves, said in sentences about the domain."""

from app.engine.words.incidents import incident_text


class StepClosed(Exception):
    """This step is no longer waiting: somebody or something has already completed or cancelled it."""


class StateUnreadable(Exception):
    """This state does not belong to the diagram it is loaded with."""


class StateTooLarge(Exception):
    """The data of this case has grown too large to be kept; the act that made it so cannot be saved."""


class Trouble(Exception):
    """Something at one element cannot go on; becomes an incident there.

    `kind` as in Incident; `rule` names its sentence in words/incidents.py, `params` are what that mentions. `phase`
    says what is to be done again, where that is not what was being tried.
    """

    phase = None

    def __init__(self, kind: str, rule: str, note: str = "", /, **params):
        self.kind, self.rule, self.note = kind, rule, note
        self.params = {name: str(value) for name, value in params.items()}
        super().__init__(incident_text(rule, self.params))


class ErrorThrown(Exception):
    """A BPMN error (10.5.7) on its way to whoever catches it."""

    def __init__(self, code: str, message: str = "", values: dict | None = None):
        super().__init__(message or code)
        self.code, self.message, self.values = code, message, values or {}
