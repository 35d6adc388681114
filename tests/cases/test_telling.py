"""What the shipped services tell people: in the reader's language, in words instead of codes."""

import pytest

from app.base import transaction
from app.cases.timeline import timeline
from app.events import Event
from app.notifications import Mail
from app.people import Person

ILL = {"kind": "sick", "from_date": "2026-04-07", "to_date": "2026-04-08", "half_day": False, "days": 2,
       "certificate": [], "stand_in": "elif"}


def notices(office, number):
    return Event.query.filter_by(kind="case.notice", case_id=office.case(number).id).order_by(Event.id).all()


def test_a_sick_leave_is_told_to_the_manager_by_name_and_day(office):
    number = office.open("leave", requester="sara", **ILL)
    told = notices(office, number)[0]
    assert told.data["audience"] == ["nadia"]
    assert told.data["text"] == {
        "en": "Sara Ahmadi is ill and away from Tue 7 April 2026 until Wed 8 April 2026",
        "fa": "مرخصی استعلاجی سارا احمدی: از سه\u200cشنبه ۱۸ فروردین ۱۴۰۵ تا چهارشنبه ۱۹ فروردین ۱۴۰۵",
        "ar": told.data["text"]["ar"],
    }
    assert "{" not in told.data["text"]["ar"] and "null" not in told.data["text"]["ar"]


@pytest.mark.parametrize(("language", "words"), [("en", "is ill and away"), ("fa", "استعلاجی"), ("ar", "إجازة مرضية")])
def test_tray_and_mail_pick_the_readers_language(office, visit, language, words):
    with transaction():
        Person.by_key("nadia").language = language
    office.open("leave", requester="sara", **ILL)
    office.work("event")
    assert words in visit("nadia").get("/notices").text
    mail = next(mail for mail in Mail.query if mail.person.key == "nadia" and words in mail.subject)
    assert words in mail.text and words in mail.html


def test_the_story_tells_it_in_the_readers_language(office, visit):
    number = office.open("leave", requester="sara", **ILL)
    assert "مرخصی استعلاجی سارا" in visit("sara").get(f"/requests/{number}?tab=history").text
    with transaction():
        Person.by_key("sara").language = "ar"
    assert "إجازة مرضية" in visit("sara").get(f"/requests/{number}?tab=history").text


def test_a_reminder_names_the_step_as_the_service_calls_it(office):
    number = office.open("equipment", requester="sara", type="headset", reason="new", model="standard", accessories=[],
                         estimated_cost=90, needed_by="2026-05-10", deliver_to="desk")
    office.clock.forward(days=1)
    office.work("timer")
    told = notices(office, number)[0]
    place = office.case(number).published
    assert told.data["text"]["en"].startswith(f"Reminder: {place.element_name('Approve_manager', 'en')}.")
    assert place.element_name("Approve_manager", "fa") in told.data["text"]["fa"]


def test_a_plain_text_is_told_as_it_is(play):
    number = play.open("purchase", what="Desk lamp", amount=40)
    play.clock.forward(hours=5)
    play.work("timer")
    found = [one.data["text"] for one in timeline(play.case(number), internal=False, language="en")
             if one.kind == "case.notice"]
    assert found == ["Please decide"]
