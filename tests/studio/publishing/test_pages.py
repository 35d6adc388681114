"""The tab Publish and the page of versions, as people send them."""

import json
import re
from datetime import timedelta

import pytest
from lxml import etree
from sqlalchemy import select

from app.base import db, transaction
from app.cases import Case, watch
from app.catalog import Service, ServiceVersion
from app.people import Department, Person
from app.studio.checking import audience
from app.studio.drafts import Draft
from app.studio.publishing import Publication


def form(page: str) -> dict:
    """What a browser would send of the page's form, with every reason given and every way accepted."""
    keys = re.findall(r'name="(reason:[^"]+)"', page)
    ways = re.findall(r'name="(way:[^"]+)" value="([^"]*)"', page)
    return {**dict.fromkeys(map(plain, keys), "We know."), **{plain(key): plain(text) for key, text in ways},
            "ways-accepted": "1", "note": "A shorter summary.", "when": "now", "running": "finish"}


def plain(text: str) -> str:
    return text.replace("&#34;", '"').replace("&#39;", "'").replace("&amp;", "&").replace("&lt;", "<")


@pytest.fixture
def sent(visit):
    """`sent("omar", "equipment", note="...")`: the form of the tab, sent by this person; the answer."""
    def send(key, slug, **changes):
        client = visit(key)
        page = client.get(f"/studio/{slug}/publish")
        assert page.status_code == 200
        return client.post(f"/studio/{slug}/publication", data={**form(page.text), **changes})

    return send


def numbers(slug) -> list[int]:
    db.session.remove()
    found = select(ServiceVersion.number).join(Service, Service.id == ServiceVersion.service_id)
    return sorted(db.session.scalars(found.where(Service.slug == slug)))


def test_the_tab_shows_the_evidence_and_publishes(gate, equipment, sent, visit):
    assert sent("omar", equipment).status_code == 303
    assert numbers(equipment) == [1, 2]
    omar = visit("omar")
    assert "Version 2 is live." in omar.get("/studio/equipment/publish").text
    assert "A shorter summary." in omar.get("/studio/equipment/versions").text


@pytest.mark.parametrize("view", ["changes", "walks", "times", "list"])
def test_every_view_of_the_drawing_opens(gate, equipment, visit, view):
    assert visit("omar").get(f"/studio/equipment/publish?view={view}").status_code == 200


def test_the_pool_is_called_like_the_service(shorter, visit):
    page = visit("leila").get(f"/studio/{shorter}/publish").text
    marks = json.loads(re.search(r'class="marks">(.*?)</script>', page)[1])
    assert marks["names"]["leave"] == "Leave"


def test_what_was_typed_is_kept_when_it_is_refused(gate, equipment, sent):
    answer = sent("omar", equipment, note="", **{"reason-for-all": "We know them all."})
    assert (answer.status_code, "We know them all." in answer.text) == (422, True)
    answer = sent("omar", equipment, when="later", note="Kept <b>words</b>", **{"at.date": "", "at.time": ""})
    assert (answer.status_code, "Kept &lt;b&gt;words&lt;/b&gt;" in answer.text) == (422, True)
    assert numbers(equipment) == [1]


def test_one_reason_answers_for_all_of_one_kind(gate, equipment, visit):
    path = "workflows/it/equipment.bpmn"
    gate.change(equipment, "omar", files={path: _with_two_waits(gate.live(equipment).files[path])})
    omar = visit("omar")
    page = omar.get("/studio/equipment/publish").text
    (kind,) = [key for key in ("reason-of:message-without-sender", "reason-for-all") if f'name="{key}"' in page][:1]
    own = re.findall(r'name="(reason:message-without-sender[^"]+)"', page)
    assert len(own) == 2
    sent = {**form(page), **dict.fromkeys(own, ""), kind: "Another system sends them."}
    refused = omar.post("/studio/equipment/publication", data={**sent, "note": ""})
    assert (refused.status_code, "Another system sends them." in refused.text) == (422, True)
    assert omar.post("/studio/equipment/publication", data=sent).status_code == 303
    accepted = Publication.of(equipment)[0].accepted
    assert {accepted[plain(key).removeprefix("reason:")] for key in own} == {"Another system sends them."}
    assert "Another system sends them." in omar.get(
        f"/studio/equipment/publish/evidence?of={Publication.of(equipment)[0].id}").text


