"""A saved state with the names of the new version: who takes over is written where the old element stood."""

from SpiffWorkflow.util.task import TaskState

from app.engine.moving.standing import same_events
from app.engine.running.listening import LISTENERS


def renamed(route, run, state: dict, standing) -> dict:
    """`state`, as `run.dump()` wrote it, read as plain JSON. Listeners that the new version lacks are left out."""
    state["process"] = route.new.process
    if "missed" in state:
        state["missed"] = {route.id(element): _missed(route, kept) for element, kept in state["missed"].items()}
    for saved in state["scopes"]:
        scope = run.scopes[saved["owner"] or "."]
        saved["spec"] = route.spec(scope.spec).id
        saved["tokens"] = [one for token in saved["tokens"] for one in _token(route, run, state, token, standing)]
        if "records" in saved:
            saved["records"] = _records(route, saved["records"])
        if "notes" in saved:
            saved["notes"] = _still_there(_notes(route, saved["notes"]), route.spec(scope.spec))
    return state


def _still_there(notes, spec):
    """What an ad-hoc sub-process has yet to offer, without what the new version does not have."""
    if ".todo" in notes:
        notes[".todo"] = [name for name in notes[".todo"] if name in spec.task_specs]
    return notes


def _missed(route, kept: dict) -> dict:
    return {**kept, "callers": [route.id(caller) for caller in kept["callers"]]}


def _token(route, run, state, saved, standing):
    id, name, token_state, data, more = saved
    token = run.find_token(id)
    if token.role in LISTENERS:
        new = heir(route, token, standing)
        if new is None:
            return
        saved[1] = new.name
    elif id in standing.anew:
        state["ids"] += 1
        kept = {key: value for key, value in more.items() if key in ("via", "forks", "stamps", "disputed")}
        saved[:] = [str(state["ids"]), standing.anew[id].name, int(TaskState.READY), data, kept]
    else:
        saved[1] = route.id(name)
    if "via" in saved[4]:
        saved[4]["via"] = _via(route, token, standing)
    if "in" in saved[4]:
        saved[4]["in"] = _inside(route, saved[4]["in"])
    yield saved


def heir(route, listener, standing):
    """The node of the new version at which a listener goes on listening, or None."""
    heirs = _offered(route, listener, standing)
    found = next((one for one in heirs if one.name == route.id(listener.task_spec.name)), None)
    return found if found is not None and found.listens and same_events(listener.task_spec, found) else None


def _offered(route, listener, standing):
    """The listeners that stand in the new version where this one stood."""
    if listener.role == "start":
        return route.spec(listener.workflow.spec).listeners
    host = listener.parent
    new = None if host.id in standing.anew else route.node(host.task_spec)
    if new is None:
        return ()
    return new.boundaries if listener.role == "boundary" else [way.node for way in new.flows]


def _via(route, token, standing):
    if token in token.workflow.arrivals.get(token.task_spec.name, ()):
        arrived = standing.arrival(token, route.node(token.task_spec))
        return arrived.id if arrived else token.via
    return route.id(token.via)


def _inside(route, said: dict) -> dict:
    """What a token remembers by names: where it entered, what was chosen, what it is undoing."""
    said = dict(said)
    for name in ("entry", "chosen"):
        if name in said:
            said[name] = route.id(said[name])
    if "flows" in said:
        said["flows"] = [route.id(flow) for flow in said["flows"]]
    if "undoing" in said:
        said["undoing"] = _records(route, said["undoing"])
    if "inner" in said:
        said["inner"] = {**said["inner"], "records": _records(route, said["inner"].get("records", []))}
    return said


def _records(route, records: list) -> list:
    found = [{**record, "activity": route.id(record["activity"])} for record in records]
    return [{**one, "records": _records(route, one["records"])} if "records" in one else one for one in found]


def _notes(route, notes):
    """What a scope notes is made of names of nodes and flows."""
    if isinstance(notes, dict):
        return {route.id(name): _notes(route, value) for name, value in notes.items()}
    if isinstance(notes, list):
        return [_notes(route, value) for value in notes]
    return route.id(notes) if isinstance(notes, str) else notes
