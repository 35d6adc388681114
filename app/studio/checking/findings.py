"""Everything there is to say about a service as it is being designed, the gravest first."""

from dataclasses import replace
from datetime import datetime

from app.catalog import in_tongues
from app.engine import Finding, OfferGone
from app.studio.checking.calling import BY_HAND, INSTEAD, calls
from app.studio.checking.finding import SEVERITIES, Beside, Called, StudioFinding, weight
from app.studio.checking.forms import form_findings, form_ids, given_names
from app.studio.checking.looking import act, apply, look
from app.studio.checking.order import order_findings
from app.studio.checking.owners import owner_findings
from app.studio.checking.references import reference_findings

MOST = 500
PLACES = {"form": "forms", "dmn": "forms"}
FORM_GONE, FORM_BROKEN, UNAIMED = "form-not-found", "unreadable-form", "call-without-target"


def findings(spec: dict, files: dict[str, bytes], *, now: datetime) -> list[StudioFinding]:
    """Of the models, tables, forms, references, texts and people of this service; nothing is changed."""
    seen = look(files, spec.get("diagram", ""), spec.get("process", ""))
    given = given_names(spec, seen, files)
    told = [(path, one) for path, one in seen.findings if one.params.get("variable") not in given(one.element)]
    called = _called(spec, seen)
    found = [_of_the_engine(path, one.among(called)) for path, one in told]
    found = [_with_calls(one, spec, seen) for one in found]
    found += form_findings(files)
    found += reference_findings(spec, seen, form_ids(files))
    found += order_findings(spec, seen, files)
    found += owner_findings(spec, seen, now)
    return [_named(one, called) for one in sorted(_without_twins(found), key=weight)[:MOST]]


def accept(spec: dict, files: dict[str, bytes], id: str, said: dict, *, now: datetime) -> dict[str, bytes]:
    """The files that change when the offer of this id is accepted, with what its owner said. Raises OfferGone."""
    main = spec.get("diagram", "")
    if id.partition(":")[0] not in (INSTEAD, BY_HAND):
        return apply(files, main, id, said)
    offers = (offer for one in findings(spec, files, now=now) for offer in one.offers)
    offer = next((one for one in offers if one.id == id), None)
    if offer is None:
        raise OfferGone
    return act(files, main, offer.saying(**said))


def blocking(found: list[StudioFinding]) -> list[StudioFinding]:
    """Those that must be mended before the service can be published."""
    return [one for one in found if one.severity == "error"]


def counts(found: list[StudioFinding]) -> dict[str, int]:
    """How many of each severity."""
    return {severity: sum(one.severity == severity for one in found) for severity in SEVERITIES}


def _with_calls(one: StudioFinding, spec, seen) -> StudioFinding:
    """Whom a call without a target may call, nobody but the studio knows."""
    if one.rule != UNAIMED:
        return one
    element = next((element for element in seen.elements if element.id == one.element), None)
    return replace(one, offers=(*calls(spec, seen)(element), *one.offers)) if element else one


def _called(spec, seen) -> dict:
    """Id -> how people call it, for what nobody named in the drawing and for what has names in other languages."""
    drawn = {**{one.id: one.name for one in (*seen.elements, *seen.flows)}, **seen.lanes}
    named = {id: Called(in_tongues(" ".join(drawn[id].split()), texts))
             for id, texts in (spec.get("names") or {}).items() if drawn.get(id) and isinstance(texts, dict)}
    beside = {id: Beside(one, named) for id, one in seen.unnamed.items()}
    # Sentences mention what has a name by that name; of two with the same, either translation fits or the drawn one.
    mentioned = {" ".join(drawn[id].split()): one for id, one in named.items()}
    return {**mentioned, **beside, **named}


def _named(one: StudioFinding, called: dict) -> StudioFinding:
    drawn = one.element in called and not one.file.endswith((".form", ".dmn"))
    return replace(one, called=called[one.element]) if drawn else one


def _of_the_engine(path: str, one: Finding) -> StudioFinding:
    place = PLACES.get(path.rsplit(".", 1)[-1], "drawing")
    return StudioFinding(one.element, one.name, one.rule, one.severity, path, offers=one.offers, place=place, told=one)


def _without_twins(found: list[StudioFinding]) -> list[StudioFinding]:
    """Each id once. A missing form is known twice: the engine warns of it, but it is no form for people to fill in.
    So is a file that can be read neither by the engine nor as a form."""
    broken = {one.file for one in found if one.rule == "form-unreadable" and not one.element}
    missing = {one.element for one in found if one.rule == "form-missing"}
    kept = {}
    for one in found:
        if one.rule == FORM_GONE and one.element in missing or one.rule == FORM_BROKEN and one.file in broken:
            continue
        kept.setdefault(one.id, one)
    return list(kept.values())
