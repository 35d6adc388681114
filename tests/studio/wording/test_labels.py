"""Every text of a service is found, what is missing is told, and a new text changes nothing but itself."""

import difflib
import json
from pathlib import Path

import pytest

from app.catalog import draft
from app.forms import Form
from app.studio.wording import CannotBeWritten, LabelGone, labels, missing, rewritten

ROOT = Path(__file__).parents[3]
SERVICES = ("request", "purchase", "leave", "new-employee", "equipment", "problem", "contract-review")
DRAWING, FORM = "workflows/hr/leave.bpmn", "forms/hr/leave.form"


@pytest.fixture(scope="module")
def leave():
    return draft(ROOT, "leave")


def text_of(one, key) -> dict:
    return next(label.texts for label in labels(one.spec, one.files) if label.key == key)


def changed_lines(before: bytes, after: bytes) -> list[str]:
    lines = difflib.unified_diff(before.decode().splitlines(), after.decode().splitlines(), n=0, lineterm="")
    return [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]


@pytest.mark.parametrize("slug", SERVICES)
def test_the_shipped_services_say_everything_in_every_language(slug):
    one = draft(ROOT, slug)
    found = labels(one.spec, one.files)
    assert len(found) > 100
    assert len({label.key for label in found}) == len(found)
    assert missing(one.spec, one.files) == {"en": [], "fa": [], "ar": []}


@pytest.mark.parametrize(("key", "english"), [
    ("service:name", "Leave"),
    ("service:keywords", None),
    ("element:Lane_employee", "Employee"),
    ("outcome:approved", "Approve"),
    (f"form:{FORM}#:title", "Leave"),
    (f"form:{FORM}#leave_kind_1:label", "Kind of leave"),
    (f"form:{FORM}#leave_kind_1:option:hajj", "Hajj"),
    (f"form:{FORM}#rule:0", "The last day cannot be before the first."),
])
def test_texts_are_found_wherever_they_stand(leave, key, english):
    texts = text_of(leave, key)
    assert set(texts) == {"en", "fa", "ar"}
    assert english is None or texts["en"] == english


def test_texts_inside_the_drawing_are_found_with_their_places(leave):
    notices = [one for one in labels(leave.spec, leave.files) if one.kind == "notice" and one.part == DRAWING]
    worked_out = next(one for one in notices if "Working days" in one.texts["en"])
    assert all(set(one.texts) == {"en", "fa", "ar"} for one in notices)
    reminder = next(one for one in labels(leave.spec, leave.files) if one.key.endswith("#Approval_remind:text"))
    assert reminder.texts["en"] == "Reminder: {step}. Your decision is still awaited."
    assert worked_out.texts["en"] == '="May this leave be taken? Working days: " + string(days)'


def test_what_is_missing_is_told_with_its_place(leave):
    names = {**leave.spec["names"], "Lane_employee": {"ar": "الموظف"}}
    texts = {**leave.spec["texts"], "ar": {"name": "إجازة"}}
    form = leave.files[FORM].replace('"label:fa": "نوع مرخصی",'.encode(), b"")
    gone = missing({**leave.spec, "names": names, "texts": texts}, {**leave.files, FORM: form})
    assert sorted(map(str, gone["fa"])) == ["Employee", "Leave › Kind of leave"]
    assert {one.kind for one in gone["ar"]} == {"summary", "description", "need", "get", "keywords"}
    assert gone["en"] == []


def test_a_text_nobody_says_is_missing_nowhere(leave):
    assert "price" in {one.kind for one in labels(leave.spec, leave.files)}
    bare = {"slug": "x", "diagram": "x.bpmn", "texts": {}}
    assert [one.kind for one in missing(bare, {})["fa"]] == ["name", "summary"]


def test_files_that_cannot_be_read_have_no_labels_and_stop_nothing(leave):
    files = {"a.form": b"{", "b.form": b"[]", "c.bpmn": b"\xff\xfe\x00", "d.bpmn": b"<a><b name=",
             "e.form": b'{"title": 5}'}
    assert {one.part for one in labels(leave.spec, files)} == {"service"}


def test_a_translation_of_a_name_goes_into_the_order_of_the_service(leave):
    spec, files = rewritten(leave.spec, leave.files, {"element:Lane_employee": {"fa": "خواهنده"}})
    assert files == {}
    assert set(spec) == {"names"}
    assert spec["names"]["Lane_employee"]["fa"] == "خواهنده"
    assert leave.spec["names"]["Lane_employee"]["fa"] != "خواهنده"


