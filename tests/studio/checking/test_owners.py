"""Is there somebody for every step, whoever asks? Told for those for whom there is nobody."""

import pytest

from app.base import db, transaction
from app.people import Group, Membership, Person
from app.studio.checking import audience, findings

HEAD = ('<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x" '
        'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0">')
PATH = "workflows/it/a.bpmn"
TEXTS = {language: {"name": "A", "summary": "A"} for language in ("en", "fa", "ar")}


@pytest.fixture
def engine():
    return "sqlite"  # who is found for whom is asked of the directory, which has its own tests on every engine


@pytest.fixture
def about(context, clock):
    """`about('assignee="=manager(requester)"')`: findings of a service with one step for these people."""
    def check(assigned="", properties="", around="", **spec):
        more = f"<zeebe:assignmentDefinition {assigned}/>" if assigned else ""
        step = (f'<userTask id="t" name="Do it"><extensionElements>{more}<zeebe:properties>{properties}'
                '<zeebe:property name="outcomes" value="done"/></zeebe:properties></extensionElements></userTask>')
        body = (f'{HEAD}<process id="p" isExecutable="true"><laneSet><lane id="l" name="Desk">'
                '<flowNodeRef>t</flowNodeRef></lane></laneSet><startEvent id="s"/>'
                f'<sequenceFlow id="f" sourceRef="s" targetRef="t"/>{step}{around}'
                '<sequenceFlow id="g" sourceRef="t" targetRef="e"/><endEvent id="e"/></process></definitions>')
        order = {"id": "A", "slug": "a", "kind": "request", "department": "it", "owner": "group:service-desk",
                 "diagram": PATH, "process": "p", "audience": "employees", "texts": TEXTS, **spec}
        found = findings(order, {PATH: body.encode()}, now=clock.now)
        return {one.rule: one for one in found}

    return check


def test_a_manager_is_found_for_all_but_who_has_none(about):
    found = about('assignee="=manager(beneficiary)"')["nobody-for-some"]
    assert found.severity == "warning"
    assert found.text() == (
        "For Shirin Moradi nobody is found for “Do it”: their requests would wait for Service desk.")
    assert "میز خدمت" in found.text("fa")


def test_people_are_told_by_their_site_where_it_tells_them_apart(about):
    who = "=if site = &quot;milan&quot; then null else group(&quot;network&quot;)"
    assert about(f'assignee="{who}"')["nobody-for-some"].text() == (
        "For people in Milan nobody is found for “Do it”: their requests would wait for Service desk.")


def test_people_are_told_by_their_department(about):
    who = "=if department = &quot;finance&quot; then null else group(&quot;network&quot;)"
    assert "For people of Finance" in about(f'assignee="{who}"')["nobody-for-some"].text()


def test_a_group_that_does_not_exist_is_nobody_for_anyone(about):
    found = about('candidateGroups="accounting"')["nobody-for-anyone"]
    assert "(accounting): every request would wait for Service desk" in found.text()


def test_a_lane_that_is_bound_gives_its_steps_to_somebody(about):
    assert "lane-unbound" in about()
    found = about(lanes={"l": '=group("network")'})
    assert {"lane-unbound", "nobody-for-anyone", "nobody-for-some"}.isdisjoint(found)


def test_a_group_in_which_nobody_works_is_an_error(about):
    with transaction():
        db.session.add(Group(key="archive", names={"en": "Archive"}))
    found = about('candidateGroups="archive"')["group-empty"]
    assert (found.severity, "the group Archive" in found.text()) == ("error", True)


def test_what_depends_on_answers_is_left_to_the_run(about):
    found = about('assignee="=manager(stand_in)"', properties="")
    assert {"nobody-for-anyone", "nobody-for-some"}.isdisjoint(found)


@pytest.mark.parametrize("owner", ["group:no-such", "karim-the-second"])
def test_an_owner_who_is_nobody_is_an_error(about, owner):
    assert about('candidateGroups="network"', owner=owner)["owner-nobody"].severity == "error"
    assert about('candidateGroups="network"', owner="")["owner-missing"].severity == "error"


def test_an_owner_who_left_is_answered_for_by_the_manager_above(about):
    assert "owner-nobody" not in about('candidateGroups="network"', owner="karim")


def test_a_group_whose_people_all_left_is_empty(about):
    with transaction():
        for row in db.session.query(Membership).join(Group).filter(Group.key == "payroll"):
            db.session.get(Person, row.person_id).active = False
    assert about('candidateGroups="payroll"')["group-empty"].severity == "error"


def test_an_audience_of_nobody_is_told(about):
    assert "audience-empty" in about(audience='=person.department = "space"')


APPROVAL = '<zeebe:property name="approval" value="true"/>'
TIMER = ('<boundaryEvent id="b" attachedToRef="t"{more}><timerEventDefinition><timeDuration>P1D</timeDuration>'
         '</timerEventDefinition></boundaryEvent><sequenceFlow id="h" sourceRef="b" targetRef="e"/>')


def test_an_approval_that_nobody_answers_needs_a_way_out(about):
    group = 'candidateGroups="network"'
    assert about(group, APPROVAL)["approval-without-way-out"].severity == "error"
    due = APPROVAL + '<zeebe:property name="due" value="P1D"/>'
    assert about(group, due)["approval-without-way-out"].severity == "warning"
    assert "approval-without-way-out" in about(group, APPROVAL, TIMER.format(more=' cancelActivity="false"'))
    assert "approval-without-way-out" not in about(group, APPROVAL, TIMER.format(more=""))
    assert "approval-without-way-out" not in about('assignee="=requester"', APPROVAL)


def test_many_people_are_looked_at_quickly(about):
    """Two thousand more people under five hundred managers: statements stay few, and the sentence short."""
    with transaction():
        boss = Person.by_key("omar")
        leads = [Person(key=f"lead{at}", names={"en": f"Lead {at}"}, department_id=boss.department_id,
                        site_id=boss.site_id, manager_id=boss.id) for at in range(500)]
        db.session.add_all(leads)
        db.session.flush()
        db.session.add_all(Person(key=f"p{at}", names={"en": f"P {at}"}, department_id=boss.department_id,
                                  site_id=boss.site_id, manager_id=leads[at % 500].id) for at in range(2000))
    assert "Shirin Moradi" in about('assignee="=manager(beneficiary)"')["nobody-for-some"].text()


def test_it_is_said_when_not_every_kind_of_people_was_looked_at(about, monkeypatch):
    step = 'assignee="=manager(beneficiary)"'
    assert "audience-sampled" not in about(step)
    kinds = audience.sampling("employees").kinds
    monkeypatch.setattr(audience, "MOST", 3)
    found = about(step)["audience-sampled"]
    assert (found.severity, found.place) == ("info", "words")
    assert found.text().startswith(f"Who gets the work was checked for 3 of {kinds} kinds of people")
    assert "۳" in found.text("fa")
