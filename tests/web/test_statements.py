"""What the main job asks of the database: few statements, one commit, whatever the history and the crowd."""

import json
from functools import partial

import pytest
from sqlalchemy import event, insert, select

from app.base import db, transaction
from app.cases import Case, Task
from app.catalog import sync
from app.people import Group, Membership, Person

MOST = 12
ORDER = """
id: T-09
slug: plain
kind: request
department: it
diagram: workflows/it/plain.bpmn
process: plain
owner: group:procurement
lanes: {Asking: '=requester', Deciding: '=group("managers")'}
texts: {en: {name: Plain, summary: Plain}, fa: {name: Plain, summary: Plain}, ar: {name: Plain, summary: Plain}}
"""
DEPARTMENTS = "it: {icon: monitor, texts: {en: {name: IT}, fa: {name: IT}, ar: {name: IT}}}"
MODEL = """<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="D"
             xmlns:zeebe="http://camunda.org/schema/zeebe/1.0">
  <process id="plain" isExecutable="true">
    <laneSet id="L">
      <lane id="Asking"><flowNodeRef>Ask</flowNodeRef></lane>
      <lane id="Deciding"><flowNodeRef>Decide</flowNodeRef></lane>
    </laneSet>
    <startEvent id="Begin"/>
    <userTask id="Ask" name="Ask">
      <extensionElements><zeebe:formDefinition formId="asked"/></extensionElements>
    </userTask>
    <scriptTask id="Reckon" scriptFormat="python">
      <script>level = "high" if amount > 1000 else "low"</script>
    </scriptTask>
    <userTask id="Decide" name="Decide">
      <extensionElements><zeebe:formDefinition formId="decided"/></extensionElements>
    </userTask>
    <endEvent id="End"/>
    <sequenceFlow id="F1" sourceRef="Begin" targetRef="Ask"/>
    <sequenceFlow id="F2" sourceRef="Ask" targetRef="Reckon"/>
    <sequenceFlow id="F3" sourceRef="Reckon" targetRef="Decide"/>
    <sequenceFlow id="F4" sourceRef="Decide" targetRef="End"/>
  </process>
</definitions>"""
FIELDS = {"asked": ("number", "amount"), "decided": ("checkbox", "approved")}


@pytest.fixture
def counted(app, clock, tmp_path):
    """`counted(deed)`: how many statements and commits a deed took."""
    for name in ("catalog/it", "workflows/it", "forms/it"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "catalog/departments.yaml").write_text(DEPARTMENTS)
    (tmp_path / "catalog/it/plain.yaml").write_text(ORDER)
    (tmp_path / "workflows/it/plain.bpmn").write_text(MODEL)
    for id, (kind, key) in FIELDS.items():
        form = {"type": "default", "id": id, "components": [{"type": kind, "id": key, "key": key, "label": key}]}
        (tmp_path / f"forms/it/{id}.form").write_text(json.dumps(form))
    with app.app_context(), transaction():
        assert not sync(tmp_path, clock.now).stopped
    with app.app_context():
        engine = db.engine
    seen = {"before_cursor_execute": 0, "commit": 0}
    listeners = {name: lambda *_, name=name: seen.__setitem__(name, seen[name] + 1) for name in seen}
    for name, listener in listeners.items():
        event.listen(engine, name, listener)

    def count(deed):
        seen.update(dict.fromkeys(seen, 0))
        deed()
        return tuple(seen.values())

    yield count
    for name, listener in listeners.items():
        event.remove(engine, name, listener)


def test_opening_submitting_and_approving_take_few_statements_and_one_commit(app, counted, visit):
    play(app, visit, lambda deed: deed())
    for statements, commits in play(app, visit, counted):
        assert (commits, statements <= MOST) == (1, True), statements


def test_statements_grow_with_neither_history_nor_open_work_nor_the_group(app, counted, visit):
    play(app, visit, lambda deed: deed())
    before = play(app, visit, counted)
    with app.app_context(), transaction():
        crowd("managers", 100)
        like_the_first_case(60)
    assert play(app, visit, counted, and_then=lambda: history(200)) == before


def play(app, visit, counted, and_then=lambda: None) -> list:
    """Sara asks and submits, then Nadia, a manager, decides."""
    sara, nadia = visit("sara"), visit("nadia")
    opened = counted(partial(sent, sara, "/services/plain/cases", {}))
    with app.app_context(), transaction():
        and_then()
    submitted = counted(partial(sent, sara, newest(app), {"amount": "1500"}))
    return [opened, submitted, counted(partial(sent, nadia, newest(app), {"approved": "true"}))]


def sent(client, address, data):
    assert client.post(address, data=data).status_code == 303


def newest(app) -> str:
    with app.app_context():
        open = select(Task.id).where(Task.closed_at.is_(None)).order_by(Task.id.desc())
        return f"/tasks/{db.session.scalar(open.limit(1))}/completion"


def crowd(key: str, many: int):
    """So many more people in a group."""
    group = db.session.scalar(select(Group).where(Group.key == key))
    people = [Person(key=f"crowd-{number}", names={"en": f"Person {number}"}) for number in range(many)]
    db.session.add_all(people)
    db.session.flush()
    db.session.add_all(Membership(group_id=group.id, person_id=person.id) for person in people)


def like_the_first_case(many: int):
    """So many more cases with a task that is open."""
    first = db.session.execute(select(Case.__table__).order_by(Case.id).limit(1)).one()._mapping
    for number in range(many):
        own = {key: value for key, value in first.items() if key != "id"}
        made = db.session.execute(insert(Case.__table__).values(**own | {"number": f"REQ-MANY-{number}"}))
        (id,) = made.inserted_primary_key
        db.session.add(Task(case_id=id, step="1", element="Ask", opened_at=first["opened_at"]))


def history(many: int):
    """The newest case has been gone through many times."""
    case = db.session.scalar(select(Case).order_by(Case.id.desc()).limit(1))
    for number in range(many):
        done = {"state": "done", "opened_at": case.opened_at, "closed_at": case.opened_at, "values": {"amount": number}}
        db.session.add(Task(case_id=case.id, step=f"old-{number}", element="Ask", **done))
