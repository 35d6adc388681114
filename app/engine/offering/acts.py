"""What the offers beyond the normaliser do to a drawing. Everything they need to know stands in the offer."""

from lxml import etree

from app.engine.bpmn import XSI_TYPE, child, tag
from app.engine.offering.calling import call_instead, do_by_hand
from app.engine.offering.limits import add_time_limit
from app.engine.offering.removing import remove_all, remove_and_join
from app.engine.repair.drawing import connect, ids, leaving, make


def name_it(element, offer) -> None:
    element.set("name", " ".join(offer.params["name"].split()))


def set_default(gateway, offer) -> None:
    """The way that is taken when no other fits has no condition of its own (clause 8.4.13)."""
    gateway.set("default", offer.which)
    for flow in leaving(gateway.getparent()).get(gateway.get("id"), ()):
        if flow.get("id") == offer.which:
            drop_condition(flow, offer)


def drop_condition(flow, offer) -> None:
    condition = child(flow, "conditionExpression")
    if condition is not None:
        flow.remove(condition)


def join_exclusively(gateway, offer) -> None:
    gateway.tag = tag("exclusiveGateway")


def interrupt(event, offer) -> None:
    for name in ("cancelActivity", "isInterrupting"):
        event.attrib.pop(name, None)


def draw_outcome_end(task, offer) -> None:
    """An arrow for the decision nobody drew, from where the other decisions part, to an end of its own."""
    scope, taken = task.getparent(), ids(task.getroottree().getroot())
    place = next(one for one in scope if one.get("id") == offer.params["gateway"])
    word = offer.params["outcome"].strip()
    end = make(scope, "endEvent", f"End_{task.get('id')}_{_plain(word)}", taken, name=offer.params["name"])
    flow = connect(scope, place, end, taken)
    flow.set("name", offer.params["name"])
    condition = etree.SubElement(flow, tag("conditionExpression"))
    prefix = next((name for name, uri in flow.nsmap.items() if tag("x").startswith(f"{{{uri}}}")), None)
    condition.set(XSI_TYPE, f"{prefix}:tFormalExpression" if prefix else "tFormalExpression")
    sign, mark = ("==", "") if offer.params["language"] == "python" else ("=", "=")
    condition.text = f'{mark}{offer.params["variable"]} {sign} "{word}"'


def _plain(word):
    return "".join(letter if letter.isalnum() else "_" for letter in word)


def remove_step(element, offer) -> None:
    remove_all(element.getroottree().getroot(), {element.get("id")})


def remove_unreached(element, offer) -> None:
    remove_all(element.getroottree().getroot(), set(offer.params["ids"].split()))


def remove_gateway(gateway, offer) -> None:
    remove_and_join(gateway)


def limit_time(element, offer) -> None:
    add_time_limit(element, offer.params["duration"].strip())


ACTS = {
    "name-it": name_it,
    "set-default": set_default,
    "drop-condition": drop_condition,
    "join-exclusively": join_exclusively,
    "make-interrupting": interrupt,
    "draw-outcome-end": draw_outcome_end,
    "remove-step": remove_step,
    "remove-unreached": remove_unreached,
    "remove-gateway": remove_gateway,
    "add-time-limit": limit_time,
    "call-instead": call_instead,
    "do-by-hand": do_by_hand,
}