def test_an_english_name_goes_into_the_drawing_and_changes_one_attribute(leave):
    spec, files = rewritten(leave.spec, leave.files, {"element:Lane_employee": {"en": 'Who "asks" & <waits>'}})
    assert spec == {}
    lines = changed_lines(leave.files[DRAWING], files[DRAWING])
    assert [line[0] for line in lines] == ["-", "+"]
    assert 'name="Who &quot;asks&quot; &amp; &lt;waits>"' in lines[1]
    assert text_of(with_files(leave, files), "element:Lane_employee")["en"] == 'Who "asks" & <waits>'


def test_a_translation_of_a_field_changes_one_line_of_the_form(leave):
    key = f"form:{FORM}#leave_kind_1:option:hajj"
    spec, files = rewritten(leave.spec, leave.files, {key: {"fa": "سفر حج"}})
    assert (spec, list(files)) == ({}, [FORM])
    assert changed_lines(leave.files[FORM], files[FORM]) == [
        '-        "option:hajj:fa": "حج",', '+        "option:hajj:fa": "سفر حج",']


def test_several_texts_are_written_at_once(leave):
    kind, title = f"form:{FORM}#leave_kind_1:label", f"form:{FORM}#:title"
    wanted = {kind: {"en": "Which leave", "fa": "چه مرخصی", "ar": "أي إجازة"}, title: {"en": "Time away"},
              "service:need": {"en": "One\n\n Two "}, "element:Lane_employee": {"en": "Asker", "ar": "طالب"},
              "outcome:approved": {"en": "Grant it"}, "service:price": {"fa": "رایگان"}}
    after = with_changes(leave, *rewritten(leave.spec, leave.files, wanted))
    for key, texts in wanted.items():
        told = text_of(after, key)
        for language, text in texts.items():
            assert told[language] == (text if key != "service:need" else "One\nTwo")
    assert json.loads(after.files[FORM])["components"][0]["label"] == "Which leave"
    assert after.spec["texts"]["en"]["need"] == ["One", "Two"]


def test_an_empty_text_is_taken_out(leave):
    kind = f"form:{FORM}#leave_kind_1:label"
    wanted = {kind: {"fa": ""}, "element:Lane_employee": {"fa": ""}, "service:description": {"ar": " "}}
    after = with_changes(leave, *rewritten(leave.spec, leave.files, wanted))
    assert "label:fa" not in json.loads(after.files[FORM])["components"][0]["properties"]
    assert "fa" not in after.spec["names"]["Lane_employee"]
    assert "description" not in after.spec["texts"]["ar"]
    assert sorted(one.key for one in missing(after.spec, after.files)["fa"]) == ["element:Lane_employee", kind]


def test_a_word_that_mizban_knows_is_not_repeated(leave):
    wanted = {"outcome:approved": {"en": "Approve", "fa": "تأیید", "ar": "موافقت"}}
    spec, _ = rewritten(leave.spec, leave.files, wanted)
    assert spec["names"]["outcome:approved"] == {"ar": "موافقت"}


def test_a_text_inside_a_call_changes_in_its_place(leave):
    label = next(one for one in labels(leave.spec, leave.files) if "May this leave" in one.texts.get("en", ""))
    wanted = {"en": "May \"it\" be\\so?", "fa": '="روز: " + string(days)'}
    _, files = rewritten(leave.spec, leave.files, {label.key: wanted})
    after = text_of(with_files(leave, files), label.key)
    assert after == {**label.texts, **wanted}
    assert len(changed_lines(leave.files[DRAWING], files[DRAWING])) == 2


@pytest.mark.parametrize("text", ['="open', "=string(days))", '="a", fa: "b"', "={", "=a}, ar: {b"])
def test_an_expression_that_would_break_what_is_around_it_is_refused(leave, text):
    label = next(one for one in labels(leave.spec, leave.files) if one.kind == "notice")
    with pytest.raises(CannotBeWritten):
        rewritten(leave.spec, leave.files, {label.key: {"en": text}})


def test_a_language_is_added_to_a_text_inside_a_call_and_taken_out_again(leave):
    data = b"""<definitions><callActivity id="A" name="Ask">
      <input source='={en: "Go on?"}' target="question"/></callActivity></definitions>"""
    label = next(one for one in labels({}, {"a.bpmn": data}) if one.kind == "notice")
    assert (label.key, str(label)) == ("notice:a.bpmn#A:question", "Ask › question")
    _, files = rewritten({}, {"a.bpmn": data}, {label.key: {"fa": "ادامه?", "ar": "x"}})
    assert """source='={en: "Go on?", fa: "ادامه?", ar: "x"}'""" in files["a.bpmn"].decode()
    _, files = rewritten({}, files, {label.key: {"fa": "", "en": "Well?"}})
    assert """source='={en: "Well?", ar: "x"}'""" in files["a.bpmn"].decode()


