"""What was done to a case, as it will stand in its story; recorded together with what followed from it."""

from dataclasses import dataclass, field

from app.events import Event


@dataclass(frozen=True)
class Deed:
    """Kind and doer of the event that a move of the run is; `task` where one was done, `data` for its sentence."""

    kind: str
    by: object = None
    on_behalf_of: object = None
    task: object = None
    data: dict = field(default_factory=dict)

    def record(self, case, passed: list, now):
        """The event, with the elements that the run passed because of it."""
        Event.record(
            self.kind,
            case=case,
            task=self.task,
            by=self.by,
            on_behalf_of=self.on_behalf_of,
            now=now,
            **self.data,
            passed=passed,
        )
