"""Each kind of field: what it reads, what it refuses, what the value looks like."""

import pytest

from tests.forms.desk import NEEDED, choice, codes, date, form, look, number, post, send, text, view


def value(component, raw, **setting):
    """(value, error code) of one field sent with `raw`."""
    seen = send(form(component), {component["key"]: raw}, **setting)
    return seen.values[component["key"]], codes(seen).get(component["key"])


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("1840", 1840),
        ("1,840", 1840),
        ("۱٬۸۴۰", 1840),
        ("١٬٨٤٠", 1840),
        ("1 840", 1840),
        ("1.840,50", 1840.5),
        ("12,5", 12.5),
        ("-3", -3),
        ("−3", -3),
        ("۳٫۵", 3.5),
        (".5", 0.5),
        ("007", 7),
        ("", None),
        (7, 7),
        (7.25, 7.25),
        ("1.0", 1),
    ],
)
def test_numbers_are_read_as_people_write_them(typed, read):
    assert value(number("n"), typed) == (read, None)


@pytest.mark.parametrize("typed", ["about 3", "1,84,0", "1e9", "NaN", "--1", "3 kg", "0x10", "9" * 80])
def test_what_is_no_number_is_said(typed):
    assert value(number("n"), typed) == (None, "number")


def test_numbers_stay_exact():
    assert value(number("n"), "12345678901234567890") == (12345678901234567890, None)
    assert value(number("n"), "0.1234567890123456789") == (None, "number_too_long")
    assert value(number("n", serializeToString=True), "0.12345678901234567890") == ("0.12345678901234567890", None)


def test_number_checks():
    limits = {"min": 1, "max": "=2 * 5"}
    assert value(number("n", validate=limits), "0") == (0, "too_small")
    assert value(number("n", validate=limits), "10.5") == (10.5, "too_large")
    assert value(number("n", decimalDigits=0), "1.5")[1] == "whole"
    assert value(number("n", decimalDigits=2), "1.555")[1] == "decimals"
    assert value(number("n", increment="0.1"), "0.3")[1] is None
    assert value(number("n", increment="0.5"), "0.3")[1] == "increment"


def test_text_checks_and_line_breaks():
    assert value(text("t"), "a\r\nb") == ("a b", None)
    assert value({"type": "textarea", "key": "t"}, "a\r\nb") == ("a\nb", None)
    assert value(text("t", validate={"minLength": 3}), " ab ")[1] == "too_short"
    assert value(text("t", validate={"maxLength": 3}), "abcd")[1] == "too_long"
    assert value(text("t", validate={"pattern": "^[A-Z]+$"}), "abc")[1] == "pattern"
    assert value(text("t", validate={"pattern": "(a+)+$"}), "a" * 5000 + "b")[1] == "pattern"
    assert value(text("t", validate={"pattern": "^x", "minLength": 5}), "")[1] is None


def test_a_designers_own_message_is_shown():
    seen = send(form(text("t", validate={"pattern": "^x", "patternErrorMessage": "Begin with x"})), {"t": "abc"})
    assert seen.errors[0].english == "Begin with x"
    own = text("t", properties={"required-message": "Say why", "required-message:fa": "بگویید چرا"}, **NEEDED)
    assert send(form(own), {}, language="fa").errors[0].english == "بگویید چرا"


@pytest.mark.parametrize(
    ("check", "country", "good", "bad"),
    [
        ("email", "", "sara@example.org", "sara@example"),
        ("phone", "IR", "021 8888 7777", "12"),
        ("phone", "", "+39 02 1234 5678", "02 1234 5678"),
        ("iban", "", "GB82 WEST 1234 5698 7654 32", "GB82 WEST 1234 5698 7654 33"),
        ("iban", "IR", "IR820540102680020817909002", "GB82WEST12345698765432"),
        ("iban", "IR", "۸۲۰۵۴۰۱۰۲۶۸۰۰۲۰۸۱۷۹۰۹۰۰۲", "IR82054010268002081790900"),
        ("national-id", "IR", "0499370899", "0499370898"),
        ("national-id", "IR", "۰۴۹۹۳۷۰۸۹۹", "1111111111"),
        ("national-id", "IT", "RSSMRA85T10A562S", "RSSMRA85T10A562X"),
        ("national-id", "EG", "29001010100015", "29013010100015"),
        ("national-id", "TR", "10000000146", "10000000147"),
        ("national-id", "AE", "784-1968-6570305-0", "784-1968-6570306-0"),
        ("national-id", "SA", "1023456781", "3023456781"),
        ("national-id", "XX", "AB1234", "?"),
    ],
)
def test_codes_are_checked_by_country(check, country, good, bad):
    asked = text("code", validate={"validationType": check}, properties={"country": country})
    assert value(asked, good)[1] is None
    assert value(asked, bad)[1] in (check.replace("-", "_"), "iban_country")


def test_codes_are_kept_with_latin_digits():
    assert (
        value(text("id", validate={"validationType": "national-id"}, properties={"country": "IR"}), "۰۴۹۹۳۷۰۸۹۹")[0]
        == "0499370899"
    )


