"""Every route of the studio, for every role, on its own and on a foreign service: what is not theirs is not there.

The routes come from the application itself: one that is new fails here until DEEDS says what it takes to use it.
"""

from contextlib import contextmanager

import pytest
from sqlalchemy import select

from app.base import transaction
from app.catalog import Service
from app.people import Department, Person, Role
from app.studio.bringing.slug import RESERVED
from app.studio.drafts import open_for_service
from app.studio.rights import DESIGN, GRANT, PUBLISH, VIEW
from app.web import application

STUDIO, AUDIT, BEGIN, ASK = "studio", "audit", "begin", "ask"
"""Beside the deeds on a service: the shelf is for all who have anything to do here; the whole trail for auditors and
administrators; beginning a service for those who design in a department; asking for a publication for those who
publish, and for those who design, whom a second person then looks after."""

DEEDS = {
    "studio.show": STUDIO,
    "studio.show_tally": VIEW,
    "studio_audit.show": VIEW,
    "studio_audit.show_all": AUDIT,
    "studio_audit.show_all_csv": AUDIT,
    "studio_audit.show_csv": VIEW,
    "studio_bringing.create": BEGIN,
    "studio_bringing.create_replacement": DESIGN,
    "studio_bringing.show_new": BEGIN,
    "studio_bringing.show_source": VIEW,
    "studio_checking.create_check": VIEW,
    "studio_checking.create_offer": DESIGN,
    "studio_drafts.create": DESIGN,
    "studio_drafts.create_removal": DESIGN,
    "studio_drafts.create_restoration": DESIGN,
    "studio_drafts.show_history": VIEW,
    "studio_drafts.show_revision": VIEW,
    "studio_drafts.show_revision_drawing": VIEW,
    "studio_drawing.show": VIEW,
    "studio_drawing.show_callee": VIEW,
    "studio_drawing.show_elements": VIEW,
    "studio_drawing.show_live": VIEW,
    "studio_drawing.show_who": VIEW,
    "studio_files.replace": DESIGN,
    "studio_files.show": VIEW,
    "studio_forms.create": DESIGN,
    "studio_forms.create_copy": DESIGN,
    "studio_forms.create_removal": DESIGN,
    "studio_forms.create_title": DESIGN,
    "studio_forms.create_upload": DESIGN,
    "studio_forms.edit": VIEW,
    "studio_forms.show": VIEW,
    "studio_moves.create_case_return": PUBLISH,
    "studio_moves.create_halt": PUBLISH,
    "studio_moves.create_return": PUBLISH,
    "studio_moves.remove_halt": PUBLISH,
    "studio_moves.show": VIEW,
    "studio_moves.show_cases": VIEW,
    "studio_moves.show_sheet": VIEW,
    "studio_moving.create": PUBLISH,
    "studio_moving.drawing": VIEW,
    "studio_moving.show": VIEW,
    "studio_parts.create_form": DESIGN,
    "studio_parts.replace_fragment": DESIGN,
    "studio_parts.replace_lane": DESIGN,
    "studio_parts.replace_name": DESIGN,
    "studio_playing.create_act": VIEW,
    "studio_playing.create_file": VIEW,
    "studio_playing.create_lead": VIEW,
    "studio_playing.create_renewal": VIEW,
    "studio_playing.create_time": VIEW,
    "studio_playing.delete_act": VIEW,
    "studio_playing.drawing": VIEW,
    "studio_playing.examine": VIEW,
    "studio_playing.keep": VIEW,
    "studio_playing.remove": VIEW,
    "studio_playing.show": VIEW,
    "studio_previews.create": VIEW,
    "studio_previews.create_findings": VIEW,
    "studio_publish_plan.show": VIEW,
    "studio_publishing.create": ASK,
    "studio_publishing.create_four_eyes": GRANT,
    "studio_publishing.create_removal": DESIGN,
    "studio_publishing.drawing": VIEW,
    "studio_publishing.show": VIEW,
    "studio_publishing.show_evidence": VIEW,
    "studio_renamings.create": DESIGN,
    "studio_renamings.show": DESIGN,
    "studio_rights.create": GRANT,
    "studio_rights.create_withdrawal": GRANT,
    "studio_rights.show": GRANT,
    "studio_said.create": VIEW,
    "studio_said.create_presence": VIEW,
    "studio_said.create_settlement": VIEW,
    "studio_said.remove_settlement": VIEW,
    "studio_sheet.create_cells": DESIGN,
    "studio_sheet.create_import": DESIGN,
    "studio_sheet.show": VIEW,
    "studio_sheet.show_csv": VIEW,
    "studio_tables.create_report": VIEW,
    "studio_tables.replace_tests": DESIGN,
    "studio_trying.create": VIEW,
    "studio_trying.create_lead": VIEW,
    "studio_trying.create_proposals": VIEW,
    "studio_trying.drawing": VIEW,
    "studio_trying.show": VIEW,
    "studio_export.show": VIEW,
    "studio_versions.chosen": VIEW,
    "studio_versions.compared": VIEW,
    "studio_versions.compared_drawing": VIEW,
    "studio_versions.create_retirement": PUBLISH,
    "studio_versions.create_roll_back": PUBLISH,
    "studio_versions.remove_retirement": PUBLISH,
    "studio_versions.show": VIEW,
    "studio_walking.create": DESIGN,
    "studio_walking.create_from_play": DESIGN,
    "studio_walking.create_play": VIEW,
    "studio_walking.remove": DESIGN,
    "studio_walking.rename": DESIGN,
    "studio_words.replace": DESIGN,
    "studio_words.replace_texts": DESIGN,
    "studio_words.show": VIEW,
}
"""Endpoint: what one must be allowed to do with the service (or, for rights, in its department)."""

