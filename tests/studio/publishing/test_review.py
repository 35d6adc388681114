"""Four eyes: the second person's look is a request like any other, and decides what people get."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from app.base import db, transaction
from app.cases import Case, withdraw
from app.catalog import Service, retire, visible
from app.events import Event
from app.notifications.mail import Mail
from app.notifications.notice import Notice
from app.people import Department, Person
from app.studio.drafts import Draft
from app.studio.publishing import NotReady, take_back
from app.studio.publishing.review import ReviewMissing, YouAsked
from tests.support.play import Play


@pytest.fixture
def people(clock) -> Play:
    return Play(clock)


@pytest.fixture
def asked(gate, shorter) -> int:
    """Mona asks for the publication of leave."""
    return gate.ask(shorter, "mona")


def number(gate, id) -> str:
    return gate.read(id).review.number


def told(kind: str) -> list[str]:
    db.session.remove()
    found = select(Person.key).join(Notice, Notice.person_id == Person.id).join(Event, Event.id == Notice.event_id)
    return sorted(db.session.scalars(found.where(Event.kind == kind)))


def test_nothing_is_published_until_somebody_else_has_looked(gate, shorter, asked, people):
    assert (gate.read(asked).state, gate.live(shorter).number) == ("waiting_review", 1)
    task = people.task(number(gate, asked), "Review")
    assert [candidate.person.key for candidate in task.candidates] == ["leila"]
    titles = gate.read(asked).review.titles
    assert (titles["fa"], titles["ar"]) == ("انتشار درخواست مرخصی، نسخهٔ ۲", "نشر طلب إجازة، الإصدار ٢")


def test_the_second_person_agrees_and_the_worker_publishes(gate, shorter, asked, people):
    people.do(number(gate, asked), "Review", "leila", "approved")
    gate.work()
    one = gate.read(asked)
    assert (one.state, one.reviewer.key, one.by.key, one.review.state) == ("published", "leila", "mona", "fulfilled")
    assert gate.live(shorter).number == 2
    assert told("publication.published") == ["leila"]  # Mona did it
    assert told("publication.approved") == ["mona"]


def test_it_is_sent_back_with_a_comment_and_the_draft_stays(gate, shorter, asked, people):
    people.do(number(gate, asked), "Review", "leila", "sent_back", "Say how many days.")
    gate.work()
    one = gate.read(asked)
    assert (one.state, one.reason, one.reviewer.key) == ("refused", "Say how many days.", "leila")
    assert (gate.live(shorter).number, Draft.open_of(shorter).closed_at) == (1, None)
    assert told("publication.refused") == ["mona"]
    assert gate.ask(shorter, "mona") > asked


def test_a_look_that_was_carried_out_is_not_offered_to_be_undone(gate, asked, people, visit):
    people.do(number(gate, asked), "Review", "leila", "sent_back", "Say how many days.")
    page = visit("leila").get(f"/inbox?done={people.task(number(gate, asked), 'Review').id}").text
    assert 'class="toast"' in page and "Sent back." in page and "undo-bar" not in page


def test_what_was_accepted_comes_back_with_the_draft_but_not_for_a_way_that_is_new(gate, shorter, people, visit):
    walks = gate.live(shorter).walks
    gate.change(shorter, "leila", walks=walks[:2])
    id = gate.ask(shorter, "mona")
    people.do(number(gate, id), "Review", "leila", "sent_back", "Say how many days.")
    ticked = re.compile('name="ways-accepted" value="1" checked')
    assert ticked.search(visit("mona").get("/studio/leave/publish").text)
    gate.change(shorter, "leila", walks=walks[:1])
    assert not ticked.search(visit("mona").get("/studio/leave/publish").text)


def test_the_review_counts_the_effects_that_the_page_counts(gate, shorter, asked, visit):
    seen = gate.read(asked).evidence["effects"]
    outside = [one for one in seen if one["kind"] != "group"]
    assert 0 < len(outside) < len(seen)
    assert gate.read(asked).review.answers["effects"] == len(outside)
    assert f"{len(outside)} effects outside" in visit("leila").get("/studio/leave/publish").text


def test_nobody_agrees_with_themselves(gate, shorter, people):
    id = gate.ask(shorter, "leila")
    task = people.task(number(gate, id), "Review")
    assert [candidate.person.key for candidate in task.candidates] == ["mona"]
    with transaction():
        task = people.task(number(gate, id), "Review")
        task.candidates[0].person_id = Person.by_key("leila").id
    with pytest.raises(YouAsked):
        people.do(number(gate, id), "Review", "leila", "approved")
    assert gate.read(id).state == "waiting_review"


def test_who_is_silent_is_reminded_then_one_level_up_is_asked(gate, shorter, asked, people, clock):
    for _ in range(5):  # until a working day has passed
        clock.forward(days=1)
        gate.work()
        if told("case.notice"):
            break
    assert told("case.notice") == ["leila"]
    clock.forward(days=5)
    gate.work()
    assert people.elements(number(gate, asked)) == ["Review_above"]
    task = people.task(number(gate, asked), "Review_above")
    assert [candidate.person.key for candidate in task.candidates] == ["shirin"]
    clock.forward(days=5)
    gate.work()
    one = gate.read(asked)
    assert (one.state, one.review.state, set(one.failure)) == ("refused", "expired", {"en", "fa", "ar"})
    assert Draft.open_of(shorter)


def test_who_asked_takes_it_back(gate, shorter, asked, people, clock):
    with transaction():
        take_back(gate.read(asked), by=Person.by_key("mona"), now=clock.now, reason="Too early.")
    one = gate.read(asked)
    assert (one.state, one.reason, one.review.state) == ("withdrawn", "Too early.", "withdrawn")


def test_withdrawing_the_review_takes_it_back(gate, asked, people, clock):
    with transaction():
        withdraw(db.session.get(Case, gate.read(asked).review_id), by=Person.by_key("mona"), now=clock.now)
    assert gate.read(asked).state == "withdrawn"


def test_with_a_date_it_is_scheduled_after_the_look(gate, shorter, people, clock):
    id = gate.ask(shorter, "mona", effective_at=clock.now + timedelta(days=4))
    people.do(number(gate, id), "Review", "leila", "approved")
    gate.work()
    assert (gate.read(id).state, gate.live(shorter).number) == ("scheduled", 1)
    clock.forward(days=4)
    gate.work()
    assert gate.live(shorter).number == 2


def test_who_only_designs_needs_a_publisher_everywhere(gate, equipment, people):
    id = gate.ask(equipment, "reza")
    assert gate.read(id).state == "waiting_review"
    task = people.task(number(gate, id), "Review")
    assert {candidate.person.key for candidate in task.candidates} == {"omar", "nima"}


def test_where_there_is_no_second_person_it_says_so(gate, equipment):
    with transaction():
        department = Department.query.filter_by(key="it").one()
        department.four_eyes, department.head_id = True, None
    with pytest.raises(NotReady, match="none but you"):
        gate.ask(equipment, "nima")


def test_the_review_is_in_nobodys_catalogue_but_must_be_there(gate, shorter, clock):
    assert visible(Person.by_key("shirin"), "publish-review") is None
    with transaction():
        retire(Service.query.filter_by(slug="publish-review").one(), by=Person.by_key("omar"), now=clock.now)
    with pytest.raises(ReviewMissing):
        gate.ask(shorter, "mona")


def test_going_back_asks_nobody_and_tells_those_who_would_have_looked(gate, shorter, asked, people, visit):
    people.do(number(gate, asked), "Review", "leila", "approved")
    gate.work()
    answer = visit("mona").post("/studio/leave/roll-back", data={"number": "1", "note": "The days were wrong."})
    assert (answer.status_code, gate.live(shorter).number) == (303, 3)
    gate.work()
    assert told("service.set_back") == ["leila"]  # Mona did it
    leila = visit("leila")
    assert "version 3 is the same as 1" in leila.get("/notices").text
    assert "version 3 is an earlier one" in leila.get("/studio/leave/audit").text
    mail = db.session.scalars(select(Mail).order_by(Mail.id.desc())).first()
    assert "The days were wrong." in mail.html