def test_the_title_of_requests_is_one_expression_or_one_for_each_language():
    spec = {"title": '="Leave " + kind', "texts": {}}
    told, _ = rewritten(spec, {}, {"service:title": {"fa": '="مرخصی " + kind'}})
    assert told["title"] == {"en": '="Leave " + kind', "ar": '="Leave " + kind', "fa": '="مرخصی " + kind'}
    told, _ = rewritten({**spec, **told}, {}, {"service:title": {"fa": '="Leave " + kind'}})
    assert told["title"] == '="Leave " + kind'
    told, _ = rewritten(spec, {}, {"service:title": {"en": "", "fa": "", "ar": ""}})
    assert told == {"title": None}


def test_a_text_that_is_gone_is_refused(leave):
    with pytest.raises(LabelGone):
        rewritten(leave.spec, leave.files, {"element:Nowhere": {"fa": "x"}})


PERSIAN_DRAWN = """<definitions><userTask id="A" name="بررسی درخواست"/><userTask id="B" name="Check"/>
  <userTask id="C" name="مراجعة الطلب"/></definitions>""".encode()
PERSIAN_FORM = {"id": "f", "title": "درخواست کتاب", "rules": [{"test": "=true", "message": "کم است"}], "components": [
    {"type": "select", "id": "Which", "key": "which", "label": "کدام کتاب", "description": "=note",
     "values": [{"value": "a", "label": "نخستین"}, {"value": "b", "label": "Second"}]}]}


def test_what_is_drawn_in_persian_is_persian_and_its_english_is_missing():
    spec, files = {"slug": "x", "diagram": "x.bpmn"}, {"x.bpmn": PERSIAN_DRAWN}
    found = {language: [one.key for one in gone if one.part == "x.bpmn"]
             for language, gone in missing(spec, files).items()}
    assert found == {"en": ["element:A", "element:C"], "fa": ["element:B", "element:C"],
                     "ar": ["element:A", "element:B"]}
    changed, drawn = rewritten(spec, files, {"element:A": {"en": "Look at it", "fa": "بازبینی"}})
    assert changed["names"] == {"A": {"en": "Look at it"}}
    assert 'id="A" name="بازبینی"' in drawn["x.bpmn"].decode()
    after = with_changes(Files(spec, files), changed, drawn)
    assert text_of(after, "element:A") == {"fa": "بازبینی", "en": "Look at it"}


def test_a_name_that_its_letters_would_betray_stands_beside_the_drawing():
    spec, files = {"slug": "x", "diagram": "x.bpmn"}, {"x.bpmn": PERSIAN_DRAWN}
    changed, drawn = rewritten(spec, files, {"element:A": {"fa": "SAP"}, "element:B": {"en": "چک"}})
    assert (changed["names"], drawn) == ({"A": {"fa": "SAP"}, "B": {"en": "چک"}}, {})
    after = with_changes(Files(spec, files), changed, drawn)
    assert (text_of(after, "element:A"), text_of(after, "element:B")) == ({"fa": "SAP"}, {"en": "چک"})


def test_what_a_form_says_in_persian_is_persian_and_its_english_is_missing():
    spec, files = {"slug": "x", "diagram": "x.bpmn"}, {"f.form": json.dumps(PERSIAN_FORM).encode()}
    found = {language: [one.key.partition("#")[2] for one in gone if one.part == "f.form"]
             for language, gone in missing(spec, files).items()}
    assert found["en"] == [":title", "Which:label", "Which:option:a", "rule:0"]
    assert found["fa"] == ["Which:option:b"]
    wanted = {"form:f.form#:title": {"en": "Ask for a book"}, "form:f.form#rule:0": {"en": "Too few"},
              "form:f.form#Which:label": {"en": "Which book", "fa": "چه کتابی"},
              "form:f.form#Which:option:a": {"en": "The first"}}
    _, changed = rewritten(spec, files, wanted)
    form = json.loads(changed["f.form"])
    [field] = form["components"]
    assert (form["title"], form["titles"]) == ("درخواست کتاب", {"en": "Ask for a book"})
    assert (field["label"], field["properties"]) == (
        "چه کتابی", {"label:en": "Which book", "option:a:en": "The first"})
    assert form["rules"] == [{"test": "=true", "message": "کم است", "message:en": "Too few"}]
    assert missing(spec, changed)["en"] == missing(spec, {})["en"]
    shown = Form.read(changed["f.form"])
    assert (shown.title("en"), shown.title("fa")) == ("Ask for a book", "درخواست کتاب")


class Files:
    def __init__(self, spec, files):
        self.spec, self.files = spec, files


def with_files(one, files):
    return Files(one.spec, {**one.files, **files})


def with_changes(one, spec, files):
    merged = {**one.spec, **spec}
    return Files({key: value for key, value in merged.items() if value is not None}, {**one.files, **files})