ABSENT = {
    "studio_bringing.show_source", "studio_drafts.create_restoration", "studio_drafts.show_revision",
    "studio_drafts.show_revision_drawing", "studio_drawing.show_callee", "studio_moves.*", "studio_moving.drawing",
    "studio_parts.replace_fragment",
    "studio_parts.replace_lane", "studio_parts.replace_name", "studio_playing.*", "studio_publishing.create_removal",
    "studio_said.create_settlement", "studio_said.remove_settlement", "studio_tables.*", "studio_versions.*",
    "studio_walking.create_from_play", "studio_walking.create_play", "studio_walking.remove", "studio_walking.rename",
    "studio_renamings.*", "studio_forms.create_copy", "studio_forms.create_removal", "studio_forms.create_title",
    "studio_rights.create_withdrawal",
}
"""What takes a thing (a play, a comment, a row) that this test does not make: 404 says nothing about those who may."""

SLOW = {
    "studio_bringing.show_new", "studio_checking.create_check", "studio_drawing.show_elements",
    "studio_trying.create_lead", "studio_trying.create_proposals", "studio_trying.show",
}
"""Of those who may look at the service, one is enough."""

OWN, FOREIGN = "equipment", "leave"
PLACES = {OWN: ("it", "forms/it/equipment.form"), FOREIGN: ("hr", "forms/hr/leave.form")}
ROLES = {
    # role: (person, role given in IT, deeds on the own service, deeds on the foreign one)
    "owner": ("nima", None, {VIEW, DESIGN, PUBLISH}, set()),
    "designer": ("reza", None, {VIEW, DESIGN, BEGIN}, set()),
    "publisher": ("hassan", "service_publisher", {VIEW, PUBLISH}, set()),
    "viewer": ("elif", "service_viewer", {VIEW}, set()),
    "department admin": ("ali", "department_admin", {VIEW, DESIGN, PUBLISH, GRANT, BEGIN, AUDIT}, set()),
    "auditor": ("shirin", None, {VIEW, AUDIT}, {VIEW, AUDIT}),
    "designer of another department": ("mona", None, set(), {VIEW, DESIGN, PUBLISH, BEGIN}),
    "requester": ("jan", None, set(), set()),
    "stranger": (None, None, set(), set()),
}
HELD_BY_NOBODY = 10**9


@pytest.fixture
def engine():
    return "sqlite"  # who may what does not depend on the database