def _with_two_waits(text: bytes) -> bytes:
    """A reaction to a message, on which two more are waited for that nobody sends."""
    reaction = """<subProcess xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="R" triggeredByEvent="true">
    <startEvent id="RS"><messageEventDefinition id="RM" messageRef="M0"/></startEvent>
    <receiveTask id="W1" name="Wait 1" messageRef="M1"/><receiveTask id="W2" name="Wait 2" messageRef="M2"/>
    <endEvent id="RE"/><sequenceFlow id="F1" sourceRef="RS" targetRef="W1"/>
    <sequenceFlow id="F2" sourceRef="W1" targetRef="W2"/><sequenceFlow id="F3" sourceRef="W2" targetRef="RE"/>
    </subProcess>"""
    root = etree.fromstring(text)
    for number in (0, 1, 2):
        root.insert(0, etree.Element(f"{{{root.nsmap['bpmn']}}}message", id=f"M{number}", name=f"delivery {number}"))
    root.find("bpmn:process", root.nsmap).append(etree.fromstring(reaction))
    return etree.tostring(root)


def test_a_date_is_read_in_the_readers_calendar(gate, equipment, sent, clock):
    answer = sent("omar", equipment, when="later", **{"at.date": "2027-01-10", "at.time": "09:00"})
    assert answer.status_code == 303
    one = Publication.open_of(equipment)
    assert (one.state, one.effective_at.date().isoformat()) == ("scheduled", "2027-01-10")


def test_a_red_draft_is_refused_with_what_stops_it(gate, equipment, visit):
    gate.change(equipment, "omar", files={"workflows/it/equipment.bpmn": b"<broken"})
    omar = visit("omar")
    page = omar.get("/studio/equipment/publish")
    assert (page.status_code, "cannot be published yet" in page.text) == (200, True)
    assert omar.post("/studio/equipment/publication", data=form(page.text)).status_code == 422
    assert omar.get("/studio/equipment/publish/drawing.bpmn").status_code == 200
    assert numbers(equipment) == [1]


def test_nobody_publishes_what_is_not_theirs(gate, equipment, visit):
    for key in ("sara", "leila"):
        assert visit(key).get("/studio/equipment/publish").status_code == 404
        assert visit(key).post("/studio/equipment/publication", data={"note": "x"}).status_code == 404
    shirin = visit("shirin")  # the auditor looks
    assert shirin.get("/studio/equipment/publish").status_code == 200
    for path in ("publication", "roll-back", "retirement", "four-eyes", "publication-removal"):
        assert shirin.post(f"/studio/equipment/{path}", data={"note": "x", "number": "1"}).status_code == 404


def test_it_is_taken_back_on_the_page(gate, shorter, sent, visit):
    assert sent("mona", shorter).status_code == 303
    mona = visit("mona")
    assert 'id="under-way"' in mona.get("/studio/leave/publish").text
    assert mona.post("/studio/leave/publication-removal", data={"reason": "Later."}).status_code == 303
    assert Publication.open_of(shorter) is None
    assert Draft.open_of(shorter)


def test_the_head_chooses_four_eyes(gate, equipment, visit):
    assert visit("nima").post("/studio/equipment/four-eyes", data={"wanted": "1"}).status_code == 404
    assert visit("omar").post("/studio/equipment/four-eyes", data={"wanted": "1"}).status_code == 303
    assert Department.query.filter_by(key="it").one().four_eyes


def test_the_evidence_is_a_sheet_of_its_own(gate, equipment, sent, visit):
    omar = visit("omar")
    assert "Evidence for version 2" in omar.get("/studio/equipment/publish/evidence").text
    sent("omar", equipment)
    kept = Publication.of(equipment)[0].id
    page = omar.get(f"/studio/equipment/publish/evidence?of={kept}").text
    assert ("A shorter summary." in page, "We know." in page) == (True, True)
    assert omar.get("/studio/equipment/publish/evidence").status_code == 404


