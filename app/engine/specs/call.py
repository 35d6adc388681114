"""Work for the outside: service, send and business rule tasks wait as calls until they are answered (BPMN 13.3.3)."""

from app.engine.events.message import send
from app.engine.specs.activity import Activity


class OutsideTask(Activity):
    """Parked as a Call; its topic is what the model names, or else its own id."""

    call_kind = "service"

    @property
    def topic(self) -> str:
        return self.facts.topic or self.facts.decision or self.element.id

    def work(self, token):
        return None

    def given(self, token) -> dict:
        """The declared inputs only; everything visible where none are declared."""
        return dict(token.local or {}) if self.maps.inputs else token.visible()


class SendTask(OutsideTask):
    """With a message it sends that and goes on; without one it is a call like a service task's."""

    message = None

    def work(self, token):
        if self.message is None or self.facts.topic:
            return None
        send(token, self.message)
        return True
