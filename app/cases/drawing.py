"""What the drawing and the outline say of a case: done, now with whom, failed, not reached; flows taken how often."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from app.base import db
from app.cases.incident import Incident
from app.cases.task import Candidate, Task
from app.people import Person

PEOPLE = ("userTask", "manualTask", "task", "callActivity")
SHOWN = (
    *PEOPLE,
    "startEvent",
    "endEvent",
    "exclusiveGateway",
    "serviceTask",
    "receiveTask",
    "intermediateCatchEvent",
    "subProcess",
    "scriptTask",
    "businessRuleTask",
    "sendTask",
)


@dataclass
class Place:
    """One element of the outline: state is done, now, failed, waiting or next."""

    element: str
    name: str
    kind: str
    lane: str
    state: str
    count: int = 0
    tasks: list = field(default_factory=list)

    @property
    def since(self) -> datetime | None:
        return min((task.opened_at for task in self.tasks if not task.closed), default=None)

    @property
    def who(self) -> list[Person]:
        """Who did it, or has it: people and groups."""
        return [one for task in self.tasks for one in _who(task)]


def outline(case, language: str) -> list[Place]:
    """Every element of the case's own diagram in reading order, with its state."""
    version, marks = case.published, case.marks or {}
    tasks = _tasks_by_element(case)
    failed = set(
        db.session.scalars(select(Incident.element).where(Incident.case_id == case.id, Incident.resolved_at.is_(None)))
    )
    waiting = _waiting(case)
    places = []
    for id in version.diagram.order:
        element = version.diagram.elements[id]
        if element.process != version.diagram.process or element.kind not in SHOWN:
            continue
        place = Place(
            id,
            version.element_name(id, language),
            element.kind,
            version.lane_name(element.lane, language) or "",
            "next",
            marks.get("done", {}).get(id, 0),
            tasks.get(id, []),
        )
        place.state = _state(place, failed, waiting)
        places.append(place)
    return places


def steps(case, places: list[Place], language: str) -> list[Place]:
    """What people did, do, and usually do next: the short list beside the conversation."""
    usual = {step.element for step in case.published.steps(language)} if not case.ended else set()
    human = [place for place in places if place.kind in PEOPLE and (place.state != "next" or place.element in usual)]
    last = max((at for at, place in enumerate(human) if place.state != "next"), default=-1)
    # What was passed by without being done is none of the steps of this request.
    return [place for at, place in enumerate(human) if place.state != "next" or at > last]


def progress(case, language: str) -> list[str]:
    """The states of a case's usual steps, for a row of short bars; from the case itself, without its tasks."""
    done = (case.marks or {}).get("done", {})
    here = {entry["place"] or entry["element"] for entry in (case.open or {}).get("steps", {}).values()}
    now = "waiting" if case.state.startswith("waiting") else "now"
    usual = [step.element for step in case.published.steps(language)]
    states = [now if one in here else "done" if one in done else "ahead" for one in dict.fromkeys(usual)]
    last = max((at for at, state in enumerate(states) if state != "ahead"), default=-1)
    if here and now not in states:  # a detour, such as a question in between
        states.insert(last := last + 1, now)
    # A step that was passed by without being done is none of the steps of this request.
    return [state for at, state in enumerate(states) if state != "ahead" or at > last]


def marks(case, places: list[Place], tag, language: str) -> dict:
    """What the viewer paints (frontend/src/viewer.js). `tag(place)` is the label of a place where the case stands."""
    return {
        "rest": "ahead",
        "focus": next((place.element for place in places if place.state in ("failed", "now")), None),
        "names": case.published.drawn_names(language),
        "elements": {
            place.element: {
                "state": place.state,
                "count": place.count,
                **({"tag": tag(place)} if place.state in ("now", "failed") else {}),
            }
            for place in places
            if place.state != "next"
        },
        "flows": (case.marks or {}).get("flows", {}),
    }


def _state(place: Place, failed: set, waiting: set) -> str:
    if place.element in failed:
        return "failed"
    if any(not task.closed for task in place.tasks) or place.element in waiting:
        return "now"
    return "done" if place.count else "next"


def _tasks_by_element(case) -> dict[str, list[Task]]:
    """Tasks by the element of the case's own drawing: those of a called fragment stand at the call."""
    found = db.session.scalars(
        select(Task)
        .where(Task.case_id == case.id)
        .order_by(Task.id)
        .options(
            joinedload(Task.closed_by),
            selectinload(Task.candidates).options(joinedload(Candidate.person), joinedload(Candidate.group)),
        )
    )
    by_element = {}
    for task in found:
        by_element.setdefault(task.place or task.element, []).append(task)
    return by_element


def _waiting(case) -> set[str]:
    """Elements at which the run stands without a person: timers, messages, calls; kept with the case's open rows."""
    return set((case.open or {}).get("standing", ()))


def _who(task: Task) -> list:
    if task.closed:
        return [task.closed_by] if task.closed_by else []
    if task.claim:
        return [task.claim.person]
    return [one.person or one.group for one in task.candidates]
