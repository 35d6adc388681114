"""The sheet of every text: saved cell by cell, taken to a spreadsheet and brought back."""

import csv
import io
import json

import pytest

from app.studio.drafts import Draft, Revision

SHEET = "/studio/leave/words/sheet"
FORM = "forms/hr/leave.form"
KIND = f"form:{FORM}#leave_kind_1:label"


def cells(client, texts, seen=1):
    return client.post(f"{SHEET}/cells", json={"texts": texts}, headers={"X-Seen": str(seen)})


def rows_of(answer) -> list[dict]:
    return list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"), newline="")))


def sheet_file(rows, name="sheet"):
    text = io.StringIO()
    writer = csv.DictWriter(text, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
    return {name: (io.BytesIO(text.getvalue().encode("utf-8-sig")), "texts.csv")}


def test_a_cell_is_saved_where_it_belongs(leave, visit, draft):
    answer = cells(visit("leila"), {KIND: {"fa": "چه مرخصی"}, "element:Lane_hr": {"ar": "الموارد"}})
    assert answer.json["revision"] == 2
    assert answer.json["missing"] == {"en": 0, "fa": 0, "ar": 0}
    assert json.loads(draft().file(FORM))["components"][0]["properties"]["label:fa"] == "چه مرخصی"
    assert draft().spec["names"]["Lane_hr"]["ar"] == "الموارد"


def test_what_is_missing_stands_out_and_can_be_shown_alone(leave, visit):
    leila = visit("leila")
    assert "Nothing is missing" in leila.get(f"{SHEET}?only=missing").text
    assert cells(leila, {KIND: {"fa": ""}}).json["missing"] == {"en": 0, "fa": 1, "ar": 0}
    page = leila.get(f"{SHEET}?only=missing").text
    assert page.count("<tr data-label=") == 1
    assert 'class="lacks"' in page
    assert "Nothing is missing" in leila.get(f"{SHEET}?only=missing&language=ar").text
    assert "Persian: 1 text is missing" in leila.get("/studio/leave/words").text


def test_two_translators_meet_only_at_the_same_cell(leave, visit, draft):
    leila, mona = visit("leila"), visit("mona")
    cells(leila, {KIND: {"en": "Which leave"}})
    assert cells(mona, {KIND: {"ar": "أي إجازة"}}).status_code == 200
    told = cells(mona, {KIND: {"en": "What leave"}})
    assert (told.status_code, told.json["by"]) == (202, "ليلى حداد")
    aside = Revision.of(Draft.open_of("leave"), aside=True)
    assert [json.loads(one.contents()[FORM])["components"][0]["label"] for one in aside] == ["What leave"]
    component = json.loads(draft().file(FORM))["components"][0]
    assert (component["label"], component["properties"]["label:ar"]) == ("Which leave", "أي إجازة")


def test_who_went_on_writing_has_not_seen_what_another_wrote_meanwhile(leave, visit, draft):
    leila, mona = visit("leila"), visit("mona")
    lane, form = "element:Lane_hr", f"form:{FORM}#:title"
    assert cells(leila, {lane: {"fa": "منابع"}}).json["revision"] == 2
    assert cells(mona, {form: {"fa": "مرخصی‌ها"}}).json["revision"] == 1  # her page still shows the lane as it was
    assert cells(mona, {form: {"fa": "غیبت"}}).status_code == 200  # her own text is nobody else's
    late = cells(mona, {lane: {"fa": "کارکنان"}})
    assert (late.status_code, late.json["by"]) == (202, "ليلى حداد")
    assert draft().spec["names"]["Lane_hr"]["fa"] == "منابع"
    assert json.loads(draft().file(FORM))["titles"]["fa"] == "غیبت"


def test_a_text_whose_field_was_removed_meanwhile_is_kept_aside(leave, visit, draft):
    form = json.loads(draft().file(FORM))
    form["components"] = form["components"][1:]
    visit("leila").put(f"/studio/leave/files/{FORM}", data=json.dumps(form), headers={"X-Seen": "1"})
    assert cells(visit("mona"), {KIND: {"ar": "أي إجازة"}}).status_code == 202
    assert cells(visit("mona"), {"element:Nowhere": {"ar": "x"}}).status_code == 409


@pytest.mark.parametrize("body", [[], {"texts": []}, {"texts": {KIND: "x"}}, {"texts": {KIND: {"xx": "y"}}},
                                  {"texts": {KIND: {"en": 5}}}, {}])
def test_what_is_no_text_is_refused(leave, visit, body):
    assert visit("leila").post(f"{SHEET}/cells", json=body, headers={"X-Seen": "1"}).status_code == 400


def test_a_broken_expression_is_refused(leave, visit, draft):
    key = "notice:workflows/hr/leave.bpmn#Tell_employee:text"
    assert cells(visit("leila"), {key: {"en": '="open'}}).status_code == 422
    assert draft().revision == 1


def test_the_sheet_goes_out_for_spreadsheets(leave, visit):
    answer = visit("leila").get(f"{SHEET}.csv")
    assert answer.data.startswith(b"\xef\xbb\xbf")
    rows = {row["key"]: row for row in rows_of(answer)}
    assert rows[KIND]["fa"] == "نوع مرخصی"
    assert rows["service:need"]["en"].startswith("The first and the last day\n")
    assert rows["service:title"]["en"].startswith("'=")
    assert not [cell for row in rows.values() for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]
    assert visit("shirin").get(f"{SHEET}.csv").status_code == 200


def test_what_comes_back_unchanged_changes_nothing(leave, visit, draft):
    leila = visit("leila")
    rows = rows_of(leila.get(f"{SHEET}.csv"))
    page = leila.post(f"{SHEET}/import", data=sheet_file(rows)).text
    assert "Nothing would change" in page
    assert draft().revision == 1


def test_an_import_is_shown_before_it_changes_anything(leave, visit, draft):
    leila = visit("leila")
    rows = rows_of(leila.get(f"{SHEET}.csv"))
    for row in rows:
        if row["key"] == KIND:
            row["fa"], row["ar"] = "چه مرخصی", ""
    rows += [{"key": "element:Gone", "where": "", "en": "x", "fa": "", "ar": ""}]
    page = leila.post(f"{SHEET}/import", data=sheet_file(rows)).text
    assert "1 text would change" in page
    assert "1 line does not fit any text" in page
    assert "element:Gone" in page
    assert draft().revision == 1
    text = sheet_file(rows)["sheet"][0].read().decode("utf-8-sig")
    answer = leila.post(f"{SHEET}/import", data={"confirmed": "yes", "text": text})
    assert answer.status_code == 303
    properties = json.loads(draft().file(FORM))["components"][0]["properties"]
    assert (properties["label:fa"], properties["label:ar"]) == ("چه مرخصی", "نوع الإجازة")


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"a,b\n1,2", b"key,where\nx,y", b'key,en\n"open'])
def test_a_file_that_is_no_sheet_is_refused_in_words(leave, visit, data):
    answer = visit("leila").post(f"{SHEET}/import", data={"sheet": (io.BytesIO(data), "x.csv")})
    assert answer.status_code in (200, 422)
    assert ('id="import" open' in answer.text) == (answer.status_code == 422)
    assert "no sheet of texts" in answer.text or "Nothing would change" in answer.text


def test_semicolons_and_tabs_are_read_as_well(leave, visit):
    for separator in ";\t":
        data = separator.join(("key", "fa")) + "\r\n" + separator.join((KIND, "چه مرخصی")) + "\r\n"
        answer = visit("leila").post(f"{SHEET}/import", data={"sheet": (io.BytesIO(data.encode()), "x.csv")})
        assert "1 text would change" in answer.text


def test_who_only_looks_cannot_write(leave, visit):
    for key in ("shirin", "reza"):
        assert cells(visit(key), {KIND: {"fa": "x"}}).status_code == 404
        assert visit(key).post(f"{SHEET}/import", data={"text": "key,fa\n"}).status_code == 404
