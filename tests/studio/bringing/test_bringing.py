"""Files become drafts: whatever they come from, nothing is lost, and every bad one is told of in a sentence."""

import io
from importlib import import_module
from pathlib import Path

import pytest
from sqlalchemy.orm.exc import StaleDataError

from app.catalog import parcel_of, zipped
from app.studio.bringing import bring
from app.studio.drafts import Revision
from app.studio.wording import missing
from tests.studio.bringing.conftest import zipped as packed

TOP = Path(__file__).parents[3]
SIMPLE = (TOP / "docs/first-service/workflows/facilities/key.bpmn").read_bytes()
FORM = b'{"id": "keys", "type": "default", "components": [{"type": "textfield", "key": "room", "label": "Room"}]}'
C7 = b"""<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
  targetNamespace="x"><process id="invoice" name="Pay an invoice" isExecutable="true">
<startEvent id="in" camunda:formKey="camunda-forms:deployment:keys.form"/>
<sequenceFlow id="a" sourceRef="in" targetRef="pay"/>
<userTask id="pay" name="Pay" camunda:assignee="${initiator}"><extensionElements><camunda:formData>
<camunda:formField id="amount" label="Amount" type="long"/></camunda:formData></extensionElements></userTask>
<sequenceFlow id="b" sourceRef="pay" targetRef="out"/><endEvent id="out"/></process></definitions>"""
POOLS = b"""<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">
<collaboration id="c"><participant id="p1" name="Supplier" processRef="supplier"/><participant id="p2" name="We"
  processRef="we"/><participant id="p3" name="Bank"/></collaboration>
<process id="supplier" isExecutable="false"><startEvent id="s1"/></process>
<process id="we" name="Buy" isExecutable="true"><startEvent id="s2"/><userTask id="t" name="Order"/>
<sequenceFlow id="f" sourceRef="s2" targetRef="t"/></process></definitions>"""


def test_a_drawing_with_its_form_becomes_a_draft(bringing):
    slug = bringing.slug({"Keys for rooms.bpmn": C7, "keys.form": FORM})
    draft = bringing.draft(slug)
    assert (slug, draft.department, draft.owner) == ("pay-an-invoice", "it", "omar")
    assert set(draft.files) == {"workflows/it/keys-for-rooms.bpmn", "forms/it/keys.form", "forms/it/pay.form"}
    assert draft.spec["process"] == "invoice"
    assert draft.spec["form"] == "forms/it/keys.form"
    assert draft.spec["texts"] == {"en": {"name": "Pay an invoice", "summary": ""}}
    assert [part.key for part in draft.published().start_form.schema.parts] == ["room"]
    assert [part.key for part in draft.published().form("pay").schema.parts] == ["amount"]
    assert draft.spec["forms"]["forms/it/pay.form"] == "pay"  # it stood in the drawing and is a file of its own now


def test_a_form_without_an_id_gets_one_that_steps_can_name(bringing):
    """Camunda Modeler saves a form without an id until it is deployed."""
    bare = FORM.replace(b'"id": "keys", ', b"")
    draft = bringing.draft(bringing.slug({"a.bpmn": SIMPLE, "Keys.form": bare, "keys.form": FORM, "x.form": b"[]"}))
    assert draft.spec["forms"] == {"forms/it/keys.form": "keys-2", "forms/it/keys-2.form": "keys"}
    assert draft.published().form("keys-2").schema.parts[0].key == "room"
    assert [one["rule"] for one in Revision.of(draft)[-1].detail["notes"]] == ["form-unnamed"]


def test_what_was_brought_is_kept_and_can_be_had_back(bringing, visit):
    slug = bringing.slug({"invoice.bpmn": C7})
    draft = bringing.draft(slug)
    mended, laid, first = Revision.of(draft)
    assert (mended.what, laid.what, first.what, draft.revision) == ("mended", "drawing", "opened", 3)
    assert first.contents()[draft.diagram_path] == C7
    assert b"BPMNDiagram" in draft.file(draft.diagram_path)
    page = visit("omar").get(f"/studio/{slug}").text
    assert "it was laid out" in page
    assert "Each is a form of its own now" in page
    assert visit("omar").post(f"/studio/{slug}/restoration", data={"id": first.id}).status_code == 303
    assert bringing.draft(slug).file(draft.diagram_path) == C7


