"""Where a case stands: its state in the words of the catalogue, and who has it."""

END_STATES = {"fulfilled", "refused", "expired", "withdrawn", "closed"}


def state_of(case, run, steps: dict) -> str:
    """The request state (behaviour of the catalogue) that follows from what the run waits for.

    `steps` are the entries of `case.open["steps"]`."""
    if run.finished:
        return _ended(case, run)
    entries = steps.values()
    if run.incidents and not steps:
        return "failed"
    if any(entry["asks_requester"] for entry in entries):
        return "waiting_requester"
    said = (_property(case, entry["element"], "state") for entry in entries)
    word = next(filter(None, said), None)
    if word:
        return word
    if any(entry["approval"] for entry in entries):
        return "waiting_approval"
    if steps or run.calls or run.incidents:
        return "in_progress"
    return "scheduled"


def who_has_it(steps: dict) -> dict:
    """For lists: names of the people and groups of the task that has waited longest."""
    if not steps:
        return {}
    first = min(steps.values(), key=lambda entry: (entry["since"], entry["task"]))
    return {key: first[key] for key in ("names", "element", "place", "task", "since", "due")}


def _ended(case, run) -> str:
    if run.failure:
        return "failed"
    words = [_property(case, element, "state") for element in run.ended]
    return next((word for word in reversed(words) if word in END_STATES), "fulfilled")


def _property(case, element: str, name: str) -> str | None:
    found = case.published.diagram.elements.get(element)
    return found.facts.properties.get(name) if found else None
