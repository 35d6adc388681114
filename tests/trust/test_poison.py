"""One spoiled case, version or row of work stops nobody else, and is seen by those who can mend it (invariant 17)."""

import pytest
from sqlalchemy import update

from app.base import db, transaction
from app.base.lease import TRIES
from app.cases import Case, RunUnreadable, Timer
from app.catalog import ServiceVersion, VersionUnusable, forget
from app.events import Event


@pytest.fixture
def spoiled(play) -> tuple[str, str]:
    """Numbers of a case whose run is garbage and of a healthy one; nadia has both."""
    bad, good = (play.open("purchase", what=what, amount=40) for what in ("Spoiled lamp", "Desk lamp"))
    play.work("event")
    play.healthy = play.case(bad).run
    write(Case, Case.number == bad, run=b'{"v": 1, "scopes": [{"spec"')
    return bad, good


def write(model, which, **values):
    with transaction() as session:
        session.execute(update(model).where(which).values(**values).execution_options(synchronize_session=False))


def fired() -> list[int]:
    db.session.rollback()
    return [event.case_id for event in Event.query.filter_by(kind="timer.fired")]


def test_the_timer_of_a_spoiled_case_keeps_no_other_waiting(play, spoiled):
    bad, good = spoiled
    play.clock.forward(hours=5)
    play.work("timer")
    assert fired() == [play.case(good).id]
    row = Timer.query.filter_by(case_id=play.case(bad).id).one()
    assert row.trouble.startswith("RunUnreadable: ") and row.attempts == 1


def test_what_was_given_up_stands_on_the_owners_page_and_can_be_begun_again(play, visit, spoiled):
    bad, good = spoiled
    play.clock.forward(hours=5)
    for _ in range(TRIES):
        play.work("timer")
        play.clock.forward(minutes=16)
    row = Timer.query.filter_by(case_id=play.case(bad).id).one()
    assert (row.attempts, row.due_at) == (TRIES, None)
    page = visit("luca").get("/operations").text
    assert "Given up after many tries" in page and bad in page and "RunUnreadable" in page
    where = f"/operations/work/timer/{row.id}/retry"
    assert visit("nadia").post(where).status_code == 404  # she owns other services
    write(Case, Case.number == bad, run=play.healthy)
    assert visit("luca").post(where).status_code == 303
    play.work("timer")
    assert len(fired()) == 2
    assert visit("luca").post(where).status_code == 409
    assert "Given up after many tries" not in visit("luca").get("/operations").text


def test_pages_of_others_and_lists_work_beside_a_spoiled_case(play, visit, spoiled):
    bad, good = spoiled
    nadia = visit("nadia")
    assert all(word in nadia.get("/inbox").text for word in ("Spoiled lamp", "Desk lamp"))
    assert nadia.get("/").status_code == nadia.get("/inbox?next=1").status_code == 200
    answer = nadia.get(f"/inbox?task={play.task(bad, 'Approve').id}")
    assert (answer.status_code, str(RunUnreadable()) in answer.text) == (500, True)
    assert nadia.get(f"/requests/{bad}").status_code == 200
    where = f"/tasks/{play.task(good, 'Approve').id}/completion"
    done = nadia.post(where, data={"outcome": "approved"})
    assert done.status_code == 303
    assert nadia.get(done.headers["Location"]).status_code == 200
    assert play.elements(good) == ["Order"]


@pytest.mark.parametrize("files", [b"garbage", None])
def test_a_version_that_cannot_be_compiled_stops_its_own_cases_only(play, visit, spoiled, files):
    bad, good = spoiled
    other = play.open("branches")
    spec = play.case(good).version_id
    broken = {"files": files} if files else {"spec": {**ServiceVersion.query.filter_by(id=spec).one().spec,
                                                       "process": "gone"}}
    db.session.rollback()
    write(ServiceVersion, ServiceVersion.id == spec, **broken)
    forget()
    nadia = visit("nadia")
    for page in ("/", "/inbox", "/inbox?next=1", "/operations", "/requests", "/catalogue", "/notices"):
        assert nadia.get(page).status_code == 200, page
    task = play.task(good, "Approve")
    for answer in (nadia.get(f"/inbox?task={task.id}"), nadia.post(f"/tasks/{task.id}/completion"),
                   nadia.get(f"/requests/{good}")):
        assert (answer.status_code, str(VersionUnusable()) in answer.text) == (500, True)
    play.do(other, "Work_1", by="sara")
    play.clock.forward(hours=5)
    play.work()
    db.session.rollback()
    assert "VersionUnusable" in Timer.query.filter_by(case_id=play.case(good).id).one().trouble