def test_a_sound_file_keeps_every_byte(bringing):
    slug = bringing.slug({"key.bpmn": SIMPLE})
    draft = bringing.draft(slug)
    assert (draft.revision, draft.file(draft.diagram_path)) == (1, SIMPLE)


def test_of_several_pools_the_one_meant_to_run_is_the_service(bringing):
    draft = bringing.draft(bringing.slug({"buying.bpmn": POOLS}))
    assert (draft.spec["process"], draft.slug) == ("we", "buy")


def test_the_checklist_says_what_is_missing(bringing):
    told = bringing.check(bringing.slug({"buying.bpmn": POOLS}))
    missing = {one["key"] for one in told["checklist"] if not one["done"]}
    assert missing == {"start", "forms", "lanes", "texts", "translations", "audience", "category", "walks"}


def test_a_form_that_is_named_and_not_here_is_missing_at_the_start(bringing):
    told = []
    for brought in ({"a.bpmn": C7}, {"b.bpmn": C7, "keys.form": FORM}):
        found = bringing.check(bringing.slug(brought))["checklist"]
        told += [(one["done"], one["note"]) for one in found if one["key"] == "start"]
    assert told == [(False, "Missing: camunda-forms:deployment:keys.form"), (True, "")]


def test_texts_of_forms_that_are_missing_are_counted_once_and_not_listed_field_by_field(bringing):
    told = bringing.check(bringing.slug({"b.bpmn": C7, "keys.form": FORM}))
    rules = [one["rule"] for one in told["findings"]]
    assert (rules.count("texts-untranslated"), "form-untranslated" in rules) == (2, False)


def test_a_zip_in_any_shape_and_junk_beside_it(bringing):
    zip = packed({"bpm/models/a.bpmn": C7, "bpm/forms/keys.form": FORM, "README.md": b"# hi", "__MACOSX/._a.bpmn": b"x",
                  "../evil.bpmn": C7, "inner.zip": packed({"b.bpmn": C7})})
    draft = bringing.draft(bringing.slug({"all.zip": zip}))
    assert sorted(draft.files) == ["forms/it/keys.form", "forms/it/pay.form", "workflows/it/a.bpmn"]
    told = {one["rule"]: one["file"] for row in Revision.of(draft) for one in row.detail["notes"]}
    assert told["no-model"] == "README.md"
    assert told["zip-path"] == "../evil.bpmn"
    assert told["zip-inside"] == "inner.zip"


def test_our_own_export_comes_back_whole(bringing, leave):
    version = bringing.draft("leave").published()
    zip = zipped(parcel_of(version.spec, version.files))
    draft = bringing.draft(bringing.slug({"leave.zip": zip}))
    assert draft.slug == "leave-2"
    assert draft.spec["texts"] == version.spec["texts"]
    assert draft.spec["walks"] == version.spec["walks"]
    assert draft.department == "it"
    assert draft.contents() == version.files


def test_what_comes_from_another_department_is_owned_and_coded_anew(bringing, leave):
    version = bringing.draft("leave").published()
    draft = bringing.draft(bringing.slug({"leave.zip": zipped(parcel_of(version.spec, version.files))}))
    assert (draft.owner, draft.spec["id"], draft.spec.get("category")) == ("omar", "", None)
    assert "order-of-others" in [one["rule"] for row in Revision.of(draft) for one in row.detail.get("notes", ())]


def test_a_second_service_of_the_same_department_does_not_take_the_code_of_the_first(bringing, leave):
    version = bringing.draft("leave").published()
    ours = {**version.spec, "department": "it"}
    first = bringing.draft(bringing.slug({"leave.zip": zipped(parcel_of({**ours, "slug": "time-off"}, version.files))}))
    again = bringing.draft(bringing.slug({"leave.zip": zipped(parcel_of(ours, version.files))}))
    assert (first.spec["id"], first.owner) == (version.spec["id"], version.spec["owner"])
    assert (again.slug, again.spec["id"], again.owner) == ("leave-2", "", version.spec["owner"])