def test_other_texts_are_kept_as_typed():
    assert value(text("t"), "كتاب ۱۲")[0] == "كتاب ۱۲"


@pytest.mark.parametrize(
    ("typed", "calendar"),
    [
        ("2026-11-29", "gregorian"),
        ("2026-11-29", "jalali"),
        ("29/11/2026", "gregorian"),
        ("29 November 2026", "gregorian"),
        ("Sun 29 Nov 2026", "gregorian"),
        ("۲۹ نوامبر ۲۰۲۶", "jalali"),
        ("1405/9/8", "jalali"),
        ("۸ آذر ۱۴۰۵", "jalali"),
        ("یکشنبه ۸ آذر ۱۴۰۵", "jalali"),
        ("8 Azar 1405", "jalali"),
        ("١٩ جمادى الآخرة ١٤٤٨", "hijri"),
        ("19/6/1448", "hijri"),
    ],
)
def test_dates_are_read_in_the_readers_calendar_and_kept_as_iso(typed, calendar):
    assert value(date("d"), typed, calendar=calendar) == ("2026-11-29", None)


@pytest.mark.parametrize("typed", ["soon", "31 Feb 2026", "1405/13/1", "2026-02-30", "12/12", "0/0/0", "99 Azar 1405"])
def test_what_is_no_date_is_said(typed):
    assert value(date("d"), typed, calendar="jalali") == (None, "date")


@pytest.mark.parametrize("language", ["en", "fa", "ar"])
@pytest.mark.parametrize("calendar", ["gregorian", "jalali", "hijri"])
def test_a_date_is_shown_so_that_it_is_read_back(language, calendar):
    drawn = form(date("d"))
    for day in ("2026-01-31", "2026-03-21", "2026-11-29", "2028-02-29", "1990-05-05"):
        shown = view(look(drawn, {"d": day}, language=language, calendar=calendar), "d").text
        assert send(drawn, {"d": shown}, language=language, calendar=calendar).values == {"d": day}


def test_times_and_moments():
    zone = {"zone": "Asia/Tehran"}
    assert value(date("t", "time"), "9:30 pm", **zone) == ("21:30+03:30", None)
    assert value(date("t", "time", timeSerializingFormat="no_timezone"), "۹:۳۰") == ("09:30", None)
    assert value(date("t", "time"), "25:00")[1] == "time"
    typed = {"date": "29 November 2026", "time": "14:30"}
    assert value(date("m", "datetime"), typed, **zone) == ("2026-11-29T14:30+03:30", None)
    assert value(date("m", "datetime", timeSerializingFormat="utc_normalized"), typed, **zone) == (
        "2026-11-29T11:00Z",
        None,
    )
    assert value(date("m", "datetime", timeSerializingFormat="no_timezone"), typed, **zone) == (
        "2026-11-29T14:30",
        None,
    )
    assert value(date("m", "datetime"), {"date": "", "time": "9"})[1] == "date_missing"
    assert value(date("m", "datetime"), {"date": "2026-11-29", "time": ""})[1] == "time_missing"


def test_a_passed_date_can_be_refused():
    assert value(date("d", disallowPassedDates=True), "2026-11-20")[1] == "passed"
    assert value(date("d", disallowPassedDates=True), "2026-11-21")[1] is None
    assert value(date("m", "datetime", disallowPassedDates=True), "2026-11-21T08:00Z")[1] == "passed"


def test_choices_keep_the_options_own_value():
    assert value(choice("c", 1, 2), "2") == (2, None)
    assert value(choice("c", "a", "b", type="checklist"), ["b", "a"]) == (["a", "b"], None)
    assert value(choice("c", "a", "b"), "z") == (None, "option_gone")
    assert value(choice("c", "a", type="radio"), "") == (None, None)


def test_options_come_from_data_and_from_formulas():
    roles = form(
        choice("system", "erp", "mail"),
        {
            "type": "select",
            "key": "role",
            "label": "Role",
            "valuesExpression": '=if system = "erp" then ["clerk", "chief"] else ["user"]',
        },
    )
    seen = look(roles, {"system": "erp"})
    assert [pick.value for pick in view(seen, "role").picks] == ["clerk", "chief"]
    assert codes(look(roles, {"system": "mail", "role": "chief"})) == {"role": "option_gone"}
    assets = form({"type": "select", "key": "asset", "label": "Asset", "valuesKey": "my.assets"})
    scope = {"my": {"assets": [{"value": "a1", "label": "ThinkPad"}, "a2"]}}
    assert [pick.label for pick in view(look(assets, scope=scope), "asset").picks] == ["ThinkPad", "a2"]


def test_an_option_may_be_hidden_by_a_formula():
    kinds = choice("kind", "annual", "maternity", properties={"option:maternity:hide": '=person.kind = "contractor"'})
    assert value(kinds, "maternity") == ("maternity", None)
    seen = send(form(kinds), {"kind": "maternity"}, {"person": {"kind": "contractor"}})
    assert codes(seen) == {"kind": "option_gone"}


