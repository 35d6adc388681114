"""The answer the editor asks for while somebody draws."""

from app.studio.checking import findings

DRAWING = "workflows/hr/leave.bpmn"
CHECK = "/studio/leave/check"


def drawn(draft, *changes) -> str:
    text = draft().file(DRAWING).decode()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


def test_a_sound_draft_has_no_errors_and_says_what_is_there(leave, visit):
    told = visit("leila").post(CHECK, json={"files": {}}).json
    assert told["counts"]["error"] == 0
    assert {one["key"]: one["done"] for one in told["checklist"]} == dict.fromkeys(
        ["drawing", "start", "forms", "lanes", "owner", "texts", "translations", "audience", "category", "walks"], True)


def test_what_is_not_saved_yet_is_looked_at_and_not_kept(leave, visit, draft):
    broken = drawn(draft, ('formId="leave-balance"', 'formId="no-such-form"'))
    told = visit("leila").post(CHECK, json={"files": {DRAWING: broken}}).json
    found = [one for one in told["findings"] if one["rule"] == "form-missing"]
    assert [(one["element"], one["severity"], one["file"]) for one in found] == [("Check_balance", "error", DRAWING)]
    assert draft().revision == 1


def test_findings_speak_the_reader_s_language_and_lead_to_their_tab(leave, visit, draft):
    broken = drawn(draft, ('formId="leave-balance"', 'formId="no-such-form"'))
    mona = visit("mona")
    found = [one for one in mona.post(CHECK, json={"files": {DRAWING: broken}}).json["findings"]
             if one["rule"] == "form-missing"]
    assert "النموذج «\u2068no-such-form\u2069»" in found[0]["text"]
    assert found[0]["url"] == "/studio/leave/forms"


def test_a_drawing_nobody_can_read_is_told_with_its_line(leave, visit):
    told = visit("leila").post(CHECK, json={"files": {DRAWING: "<definitions>\n<oops"}}).json
    first = told["findings"][0]
    assert (first["rule"], first["severity"], first["file"]) == ("unreadable-xml", "error", DRAWING)


def test_an_offer_gives_new_texts_and_saves_nothing(leave, visit, draft):
    leila = visit("leila")
    granted = '<bpmn:endEvent id="Granted"'
    broken = drawn(draft, (granted, f'<bpmn:task id="Loose" name="Loose" />{granted}'))
    told = leila.post(CHECK, json={"files": {DRAWING: broken}}).json
    offers = [offer for one in told["findings"] for offer in one["offers"]]
    assert offers
    answer = leila.post("/studio/leave/offers", json={"files": {DRAWING: broken}, "offer": offers[0]["id"]})
    assert answer.status_code == 200, answer.json
    assert list(answer.json["files"]) == [DRAWING]
    assert answer.json["files"][DRAWING] != broken
    assert draft().revision == 1


def test_what_is_mended_on_reading_can_be_written_into_the_drawing(leave, visit, draft):
    leila = visit("leila")
    never = drawn(draft, ('id="leave" name="Leave" isExecutable="true"', 'id="leave" name="Leave"'))
    told = leila.post(CHECK, json={"files": {DRAWING: never}}).json
    repair = next(one for one in told["findings"] if one["severity"] == "repair")
    answer = leila.post("/studio/leave/offers", json={"files": {DRAWING: never}, "offer": repair["offers"][0]["id"]})
    assert 'isExecutable="true"' in answer.json["files"][DRAWING]


def test_an_offer_that_fits_no_longer_is_refused_in_words(leave, visit):
    assert visit("leila").post("/studio/leave/offers", json={"files": {}, "offer": "gone"}).status_code == 409


def test_drafts_of_others_are_not_there(leave, visit):
    for key, check, offer in (("reza", 404, 404), ("shirin", 200, 404), ("leila", 200, 409)):
        client = visit(key)
        assert client.post(CHECK, json={"files": {}}).status_code == check
        assert client.post("/studio/leave/offers", json={"files": {}, "offer": "x"}).status_code == offer


def test_a_body_that_is_none_is_refused(leave, visit):
    for body in ("[]", "{\"files\": []}", "{\"files\": {\"a.bpmn\": 7}}", "nonsense"):
        assert visit("leila").post(CHECK, data=body, content_type="application/json").status_code == 400


def test_what_nobody_named_is_called_by_its_kind_and_place(leave, visit, draft):
    named = draft().file(DRAWING).decode().split('id="Check_balance" name="', 1)[1].split('"', 1)[0]
    broken = drawn(draft, (f'id="Check_balance" name="{named}"', 'id="Check_balance"'),
                   ('formId="leave-balance"', 'formId="no-such-form"'))
    for who in ("leila", "mona"):
        told = visit(who).post(CHECK, json={"files": {DRAWING: broken}}).json
        texts = [one["text"] + one["name"] for one in told["findings"]] + [one["note"] for one in told["checklist"]]
        assert not [text for text in texts if "Check_balance" in text]


def test_an_element_is_called_as_its_reader_calls_it(leave, visit, draft):
    broken = drawn(draft, ('formId="leave-balance"', 'formId="no-such-form"'))
    called = draft().spec["names"]["Check_balance"]["ar"]
    found = visit("mona").post(CHECK, json={"files": {DRAWING: broken}}).json["findings"]
    assert {one["name"] for one in found if one["rule"] == "form-missing"} == {called}
    assert [one["text"] for one in found if one["rule"] == "form-missing" and called in one["text"]]


NOWHERE_SAID = b"""<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">
<process id="P" isExecutable="true"><startEvent id="S"/><sequenceFlow id="a" sourceRef="S" targetRef="Gate"/>
<exclusiveGateway id="Gate" name="Granted?"/><sequenceFlow id="b" sourceRef="Gate" targetRef="Yes"/>
<endEvent id="Yes" name="Done"/><sequenceFlow id="c" sourceRef="Gate" targetRef="No"/><endEvent id="No" name="Refused"/>
</process></definitions>"""


def test_findings_speak_of_other_steps_by_the_names_their_reader_knows(studio, clock):
    names = {"Gate": {"fa": "تأیید شد؟"}, "Yes": {"fa": "انجام شد"}, "No": {"fa": "رد شد"}}
    spec = {"slug": "x", "diagram": "a.bpmn", "process": "P", "names": names}
    found = findings(spec, {"a.bpmn": NOWHERE_SAID}, now=clock.now)
    one = next(one for one in found if one.element == "Gate")
    assert "(از تأیید شد؟ به انجام شد)، " in one.text("fa")
    assert "Done" not in one.text("fa")
    assert "(from Granted? to Done), " in one.text("en")