def test_a_yaml_that_cannot_be_used_does_not_take_the_drawing_with_it(bringing):
    zip = packed({"catalog/it/a.yaml": b"diagram: [", "workflows/it/a.bpmn": SIMPLE})
    draft = bringing.draft(bringing.slug({"a.zip": zip}))
    assert list(draft.files) == ["workflows/it/a.bpmn"]
    assert "order-broken" in [one["rule"] for one in Revision.of(draft)[-1].detail["notes"]]


def test_forms_and_tables_alone_lie_beside_an_empty_sheet(bringing):
    draft = bringing.draft(bringing.slug({"keys.form": FORM}))
    assert "forms/it/keys.form" in draft.files
    assert draft.published().diagram.elements["Do_work"].kind == "userTask"


def test_an_unreadable_drawing_stays_with_its_text_and_what_is_wrong(bringing, visit):
    slug = bringing.slug({"broken.bpmn": b"<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'>\n<oops"})
    draft = bringing.draft(slug)
    assert draft.file(draft.diagram_path).endswith(b"<oops")
    assert bringing.check(slug)["findings"][0]["rule"] == "unreadable-xml"
    assert visit("omar").get(f"/studio/{slug}").status_code == 200
    page = visit("omar").get(f"/studio/{slug}/source").text
    assert "&lt;oops" in page
    assert 'id="line-2" class="wrong"' in page


def test_another_drawing_takes_its_place_and_the_rest_stays(bringing):
    slug = bringing.slug({"broken.bpmn": b"<definitions", "keys.form": FORM})
    answer = bringing.client.post(
        f"/studio/{slug}/drawing-replacement", content_type="multipart/form-data",
        data={"files": [(io.BytesIO(SIMPLE), "key.bpmn")]})
    assert answer.status_code == 303
    draft = bringing.draft(slug)
    assert draft.file(draft.diagram_path) == SIMPLE
    assert "forms/it/keys.form" in draft.files
    assert draft.published().diagram.process == draft.spec["process"]


@pytest.mark.parametrize(("files", "said"), [
    ({"notes.txt": b"hello"}, "notes.txt is neither a drawing, a table nor a form"),
    ({"a.zip": b"PK\x03\x04nonsense"}, "a.zip cannot be opened as a zip"),
    ({"a.bpmn": b"  "}, "a.bpmn is empty"),
    ({"a.zip": packed({"x.bpmn": b"0" * 9_000_000})}, "would grow beyond measure"),
])
def test_what_can_become_nothing_is_told_and_kept_out(bringing, files, said):
    answer = bringing.post(files)
    assert (answer.status_code, said in answer.text) == (422, True)


def test_no_file_at_all_is_a_sentence(bringing):
    answer = bringing.post({})
    assert (answer.status_code, "No file was chosen" in answer.text) == (422, True)


def test_persian_names_and_taken_names_give_short_names(bringing):
    named = C7.replace(b"Pay an invoice", "درخواست خرید".encode())
    assert bringing.slug({"a.bpmn": named}) == "drkhvast-khrid"
    assert bringing.draft("drkhvast-khrid").spec["texts"] == {"fa": {"name": "درخواست خرید", "summary": ""}}
    assert bringing.slug({"a.bpmn": named}) == "drkhvast-khrid-2"


def test_a_copy_of_another_service_is_a_draft_of_its_own(bringing):
    answer = bringing.client.post("/studio/drafts", data={"department": "it", "service": "equipment", "name": "Phones"})
    draft = bringing.draft(answer.headers["Location"].rsplit("/", 1)[-1])
    assert (draft.slug, draft.spec["texts"]["en"]["name"], draft.service_id) == ("phones", "Phones", None)
    assert "workflows/it/phones.bpmn" in draft.files
    assert "forms/it/phones-prepare.form" in draft.files
    assert draft.published().diagram
    assert bringing.check("phones")["counts"]["error"] == 0


