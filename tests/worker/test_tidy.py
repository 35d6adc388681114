"""Files uploaded and never sent are forgotten after a season; what anybody still names stays."""

import os
from datetime import timedelta
from io import BytesIO

import pytest

from app.base import db, transaction
from app.cases import Attachment, Case
from app.cases.filing import keep, path_of
from app.cases.unclaimed import KEPT
from app.people import Person
from app.worker.tidy import tidy


@pytest.fixture
def upload(play, tmp_path):
    """`upload(b"bytes")`: the path of a file that sara uploaded now, with or without a case."""

    def upload(data: bytes, case: bool = False):
        number = play.open("purchase", what="Lamp", amount=4) if case else None
        with transaction():
            given = Case.query.filter_by(number=number).one() if case else None
            file = keep(BytesIO(data), "a.txt", folder=tmp_path, limit=100, by=Person.by_key("sara"),
                        now=play.clock.now, case=given)
            path = path_of(file, tmp_path)
        moment = play.clock.now.timestamp()
        os.utime(path, (moment, moment))
        return path

    return upload


def test_what_was_never_sent_is_forgotten_and_what_belongs_to_a_case_stays(play, upload, tmp_path):
    lost, sent, twice = upload(b"never sent"), upload(b"sent", case=True), upload(b"both")
    assert upload(b"both", case=True) == twice
    play.clock.now += KEPT - timedelta(days=1)
    assert tidy(tmp_path) == 0
    play.clock.now += timedelta(days=2)
    young = upload(b"begun today")
    assert tidy(tmp_path) == 1
    assert [path.exists() for path in (lost, sent, twice, young)] == [False, True, True, True]
    db.session.rollback()
    assert Attachment.query.count() == 3


def test_bytes_that_were_just_uploaded_again_stay(play, upload, tmp_path):
    path = upload(b"the same")
    play.clock.now += KEPT + timedelta(days=1)
    moment = play.clock.now.timestamp()
    os.utime(path, (moment, moment))  # another upload has put them there, and its row comes a moment later
    assert tidy(tmp_path) == 0
    assert path.exists()
