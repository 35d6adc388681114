"""Findings with what one click would do about them: the normaliser's mends, and changes to the drawing."""

from collections.abc import Iterator
from dataclasses import replace

from app.engine.bpmn import child, children, kind, text
from app.engine.check.drawing import Drawing
from app.engine.check.islands import island
from app.engine.check.outcomes import parting
from app.engine.finding import Finding, finding
from app.engine.offer import Offer

# The normaliser's mend -> rules of findings it answers.
ANSWERS = {
    "start-added": ("end-without-start",),
    "data-object-defined": ("reference-to-nothing", "reference-to-wrong-kind"),
    "definition-added": ("reference-to-nothing", "message-not-named", "signal-not-named"),
    "person-decides": ("flow-without-condition",),
    "flow-made-default": ("flow-without-condition",),
    "timer-given-a-day": ("timer-without-time",),
    "timer-times-dropped": ("timer-with-many-times",),
    "condition-never": ("condition-missing",),
    "call-without-target-passes": ("call-without-target",),
    "multi-instance-once": ("multi-instance-without-number",),
    "loop-once": ("loop-without-condition",),
    "second-loop-dropped": ("both-loop-markers",),
    "boundary-never": (
        "boundary-without-trigger",
        "boundary-unattached",
        "reference-to-nothing",
        "reference-to-wrong-kind",
    ),
    "end-added": ("boundary-without-outgoing", "intermediate-without-outgoing"),
    "event-subprocess-never": ("event-subprocess-starts",),
    "starts-merged": ("subprocess-with-many-starts",),
    "script-empty-passes": ("script-missing",),
    "flow-dropped": ("flow-at-artifact", "flow-crosses-border", "reference-to-nothing", "reference-to-wrong-kind"),
    "flow-after-end-dropped": ("end-with-outgoing",),
    "flow-into-start-led-on": ("start-with-incoming",),
    "default-dropped": ("default-of-another", "reference-to-nothing", "reference-to-wrong-kind"),
    "catch-passes": ("catch-without-trigger",),
    "event-definition-dropped": ("reference-to-nothing", "reference-to-wrong-kind"),
    "data-association-dropped": ("reference-to-nothing", "reference-to-wrong-kind"),
    "expression-leftover": ("expression-broken",),
}
# Where no rule speaks of it: the finding that does, and how grave it is.
SPOKEN = {
    "definition-added": ("definition-missing", "warning"),
    "end-added": ("way-stops", "warning"),
    "data-association-dropped": ("association-loose", "warning"),
    "start-chosen": ("nothing-begins", "error"),
}
OTHERWISE = ("not-usable", "error")
# Without these the model would do what nobody meant: always the first way, round and round.
NEEDED = frozenset(["person-decides", "loop-once"])
WAYS = 5


def with_offers(drawings: list[Drawing], found: list[Finding], bundle) -> list[Finding]:
    """The findings with their offers, and a finding for each mend that waits for the owner and has none yet."""
    offers = {index: list(_offers(drawings, one)) for index, one in enumerate(found)}
    places = {}
    for index, one in enumerate(found):
        places.setdefault((one.rule, one.element), index)
    grave, more = set(), []
    for mend in (*bundle.made, *bundle.left):
        told = [places[rule, mend.element] for rule in ANSWERS.get(mend.rule, ()) if (rule, mend.element) in places]
        offer = Offer(mend.rule, mend.path, mend.element, mend.name, mend.which, mend.params)
        if told:
            offers[told[0]].append(offer)
            grave |= {told[0]} if _needed(mend, drawings) else set()
        elif mend in bundle.left:
            more.append(replace(_spoken(mend, drawings), offers=(offer,)))
    return [_with(one, offers[index], index in grave) for index, one in enumerate(found)] + more


def _spoken(mend, drawings):
    rule, severity = SPOKEN.get(mend.rule, OTHERWISE)
    if rule == "way-stops":
        scope = _drawing(drawings, mend.element).get(mend.element).getparent()
        # Clause 10.5.3: where no end event is drawn at all, every way ends where it stops.
        severity = severity if children(scope, "endEvent") else "info"
    return finding(rule, severity, mend.element, mend.name, **mend.params)


def _with(one, offers, grave):
    if not offers and not grave:
        return one
    unique = {offer.id: offer for offer in offers}
    return replace(one, offers=tuple(unique.values()), severity="error" if grave else one.severity)