@pytest.mark.parametrize(("language", "name"), [("fa", "چراغ رومیزی"), ("ar", "مصباح مكتب"), ("en", "Desk lamp")])
def test_a_name_is_kept_in_the_language_of_who_wrote_it(bringing, language, name):
    bringing.client.post("/reader", data={"language": language, "next": "/"})
    answer = bringing.client.post("/studio/drafts", data={"department": "it", "template": "sheet", "name": name})
    draft = bringing.draft(answer.headers["Location"].rsplit("/", 1)[-1])
    assert draft.spec["texts"] == {language: {"name": name, "summary": ""}}
    lacking = {one for one, found in missing(draft.spec, draft.contents()).items()
               if any(label.key == "service:name" for label in found)}
    assert lacking == {"en", "fa", "ar"} - {language}
    assert f'name="{name}" processRef='.encode() in draft.file(draft.diagram_path)
    assert draft.offer.text("en")["name"] == name


def test_nobody_begins_a_service_of_another_department(bringing, visit, studio):
    assert bringing.post({"a.bpmn": SIMPLE}, department="hr").status_code == 404
    assert visit("shirin").get("/studio/new").status_code == 404
    assert visit("luca").post("/studio/drafts", data={"department": "finance", "template": "sheet"}).status_code == 404
    answer = bringing.client.post("/studio/drafts", data={"department": "it", "service": "no-such"})
    assert answer.status_code == 404
    slug = bringing.slug({"a.bpmn": SIMPLE})
    reza, mona = visit("reza"), visit("mona")
    assert (reza.get(f"/studio/{slug}").status_code, mona.get(f"/studio/{slug}").status_code) == (200, 404)
    assert mona.post(f"/studio/{slug}/drawing-replacement").status_code == 404
    assert mona.get(f"/studio/{slug}/source").status_code == 404


def test_repairs_are_told_and_taken_back_with_one_click(bringing, visit):
    drawn = C7.replace(b' isExecutable="true"', b"")
    slug = bringing.slug({"invoice.bpmn": drawn})
    rows = Revision.of(bringing.draft(slug))
    assert [row.what for row in rows] == ["mended", "drawing", "opened"]
    assert b'isExecutable="true"' in rows[0].contents()["workflows/it/invoice.bpmn"]
    page = visit("omar").get(f"/studio/{slug}").text
    assert "3 things were mended on the way" in page
    assert f'name="id" value="{rows[1].id}"' in page
    assert visit("omar").post(f"/studio/{slug}/restoration", data={"id": rows[1].id}).status_code == 303
    assert b"isExecutable" not in bringing.draft(slug).file("workflows/it/invoice.bpmn")
    assert "mended on the way" not in visit("omar").get(f"/studio/{slug}").text


@pytest.mark.parametrize(("who", "heading"), [
    ("omar", "3 things were mended on the way"), ("reza", "۳ چیز در راه درست شد")])
def test_what_was_mended_is_counted_as_it_is_listed(bringing, visit, who, heading):
    drawn = C7.replace(b' isExecutable="true"', b"")
    slug = bringing.slug({"invoice.bpmn": drawn, "notes.txt": b"Buy milk"})
    page = visit(who).get(f"/studio/{slug}").text
    card = page[page.index('<details class="brought"'):].split("</details>")[0]
    assert heading in card
    mended, others = card.split("</ul>")[:2]
    assert (mended.count("<li>"), others.count("<li>")) == (3, 1)
    assert "notes.txt" in others and "notes.txt" not in mended


def test_where_nothing_was_mended_nothing_is_said_to_be(bringing, visit):
    sound = bringing.draft(bringing.slug({"invoice.bpmn": C7})).file("workflows/it/invoice.bpmn")
    slug = bringing.slug({"again.bpmn": sound, "notes.txt": b"Buy milk"})
    page = visit("omar").get(f"/studio/{slug}").text
    card = page[page.index('<details class="brought"'):].split("</details>")[0]
    assert "This is what you brought" in card and "mended" not in card and card.count("<li>") == 1


def test_a_drop_that_lost_a_race_is_done_again_with_the_same_files(bringing, monkeypatch):
    begun = []

    def lose_once(*args, **said):
        if not begun:
            begun.append(True)
            raise StaleDataError
        return bring(*args, **said)

    monkeypatch.setattr(import_module("app.studio.routes.bringing"), "bring", lose_once)
    assert bringing.draft(bringing.slug({"key.bpmn": SIMPLE})).file("workflows/it/key.bpmn") == SIMPLE