def test_versions_are_compared_set_back_retired_and_offered_again(gate, equipment, sent, visit):
    sent("omar", equipment)
    omar = visit("omar")
    pair = omar.get("/studio/equipment/versions/pair?of=2&of=1")
    assert pair.headers["Location"].endswith("/versions/1/2")
    assert "Devices to work with." in omar.get("/studio/equipment/versions/1/2").text
    assert b"definitions" in omar.get("/studio/equipment/versions/1/2/drawing.bpmn").data
    assert omar.get("/studio/equipment/versions/pair?of=2").status_code == 422
    assert omar.get("/studio/equipment/versions/1/9").status_code == 404
    assert omar.post("/studio/equipment/roll-back", data={"number": "1", "note": "Too short."}).status_code == 303
    page = omar.get("/studio/equipment/versions").text
    assert (numbers(equipment), "same as 1" in page, "Too short." in page) == ([1, 2, 3], True, True)
    assert omar.post("/studio/equipment/roll-back", data={"number": "3", "note": "Again."}).status_code == 422
    assert omar.post("/studio/equipment/retirement").status_code == 303
    page = omar.get("/studio/equipment/versions").text
    assert "Retired " in page and "live until it was retired" in page
    assert "Version 3 is live." not in page
    assert ('id="back-3"' in page, 'id="back-2"' in page) == (False, True)
    assert visit("sara").get("/services/equipment").status_code == 404
    assert omar.post("/studio/equipment/retirement").status_code == 422
    assert omar.post("/studio/equipment/retirement-removal").status_code == 303
    assert visit("sara").get("/services/equipment").status_code == 200


@pytest.mark.parametrize(("language", "sentence"), [("en", "Say why:"), ("fa", "بگویید چرا:"), ("ar", "اذكر السبب:")])
def test_going_back_without_a_reason_is_asked_for_it_in_the_readers_language(
        gate, equipment, sent, visit, language, sentence):
    sent("omar", equipment)
    omar = visit("omar")
    omar.post("/reader", data={"language": language, "next": "/"})
    assert "required" not in omar.get("/studio/equipment/versions").text.split('id="back-1"')[1].split("</dialog>")[0]
    answer = omar.post("/studio/equipment/roll-back", data={"number": "1", "note": "  "})
    dialog = answer.text.split('id="back-1"')[1].split("</dialog>")[0]
    assert (answer.status_code, numbers(equipment)) == (422, [1, 2])
    assert dialog.startswith(" open") and sentence in dialog


def test_an_open_draft_is_numbered_after_what_came_back(gate, equipment, sent, visit):
    sent("omar", equipment)
    gate.begin(equipment, "omar")
    assert visit("omar").post("/studio/equipment/roll-back", data={"number": "1", "note": "Back."}).status_code == 303
    db.session.remove()
    assert Draft.open_of(equipment).number == 4


def test_who_is_asked_one_level_up_sees_what_was_asked_for(gate, shorter, sent, visit, clock):
    sent("mona", shorter)
    db.session.remove()
    number = Publication.open_of(shorter).review.number
    assert visit("ali").get("/studio/leave/publish").status_code == 404
    with transaction():
        watch(Case.query.filter_by(number=number).one(), Person.by_key("ali"), by=Person.by_key("mona"), now=clock.now)
    assert "Evidence for version 2" in visit("ali").get("/studio/leave/publish").text


def test_running_requests_are_counted_and_tried(gate, equipment, visit):
    visit("sara").post("/services/equipment", data={})
    plan = visit("omar").get("/studio/equipment/publish/plan")
    assert plan.status_code == 200


def test_the_page_says_for_how_many_kinds_of_people_it_was_checked(gate, equipment, visit, monkeypatch):
    monkeypatch.setattr(audience, "MOST", 2)
    omar = visit("omar")
    for page in ("publish", "publish/evidence"):
        assert "was checked for 2 of" in omar.get(f"/studio/{equipment}/{page}").text
    assert "is checked for 2 of" in omar.get(f"/studio/{equipment}/words").text


def test_what_is_under_way_stands_beside_the_evidence(gate, shorter, visit, clock):
    day = clock.now + timedelta(days=3)
    gate.ask(shorter, "mona", note="Hours count from now on.", effective_at=day, running="move")
    page = visit("leila").get("/studio/leave/publish").text
    beside = page.partition('class="asked-for"')[2].partition("</section>")[0]
    for said in ("Version 2", "Hours count from now on.", "Mona", "From", "Those that can move are moved", "Leila"):
        assert said in beside
    assert 'id="publish-form" class' not in page
