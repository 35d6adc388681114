"""A process killed at any moment of a deed leaves all of it or nothing, and it can be done again (invariant 1)."""

import signal

import pytest

from app.base.lease import LEASE
from app.cases import Call, withdraw
from tests.support.forked import Forked
from tests.trust.picture import picture

KILLED = -signal.SIGKILL
PEOPLE = ("load:kill", "run:kill", "flush:kill", "commit:kill", "committed:kill")
# A worker first claims, in a transaction of its own.
WORKER = ("commit:kill:1", "claimed:kill", "load:kill", "run:kill", "flush:kill", "commit:kill:2", "committed:kill:2")


class Story:
    """`begin` a case, do the `deed`; `clean` is what other workers do when the dead one's leases have run out."""

    def __init__(self, play):
        self.play = play

    def clean(self):
        self.play.clock.now += LEASE * 1.1
        self.play.work()


class Completing(Story):
    places = PEOPLE

    def begin(self) -> str:
        return self.play.open("purchase", what="Desk lamp", amount=40)

    def deed(self, number):
        self.play.do(number, "Approve", by="nadia", outcome="approved")


class Withdrawing(Completing):
    places = ("flush:kill", "commit:kill", "committed:kill")

    def deed(self, number):
        self.play.deed(withdraw, "sara", lambda: self.play.case(number), reason="I found one")


class Firing(Completing):
    places = WORKER

    def begin(self) -> str:
        number = super().begin()
        self.play.clock.forward(hours=5)
        return number

    def deed(self, number):
        self.play.work("timer")


class Calling(Story):
    places = ("claimed:kill", "flush:kill", "commit:kill:2", "committed:kill:2")

    def begin(self) -> str:
        return self.play.open("delivery", what="Monitor", amount=300)

    def deed(self, number):
        self.play.work("call")


class Answering(Calling):
    """The called service has ended, and its answer is on its way to the caller."""

    def begin(self) -> str:
        number = super().begin()
        self.play.work("call")
        call = self.play.case(number).open["calls"].values()
        self.play.end_child(*call)
        return number

    def deed(self, number):
        self.play.work("delivery")


STORIES = (Completing, Withdrawing, Firing, Calling, Answering)


@pytest.fixture
def end_child(play):
    def end_child(call):
        child = Call.query.filter_by(id=call).one().child.number
        play.do(child, "Approve", by="nadia", outcome="approved")
        play.do(child, "Order", by="luca", order_number="PO-9")

    play.end_child = end_child


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.__name__)
def test_a_death_on_the_way_leaves_all_or_nothing(play, end_child, story):
    story = story(play)
    twin = story.begin()
    story.deed(twin)
    story.clean()
    for place in story.places:
        number = story.begin()
        before = picture(number)
        assert Forked(lambda number=number: story.deed(number), place).finished() == KILLED, place
        after = picture(number)
        assert (after == before) == (not place.startswith("committed")), place
        story.deed(number)
        story.clean()
        assert picture(number) == picture(twin), place


@pytest.mark.parametrize("place", ["run:kill", "flush:kill", "commit:kill", "committed:kill"])
def test_a_case_is_opened_whole_or_not_at_all(play, place):
    twin = play.open("purchase", once="first", what="Desk lamp", amount=40)
    open_it = lambda: play.open("purchase", once="again", what="Desk lamp", amount=40)  # noqa: E731
    assert Forked(open_it, place).finished() == KILLED
    expected = f"{twin[:-1]}2"
    assert (picture(expected) is None) == (place != "committed:kill")
    number = open_it()
    assert number == expected
    play.work("event")
    assert picture(number) == picture(twin)
