"""What decisions require of each other, looked at before any is taken: it exists and leads in no circle (DMN 6.2)."""
from collections.abc import Iterator

from app.engine.dmn.errors import DecisionRefused
from app.engine.dmn.model import Model, Part, Trouble


def requirement_troubles(model: Model) -> Iterator[Trouble]:
    """A trouble for each requirement of this file that points nowhere or leads back to where it began."""
    told = {one.element for one in model.troubles}
    for part in model.parts.values():
        for reference in [one for one in _required(part) if one.rpartition("#")[0] not in told]:
            try:
                owner, found = model.find(reference)
            except DecisionRefused as refused:
                yield Trouble(part.id, part.name, refused.sentence)
                continue
            if _reaches(owner, found, part):
                yield Trouble(part.id, part.name, f"{part.name} requires itself, directly or through others.")
                break


def _required(part: Part) -> tuple[str, ...]:
    """What must be known first. Knowledge may call itself: that is a function, not a circle."""
    return getattr(part, "requires", ())


def _reaches(owner: Model, start: Part, goal: Part) -> bool:
    waiting, seen = [(owner, start)], set()
    while waiting:
        model, part = waiting.pop()
        if part is goal:
            return True
        if id(part) not in seen:
            seen.add(id(part))
            waiting += _neighbours(model, part)
    return False


def _neighbours(model: Model, part: Part) -> list[tuple[Model, Part]]:
    found = []
    for reference in _required(part):
        try:
            found.append(model.find(reference))
        except DecisionRefused:
            continue
    return found
