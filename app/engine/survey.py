"""All files of a service looked at together, as its designer has them now: what is found, and what they hold."""

from dataclasses import dataclass, field

from app.engine.bpmn import children, descendants, event_definitions, kind, nodes, text, true
from app.engine.check import check
from app.engine.compile import compile_bundle
from app.engine.diagram import Element, Flow
from app.engine.finding import Finding, ModelRefused, finding
from app.engine.layout import laid_out, undrawn
from app.engine.naming import Unnamed
from app.engine.offer import Offer, OfferGone
from app.engine.offering import apply_offer, changed_by, mended, offers
from app.engine.read.bundle import Bundle, read_bundle
from app.engine.read.child import Child, ChildFailed

NOTHING = Bundle({}, {}, {}, {}, {}, (), "")


@dataclass(frozen=True)
class Survey:
    """`findings`: (path, Finding), gravest first, repairs last. `process` is the one that would run, "" where none can.

    `main` is the path of its file and `about` its documentation; `drawings` are the paths of all BPMN files.
    `elements` and `flows` are those of all processes of the bundle, `timed` the ids of activities that a timer ends,
    `forms`: form id -> schema, drawn ones and files; `decisions`: path -> ids; `unread` the paths that cannot be read,
    `undrawn` those in whose drawing something has no place. `unnamed`: id -> how people call what has no name.
    """

    findings: tuple[tuple[str, Finding], ...] = ()
    process: str = ""
    main: str = ""
    about: str = ""
    drawings: tuple[str, ...] = ()
    processes: dict[str, str] = field(default_factory=dict)
    elements: tuple[Element, ...] = ()
    flows: tuple[Flow, ...] = ()
    lanes: dict[str, str] = field(default_factory=dict)
    timed: frozenset[str] = frozenset()
    forms: dict[str, dict] = field(default_factory=dict)
    decisions: dict[str, tuple[str, ...]] = field(default_factory=dict)
    unread: tuple[str, ...] = ()
    undrawn: tuple[str, ...] = ()
    unnamed: dict[str, Unnamed] = field(default_factory=dict)

    def called(self, id: str, name: str, language: str) -> str:
        """What an element is called: its name, else what it is and where it stands."""
        return self.unnamed[id].text(language) if id in self.unnamed else " ".join(name.split()) or id

    @property
    def repairs(self) -> tuple[Finding, ...]:
        """What is mended on reading, and not yet in the texts."""
        return tuple(one for _, one in self.findings if one.severity == "repair")


def survey(files: dict[str, bytes], process: str, child: Child, sent: frozenset[str] = frozenset()) -> Survey:
    """Look at `files` in `child`, the main model first; `process` is the one that should run, "" for whichever can.

    `sent` as for `check`. One file that cannot be read does not hide the others. Files that hang or swell
    the child are told as a finding.
    """
    try:
        return child.call("app.engine.survey:surveyed", (files, process, sent))
    except ChildFailed as failed:
        rule = "reading-takes-too-long" if failed.reason == "time" else "reading-takes-too-much"
        name = next(iter(files), "")
        return Survey(((name, finding(rule, "error", name=name, file=name)),), unread=tuple(files))


def surveyed(work: tuple[dict[str, bytes], str, frozenset[str]]) -> Survey:
    """What the child does."""
    files, process, sent = work
    bundle, refused = _readable(files)
    found = [(path, one) for path, all in refused.items() for one in all]
    homes = _homes(bundle)
    main = next(iter(bundle.drawn), "")
    found += [(homes.get(one.element, _named(bundle, one) or main), one) for one in check(bundle, sent)]
    told = (one.among(bundle.unnamed) for one in bundle.repairs)
    found += [(homes.get(one.element, main), one) for one in told]
    diagram, broken = _compiled(bundle, process)
    known = {one.rule for _, one in found}
    found += [(main, one.among(bundle.unnamed)) for one in broken if one.rule not in known]
    shared = {"forms": bundle.forms, "unread": tuple(refused), "decisions": _decisions(bundle),
              "drawings": tuple(bundle.drawn), "unnamed": bundle.unnamed,
              "undrawn": tuple(path for path, root in bundle.drawn.items() if undrawn(root))}
    if diagram is None:
        return Survey(tuple(found), **shared)
    return Survey(
        tuple(found), diagram.process, homes.get(diagram.process, main), _about(bundle, diagram.process),
        processes=dict(diagram.processes), elements=tuple(diagram.elements.values()),
        flows=tuple(diagram.flows.values()), lanes=dict(diagram.lanes), timed=_timed(bundle), **shared)