@pytest.fixture
def studio_in_use(studio, clock, visit, monkeypatch):
    """Drafts of both services, the roles given, and every request undone when it was answered."""
    with transaction() as session:
        omar = Person.by_key("omar")
        for slug in PLACES:
            open_for_service(Service.query.filter_by(slug=slug).one(), by=omar, now=clock.now)
        it = session.scalar(select(Department).where(Department.key == "it"))
        for key, role, *_ in ROLES.values():
            if role:
                session.add(Role(person_id=Person.by_key(key).id, name=role, department_id=it.id))

    @contextmanager
    def undone(write=True):
        with transaction(write=write) as session:
            yield session
            session.rollback()

    clients = {role: visit(key) if key else studio.test_client() for role, (key, *_) in ROLES.items()}
    monkeypatch.setattr(application, "transaction", undone)
    return clients


def routes(app) -> list:
    rules = (rule for rule in app.url_map.iter_rules() if str(rule).startswith("/studio"))
    return sorted(rules, key=str)


def address(app, rule, slug: str) -> str:
    """The route's address on a service, with things that are there as far as every service has them."""
    department, form = PLACES[slug]
    known = {"slug": slug, "department": department, "path": form, "section": "place", "callee": "purchase"}
    numbers = {"old": 1, "new": 1, "place": 0}
    values = {name: known.get(name, numbers.get(name, HELD_BY_NOBODY if "int" in str(rule) else "Nothing"))
              for name in rule.arguments}
    values = {name: str(value) if rule._converters[name].__class__.__name__ != "IntegerConverter" else value
              for name, value in values.items()}
    with app.test_request_context():
        return rule.build(values)[1]


def may_be_absent(endpoint: str) -> bool:
    return endpoint in ABSENT or f"{endpoint.partition('.')[0]}.*" in ABSENT


def test_every_route_of_the_studio_says_what_it_takes(studio):
    new = sorted({rule.endpoint for rule in routes(studio)} - set(DEEDS))
    assert not new, f"Say in DEEDS what it takes to use {', '.join(new)}, and see that the route asks for it."


def test_pages_of_the_studio_are_not_short_names_of_services(studio):
    first = {str(rule).split("/")[2].partition(".")[0] for rule in routes(studio) if str(rule).count("/") > 1}
    assert {one for one in first if not one.startswith("<")} <= RESERVED


@pytest.mark.parametrize("role", ROLES)
def test_a_role_finds_what_is_theirs_and_nothing_else(studio, studio_in_use, role):
    client, (_key, _given, *deeds) = studio_in_use[role], ROLES[role]
    wrong = []
    for slug, may in zip(PLACES, deeds, strict=True):
        for rule in routes(studio):
            for method in sorted(rule.methods - {"HEAD", "OPTIONS"}):
                if rule.endpoint in SLOW and DEEDS[rule.endpoint] in may and role != "viewer":
                    continue
                answer = client.open(address(studio, rule, slug), method=method, json={} if method != "GET" else None,
                                     headers={"X-Seen": "1"})
                told = judged(role, rule, slug, may, {deed for deeds in ROLES[role][2:] for deed in deeds}, answer)
                wrong += [f"{method} {rule} on {slug}: {answer.status_code}, {told}"] if told else []
    assert wrong == [], "\n" + "\n".join(wrong)


def judged(role, rule, slug, may, anywhere, answer) -> str:
    """What is wrong with the answer, in a word; nothing where it is as it should be."""
    if role == "stranger":
        asked_to_sign_in = answer.status_code in (302, 401)
        return "" if asked_to_sign_in else "a stranger must be asked to sign in"
    deed = DEEDS.get(rule.endpoint)
    allowed = {STUDIO: bool(anywhere), AUDIT: AUDIT in anywhere, BEGIN: BEGIN in anywhere,
               ASK: bool(may & {DESIGN, PUBLISH})}.get(deed, deed in may)
    if rule.endpoint == "studio_rights.show":
        allowed = GRANT in anywhere
    if not allowed:
        return "" if answer.status_code == 404 else "it must not be there"
    fine = answer.status_code < 500 and answer.status_code not in (401, 403, 405)
    found = answer.status_code != 404 or may_be_absent(rule.endpoint)
    return "" if fine and found else "it must be there"
