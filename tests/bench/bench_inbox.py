"""The inbox of a group: a crowd with 100,000 open tasks against ten people with a hundred, in one run."""

import statistics
import time

from sqlalchemy import String, cast, func, insert, literal, select, text

from app.base import db, transaction
from app.cases import Case, Task
from app.cases.task import NO_DATE, Candidate
from app.people import Group, Membership, Person
from tests.bench import Figure
from tests.bench.purchase import MODEL, prepare
from tests.bench.visit import Visit
from tests.support import servers
from tests.support.desk import Desk

FEW, MANY = (100, 10), (100_000, 1_000)  # open tasks of the group, people in it
ROUNDS, WARM = 60, 10
PAGE = "/inbox?view=groups"


def measure():
    if not MODEL.exists():
        print(f"The reference model is not here ({MODEL.name}); nothing to measure.")
        return
    for engine in ("sqlite", "postgresql"):
        if engine == "sqlite" or servers.here(engine):
            yield from _measure(engine)
        else:
            print(f"Not measured, because {servers.ABSENT[engine]}: the inbox on {engine}.")


def _measure(engine):
    desks = [Desk(engine), Desk(engine)]
    try:
        visits = [_filled(desk, *size) for desk, size in zip(desks, (FEW, MANY), strict=True)]
        spent = [[], []]
        for _ in range(WARM + ROUNDS):
            for times, visit in zip(spent, visits, strict=True):
                times.append(_timed(visit))
        small, large = (statistics.median(times[WARM:]) for times in spent)
        yield Figure(f"inbox page with 100,000 tasks against 100, {engine}", large / small, "x", 1.5)
        yield Figure(f"inbox page with 100,000 tasks, {engine}", 1000 * large, "ms")
    finally:
        for desk in desks:
            desk.close()


def _timed(visit) -> float:
    begin = time.perf_counter()
    status, page = visit.get(PAGE)
    spent = time.perf_counter() - begin
    assert status == 200 and page.count("data-task=") == 50, (status, page.count("data-task="))
    return spent


def _filled(desk, tasks: int, people: int) -> Visit:
    """Somebody of a group with so many tasks and people, signed in."""
    app = prepare(desk)
    status, _ = Visit(app, "sara").post("/services/purchase-approval/cases", {})
    assert status == 303, status
    with app.app_context(), transaction():
        group = db.session.scalar(select(Group).where(Group.key == "managers"))
        _people(group, people)
        _tasks(group, tasks)
    if desk.engine == "postgresql":
        with app.app_context(), db.engine.begin() as connection:
            connection.execute(text("analyze"))  # as the server does by itself after a while
    return Visit(app, "nadia")


def _people(group, many: int):
    have = db.session.scalar(select(func.count()).select_from(Membership).where(Membership.group_id == group.id))
    people = [Person(key=f"crowd-{number}", names={"en": f"Person {number}"}) for number in range(max(many - have, 0))]
    db.session.add_all(people)
    db.session.flush()
    db.session.add_all(Membership(group_id=group.id, person_id=person.id) for person in people)
    db.session.flush()


def _tasks(group, many: int):
    """Cases like the one there is, each with an open task of the group."""
    case, task = (model.__table__ for model in (Case, Task))
    number = select(literal(1).label("i")).cte("numbers", recursive=True)
    number = number.union_all(select(number.c.i + 1).where(number.c.i < many))
    own = {"id": 1000 + number.c.i, "number": literal("REQ-BENCH-") + cast(number.c.i, String)}
    _copy(case, own, number)
    _copy(task, {"id": 1000 + number.c.i, "case_id": 1000 + number.c.i}, number)
    whenever = literal(NO_DATE, Candidate.due_at.type)
    candidate = {"task_id": 1000 + number.c.i, "group_id": literal(group.id), "due_at": whenever, "open": literal(True)}
    rows = select(*(value.label(name) for name, value in candidate.items())).select_from(number)
    db.session.execute(insert(Candidate.__table__).from_select(list(candidate), rows))


def _copy(table, own: dict, number):
    """As many rows as there are numbers, like the first one but for its own columns."""
    columns = {column.name: own.get(column.name, column) for column in table.c}
    rows = select(*columns.values()).select_from(table.join(number, literal(True))).where(table.c.id == 1)
    db.session.execute(insert(table).from_select(list(columns), rows))
