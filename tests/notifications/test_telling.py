"""Who hears of what, in the tray and by mail, in their language; told once."""

import smtplib
from email import message_from_string, policy

import pytest

from app.base import db, transaction
from app.cases import Case, comment
from app.events import Event
from app.notifications import Mail, Notice, handle
from app.notifications.sending import compose, pack_mail
from app.people import Person


def told(kind: str) -> list[str]:
    rows = (
        db.session.query(Person.key)
        .join(Notice, Notice.person_id == Person.id)
        .join(Event, Event.id == Notice.event_id)
    )
    return sorted(key for (key,) in rows.filter(Event.kind == kind))


def test_opening_tells_the_requester_and_the_approver(play):
    play.open("purchase", what="Desk lamp", amount=40)
    play.work("event")
    assert told("case.opened") == ["sara"]
    assert told("task.opened") == ["nadia"]


def test_a_stand_in_is_told_as_well(play):
    play.open("purchase", requester="ali", what="Switch", amount=900)
    play.work("event")
    assert told("task.opened") == ["nadia", "reza"]


def test_a_decision_is_told_to_who_asked_and_not_to_who_decided(play):
    number = play.open("purchase", what="Desk lamp", amount=40)
    play.do(number, "Approve", by="nadia", outcome="rejected", comment="We have one")
    play.work("event")
    assert told("task.completed") == ["sara"]
    mail = Mail.query.join(Event, Event.id == Mail.event_id).filter(Event.kind == "task.completed").one()
    assert "We have one" in mail.text and number in mail.subject


def test_internal_notes_reach_only_those_who_work_on_it(play):
    number = play.open("purchase", what="Desk lamp", amount=40)
    play.deed(comment, "luca", lambda: play.case(number), "Secret price", internal=True)
    play.deed(comment, "luca", lambda: play.case(number), "It is ordered")
    play.work("event")
    assert told("comment.posted") == ["nadia", "nadia", "sara"]
    assert not [mail for mail in Mail.query if "Secret price" in mail.text and mail.person.key == "sara"]


def test_an_incident_is_told_to_the_owners(play):
    play.open("broken", amount=0)
    play.work("event")
    assert told("incident.raised") == ["nadia", "sara"]


def test_handling_an_event_twice_tells_once(play):
    play.open("purchase", what="Desk lamp", amount=40)
    play.work("event")
    before = Notice.query.count(), Mail.query.count()
    for id in [event.id for event in Event.query]:
        with transaction():
            handle(db.session.get(Event, id), now=play.clock.now)
    assert (Notice.query.count(), Mail.query.count()) == before


@pytest.mark.parametrize(("key", "language", "direction"), [("yusuf", "ar", "rtl"), ("omar", None, None)])
def test_mails_are_written_in_the_readers_language(play, key, language, direction):
    with transaction():
        if language:
            Person.by_key(key).language = language
    play.open("purchase", requester=key, what="Book", amount=30)
    play.work("event")
    mail = next(mail for mail in Mail.query if mail.person.key == key)
    reader = Person.by_key(key).language
    assert f'lang="{reader}"' in mail.html
    assert f'dir="{"rtl" if reader in ("fa", "ar") else "ltr"}"' in mail.html


def test_a_mail_has_plain_text_first_and_says_that_it_is_automatic(play):
    play.open("purchase", what="Desk <b>lamp</b>", amount=40)
    play.work("event")
    mail = next(mail for mail in Mail.query if mail.person.key == "nadia")
    message = message_from_string(compose(pack_mail(mail)).as_string(), policy=policy.default)
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    assert message["Auto-Submitted"] == "auto-generated"
    assert "Desk &lt;b&gt;lamp" in mail.html and "Desk <b>lamp</b>" in mail.text
    assert f"/inbox?task={mail.event_id and play.task(Case.query.one().number, 'Approve').id}" in mail.html


def test_mails_leave_ten_seconds_later_and_only_once(play, monkeypatch):
    sent = []

    class Server:
        def __init__(self, *arguments, **options): ...
        def __enter__(self):
            return self

        def __exit__(self, *error): ...
        def send_message(self, message):
            sent.append(message["To"])

    monkeypatch.setattr(smtplib, "SMTP", Server)
    monkeypatch.setattr(
        "app.notifications.sending.post_office", lambda: __import__("app.base").base.PostOffice("smtp://localhost")
    )
    play.open("purchase", what="Desk lamp", amount=40)
    play.work("event", "mail")
    assert sent == []
    play.clock.forward(seconds=11)
    play.work("mail")
    play.work("mail")
    assert len(sent) == Mail.query.count() == 2


def test_the_tray_shows_what_is_new_and_forgets_on_demand(visit, play):
    play.open("purchase", what="Desk lamp", amount=40)
    play.work("event")
    nadia = visit("nadia")
    page = nadia.get("/notices").text
    assert "Waiting for you: Approve the need" in page and "unread" in page
    nadia.post("/notices/reading")
    assert "Mark all as read" not in nadia.get("/notices").text


def test_the_outbox_of_the_demo_can_be_looked_into(visit, play):
    play.open("purchase", what="Desk lamp", amount=40)
    play.work("event")
    nadia = visit("nadia")
    assert "nadia@" in nadia.get("/outbox").text
    mail = Mail.query.first().id
    assert nadia.get(f"/outbox/{mail}").status_code == 200
    assert "sandbox" in nadia.get(f"/outbox/{mail}/html").headers["Content-Security-Policy"]
