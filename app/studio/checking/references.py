"""What a drawing refers to: forms, decisions, called services, and the lanes that the order binds."""

from dataclasses import replace

from sqlalchemy import select

from app.base import db
from app.catalog import grants
from app.catalog.questions import live, must_be_said, questions
from app.catalog.undecided import FOUND_LATER, undecided
from app.engine.survey import Survey
from app.people import Department
from app.studio.checking.calling import calls
from app.studio.checking.finding import StudioFinding
from app.studio.checking.names import LANGUAGES, listed

BY_PEOPLE = frozenset(["userTask", "manualTask", "globalUserTask", "globalManualTask"])
DEPLOYED = "camunda-forms:deployment:"


def reference_findings(spec: dict, seen: Survey, forms: dict[str, str]) -> list[StudioFinding]:
    """`forms`: path -> id of the form files as they are now."""
    known = {*forms.values(), *seen.forms}
    return [*_forms(spec, seen, known), *_decisions(spec, seen), *_called(spec, seen), *_lanes(spec, seen)]


def _forms(spec, seen, known):
    for element in seen.elements:
        form = (element.facts.form or "").removeprefix(DEPLOYED)
        if form and form not in known and not form.startswith(FOUND_LATER):
            yield _at(spec, element, "form-missing", "error", place="forms", form=form)
    path = spec.get("form")
    if path and path not in spec.get("forms", {}):
        yield StudioFinding("", "", "start-form-missing", "error", "", {"path": path}, place="forms")


def _decisions(spec, seen):
    known = {id for ids in seen.decisions.values() for id in ids}
    for element, later in undecided(seen.elements, known):
        rule, severity = ("decision-found-later", "warning") if later else ("decision-missing", "error")
        yield _at(spec, element, rule, severity, place="forms", decision=element.facts.decision)


def _called(spec, seen):
    named = {one.facts.called for one in seen.elements if one.facts.called}
    wanted = {one for one in named if not one.startswith(FOUND_LATER) and one not in seen.processes}
    known, offered = grants() if wanted else {}, calls(spec, seen) if wanted else None
    for element in seen.elements:
        called = element.facts.called
        if called in wanted and called not in known:
            yield replace(_at(spec, element, "called-missing", "error", called=called), offers=offered(element))
        elif called in wanted and not known[called].allows(spec.get("department", "")):
            whose = _names(known[called].department)
            found = _at(spec, element, "called-not-granted", "error", called=called, department=whose)
            yield replace(found, offers=offered(element))
        elif called in wanted and not _tells_all(element.facts):
            yield from _untold(spec, element)


def _tells_all(facts) -> bool:
    return facts.propagate_all is True or (facts.propagate_all is None and not facts.inputs)


def _untold(spec, element):
    """A call that leaves out what people would have to say: nobody is asked for it later."""
    version, given = live(element.facts.called), {one.target for one in element.facts.inputs}
    asked = questions(version) if version else {}
    left = [part for key, part in asked.items() if must_be_said(part) and key not in given]
    if left:
        names = listed([{language: part.text("label", language, part.key) for language in LANGUAGES} for part in left])
        called = {language: version.name(language) for language in LANGUAGES}
        yield _at(spec, element, "call-untold", "warning", called=called, names=names)


def _names(department) -> dict[str, str]:
    return db.session.scalar(select(Department.names).where(Department.key == department)) or {"en": department}


def _lanes(spec, seen):
    bound = spec.get("lanes") or {}
    for lane in bound:
        if seen.process and lane not in seen.lanes:
            yield StudioFinding(lane, "", "lane-gone", "warning", place="words")
    for lane in dict.fromkeys(one.lane for one in seen.elements if _needs_lane(one, seen)):
        if lane not in bound:
            name = "" if lane in seen.unnamed else " ".join(seen.lanes.get(lane, "").split())
            yield StudioFinding(lane, name, "lane-unbound", "warning", spec.get("diagram", ""), place="words")


def _needs_lane(element, seen) -> bool:
    facts = element.facts
    named = facts.assignee or facts.users or facts.groups
    return bool(element.lane) and element.process == seen.process and element.kind in BY_PEOPLE and not named


def _at(spec, element, rule, severity, place="drawing", **params) -> StudioFinding:
    return StudioFinding(element.id, element.name, rule, severity, spec.get("diagram", ""), params, place=place)