def applied(work: tuple[dict[str, bytes], str, dict]) -> dict[str, bytes]:
    """The files that change when the offer of this id is accepted, with what its owner said. Raises OfferGone."""
    files, id, said = work
    offer = next((one for one in offers(files, trusted=True) if one.id == id), None)
    if offer is None:
        raise OfferGone
    return _changed(files, apply_offer(files, offer.saying(**said), trusted=True))


def acted(work: tuple[dict[str, bytes], Offer]) -> dict[str, bytes]:
    """The files that change when an offer is carried out that the asker has made itself. Raises OfferGone."""
    files, offer = work
    return _changed(files, changed_by(files, offer))


def repaired(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files that change when the safe repairs are written into them; files nobody can read are left alone."""
    _, refused = _readable(files)
    sound = {path: data for path, data in files.items() if path not in refused}
    return _changed(sound, mended(sound, trusted=True)) if sound else {}


def drawn(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files that change when what has no place in its drawing gets one."""
    _, refused = _readable(files)
    return laid_out({path: data for path, data in files.items() if path not in refused})


def _changed(before, after):
    return {path: data for path, data in after.items() if data != before.get(path)}


def _readable(files) -> tuple[Bundle, dict[str, tuple[Finding, ...]]]:
    """The bundle of the files that can be read, and why the others cannot."""
    refused, left = {}, dict(files)
    while left:
        try:
            return read_bundle(left, trusted=True), refused
        except ModelRefused as broken:
            path = broken.findings[0].params.get("file", "")
            path = path if path in left else next(iter(left))
            refused[path] = broken.findings
            del left[path]
    return NOTHING, refused


def _homes(bundle) -> dict[str, str]:
    """Element id -> path of the file in which it stands."""
    roots = {**bundle.decisions, **bundle.drawn}
    return {one.get("id"): path for path, root in roots.items() for one in root.iter() if one.get("id")}


def _named(bundle, one) -> str | None:
    return next((path for path in bundle.decisions if path == one.name), None)


def _decisions(bundle):
    return {path: tuple(one.get("id") for one in root.iter("{*}decision") if one.get("id"))
            for path, root in bundle.decisions.items()}


def _compiled(bundle, process):
    """(diagram, findings): the wanted process where it is there, else the one that is meant to be the service."""
    meant = _meant(bundle)
    try:
        return compile_bundle(bundle, process or meant), ()
    except ModelRefused as refused:
        return (_other(bundle, meant) if process and meant else None), refused.findings if bundle.drawn else ()


def _other(bundle, process):
    try:
        return compile_bundle(bundle, process)
    except ModelRefused:
        return None


def _meant(bundle) -> str | None:
    """Of several pools and files the one drawn to be run; called parts and partners that are only shown come last."""
    called = {facts.called for facts in bundle.facts.values() if facts.called}
    drawn = [one for root in bundle.drawn.values() for one in children(root, "process") if nodes(one)]
    return max(drawn, key=lambda one: _likelihood(one, called)).get("id") if drawn else None


def _likelihood(process, called):
    starts = any(kind(one) == "startEvent" for one in nodes(process))
    people = any(True for _ in descendants(process, "userTask"))
    return true(process, "isExecutable"), process.get("id") not in called, starts, people


def _about(bundle, process) -> str:
    found = (one for root in bundle.drawn.values() for one in children(root, "process") if one.get("id") == process)
    return " ".join(text(told) for one in found for told in children(one, "documentation")).strip()


def _timed(bundle) -> frozenset[str]:
    """Activities that a timer on their edge ends."""
    found = set()
    for root in bundle.models.values():
        for event in root.iter("{*}boundaryEvent"):
            timer = any(kind(one) == "timerEventDefinition" for one in event_definitions(event, root))
            if timer and event.get("cancelActivity", "true") not in ("false", "0"):
                found.add(event.get("attachedToRef"))
    return frozenset(found)