def _needed(mend, drawings):
    """An inclusive gateway with open flows takes them all; an exclusive one would never look further than the first."""
    if mend.rule != "person-decides":
        return mend.rule in NEEDED
    return kind(_drawing(drawings, mend.element).get(mend.element)) == "exclusiveGateway"


def _drawing(drawings, key):
    return next((one for one in drawings if one.get(key) is not None), None)


def _offers(drawings, one):
    drawing = _drawing(drawings, one.element)
    if drawing is not None:
        for found in REMEDIES.get(one.rule, ()):
            yield from found(drawing, drawing.get(one.element), one)


def _offer(rule, drawing, element, which="", asks=(), **params):
    said = {key: str(value) for key, value in params.items()}
    return Offer(rule, drawing.path, element.get("id"), element.get("name") or "", which, said, asks)


def _name(drawing: Drawing, gateway, one: Finding) -> Iterator[Offer]:
    """What the ways are called says what is asked, until somebody finds better words."""
    ways = [" ".join((flow.get("name") or "").split()) for flow in drawing.outgoing(gateway)]
    yield _offer("name-it", drawing, gateway, asks=("name",), name=f"{' / '.join(filter(None, ways))}?")


def _default(drawing: Drawing, gateway, one: Finding) -> Iterator[Offer]:
    for flow in drawing.outgoing(gateway)[:WAYS]:
        target = drawing.get(flow.get("targetRef"))
        words = flow.get("name") or (target.get("name") if target is not None else "") or flow.get("id")
        yield _offer("set-default", drawing, gateway, flow.get("id"), way=" ".join(words.split()))


def _draw_outcome(drawing: Drawing, task, one: Finding) -> Iterator[Offer]:
    place, variable, language = parting(drawing, task)
    outcome = one.params["outcome"]
    said = {"gateway": place.get("id"), "outcome": outcome, "variable": variable, "language": language}
    name = outcome.replace("_", " ").capitalize()
    yield _offer("draw-outcome-end", drawing, task, outcome, asks=("name",), name=name, **said)


def _drop_condition(drawing: Drawing, flow, one: Finding) -> Iterator[Offer]:
    yield _offer("drop-condition", drawing, flow, text=text(child(flow, "conditionExpression")))


def _remove_unreached(drawing: Drawing, node, one: Finding) -> Iterator[Offer]:
    found = island(drawing, node)
    if found and not any(set(key) & set(" \t\n") for key in found):
        yield _offer("remove-unreached", drawing, node, count=len(found), ids=" ".join(found))


def _remove_gateway(drawing: Drawing, gateway, one: Finding) -> Iterator[Offer]:
    enter, leave = drawing.incoming(gateway), drawing.outgoing(gateway)
    if len(enter) == 1 and len(leave) <= 1 and not (leave and leave[0].get("targetRef") == gateway.get("id")):
        yield _offer("remove-gateway", drawing, gateway)


def _time_limit(drawing: Drawing, element, one: Finding) -> Iterator[Offer]:
    yield _offer("add-time-limit", drawing, element, asks=("duration",), duration="P7D")


def _plainly(rule):
    def offers(drawing: Drawing, element, one: Finding) -> Iterator[Offer]:
        yield _offer(rule, drawing, element)

    return offers


def _remove_boundary(drawing: Drawing, element, one: Finding) -> Iterator[Offer]:
    if kind(element) == "boundaryEvent":
        yield _offer("remove-step", drawing, element)


REMEDIES = {
    "gateway-unnamed": (_name,),
    "gateway-gap": (_default,),
    "gateway-without-default": (_default,),
    "outcome-leads-nowhere": (_draw_outcome,),
    "condition-ignored": (_drop_condition,),
    "default-with-condition": (_drop_condition,),
    "lonely-condition": (_drop_condition,),
    "unreachable": (_remove_unreached,),
    "step-without-incoming": (_remove_unreached,),
    "join-waits-for-ever": (_plainly("join-exclusively"),),
    "gateway-does-nothing": (_remove_gateway,),
    "must-interrupt": (_plainly("make-interrupting"),),
    "start-interrupts-nothing": (_plainly("make-interrupting"),),
    "wait-without-limit": (_time_limit,),
    "boundary-without-trigger": (_remove_boundary,),
    "boundary-unattached": (_remove_boundary,),
    "boundary-without-outgoing": (_remove_boundary,),
}