def test_a_box_that_must_be_ticked():
    drawn = form({"type": "checkbox", "key": "ok", "label": "I agree", **NEEDED})
    assert codes(post(drawn, ("ok", ""))) == {"ok": "required_tick"}
    assert post(drawn, ("ok", ""), ("ok", "true")).values == {"ok": True}


def test_money_is_an_exact_text_with_its_currency():
    cost = {"type": "money", "key": "cost", "label": "Cost", "properties": {"currency": "EUR,IRR"}}
    assert value(cost, {"amount": "۱٬۸۴۰٫۵۰", "currency": "EUR"}) == ({"amount": "1840.50", "currency": "EUR"}, None)
    assert value(cost, {"amount": "5", "currency": "XXX"})[0] == {"amount": "5", "currency": "EUR"}
    assert value(cost, {"amount": "1.5", "currency": "IRR"})[1] == "whole"
    assert value(cost, {"amount": "1.555", "currency": "EUR"})[1] == "decimals"
    assert value(cost, "-5")[1] == "not_negative"
    assert value(cost, "") == (None, None)
    assert send(form(cost), {"cost": "about 2k"}).errors[0].english == (
        "Write the amount in euros, digits only, for example 1,840"
    )


def test_a_person_is_chosen_by_key_or_by_the_one_name_that_fits():
    who = {"type": "person", "key": "who", "label": "Who"}
    assert value(who, "sara") == ("sara", None)
    assert value(who, {"keys": ["sara"], "text": ""}) == ("sara", None)
    assert value(who, {"keys": [], "text": "karimi"}) == ("reza", None)
    assert value(who, {"keys": [], "text": "rez"}) == (None, "several_found")
    assert value(who, {"keys": [], "text": "Nobody"}) == (None, "not_found")
    assert value(who, {"keys": ["sara"], "text": "Ali Rezaei"}) == ("ali", None)
    assert value(who, "gone") == (None, "not_found")
    seen = post(form(who), ("who._text", "Nobody"))
    assert view(seen, "who").text == "Nobody"


def test_several_people():
    who = {"type": "person", "key": "who", "label": "Who", "properties": {"multiple": "true"}}
    assert value(who, ["sara", "ali"]) == (["sara", "ali"], None)
    assert post(form(who), ("who", "sara"), ("who._text", "karimi")).values == {"who": ["sara", "reza"]}


def test_groups_are_picked_from_a_short_list():
    team = {"type": "groupref", "key": "team", "label": "Team", **NEEDED}
    assert [option.label for option in view(look(form(team)), "team").more["few"]] == ["Lawyers"]
    assert post(form(team), ("team", "group:lawyers")).values == {"team": "group:lawyers"}
    assert codes(post(form(team), ("team", ""))) == {"team": "required_group"}


def test_files_are_named_by_their_ids():
    offer = {"type": "filepicker", "key": "offer", "label": "Offer", "multiple": True}
    seen = post(form(offer), ("offer", ""), ("offer", "f1"), ("offer", "f2"), ("offer", "f1"))
    assert seen.values["offer"] == [
        {"id": "f1", "name": "offer.pdf", "size": 319_488},
        {"id": "f2", "name": "rack.jpg", "size": 1_100_000},
    ]
    assert send(form(offer), seen.values).values == seen.values
    assert value(offer, ["stranger"]) == ([], "file_gone")
    assert value({**offer, "multiple": False}, ["f1", "f2"])[1] == "one_file"


def test_markdown_is_harmless_and_answers_in_it_stay_text():
    prose = {
        "type": "text",
        "text": "**Hello** {{name}} <script>x</script> [a](javascript:alert(1)) [b](https://example.org)",
    }
    html = (
        look(form(text("name"), prose), {"name": "*Sara* <img src=x onerror=y> [x](http://evil)"})
        .fields[1]
        .more["html"]
    )
    assert "<strong>Hello</strong>" in html and "<em>" not in html
    assert "<script" not in html and "<img" not in html and 'href="javascript:' not in html
    assert 'href="http://evil"' not in html and 'href="https://example.org"' in html


def test_a_table_shows_rows_of_the_data():
    table = {
        "type": "table",
        "label": "Earlier",
        "dataSource": "=earlier",
        "columns": [{"key": "what", "label": "What"}],
    }
    shown = look(form(table), scope={"earlier": [{"what": "Dock", "secret": 1}, "odd"]}).fields[0].more
    assert shown["columns"] == [("what", "What")] and shown["cells"] == [["Dock"]]


def test_a_picture_cannot_run_anything():
    for source, kept in (
        ("javascript:x", ""),
        ("//evil/x.png", ""),
        ("/files/3", "/files/3"),
        ('="/a" + ".png"', "/a.png"),
    ):
        assert look(form({"type": "image", "source": source, "alt": "x"})).fields[0].more["source"] == kept
