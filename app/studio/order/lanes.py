"""The lanes of a service's drawing and what people do in them, also where the drawing cannot run yet."""

from dataclasses import dataclass

from app.catalog import in_tongues
from app.engine.words import LANGUAGES
from app.engine.words.kinds import place_words
from app.studio.order.assignment import Assignment
from app.studio.wording.xml_text import sheet_of

BY_PEOPLE = ("userTask", "manualTask")


@dataclass(frozen=True)
class Lane:
    """`steps` are the ids of what people do in it; `names` the lane's names by language."""

    id: str
    names: dict[str, str]
    steps: tuple[str, ...]
    assignment: Assignment


def lanes_of(spec: dict, files: dict[str, bytes]) -> list[Lane]:
    """In the order of the drawing; none where there is no drawing that can be read as text.

    Lanes of another pool, of a supplier say, are left out as long as nobody here does anything in them.
    """
    tags = _tags(files.get(spec.get("diagram"), b""))
    working = {process for path, data in files.items() if path.endswith(".bpmn") for process in _working(data)}
    people = {tag.get("id") for tag in tags if tag.name in BY_PEOPLE}
    people |= {tag.owner for tag in tags if {tag.get("processId"), tag.get("calledElement")} & working}
    inside = [(tag.owner, tag.content.text.strip()) for tag in tags if tag.name == "flowNodeRef" and tag.content]
    bound, names = spec.get("lanes") or {}, spec.get("names") or {}
    lanes = [(process, tag) for process, tag in _by_process(tags) if tag.name == "lane" and tag.get("id")]
    unnamed = [tag.get("id") for _process, tag in lanes if not tag.get("name")]
    found = [
        (process, Lane(tag.get("id"), {**_called(tag, unnamed), **(names.get(tag.get("id")) or {})},
                       tuple(node for lane, node in inside if lane == tag.get("id") and node in people),
                       Assignment.read(bound.get(tag.get("id")))))
        for process, tag in lanes
    ]
    ours = spec.get("process") or ""
    return [lane for process, lane in found if lane.steps or lane.id in bound or ours in ("", process)]


def _called(lane, unnamed: list[str]) -> dict[str, str]:
    if lane.get("name"):
        return in_tongues(lane.get("name"))
    number = unnamed.index(lane.get("id")) + 1 if len(unnamed) > 1 else 0
    return {language: place_words("", "Lane", number, language) for language in LANGUAGES}


def _working(data: bytes) -> set[str]:
    """Ids of the processes in which people do something: a call of one of them is a step like any other."""
    return {process for process, tag in _by_process(_tags(data)) if tag.name in BY_PEOPLE} - {""}


def _by_process(tags):
    """Every tag with the id of the process it stands in."""
    process = ""
    for tag in tags:
        process = tag.get("id") if tag.name == "process" else process
        yield process, tag


def _tags(data: bytes) -> list:
    try:
        return sheet_of(data).tags
    except (UnicodeDecodeError, LookupError):
        return []
