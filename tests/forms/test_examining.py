"""One function on load, on change and at submission: what is visible, what is kept, what is said."""

import pytest

from app.forms import Form, FormBroken
from tests.forms.desk import NEEDED, Directory, choice, codes, form, look, number, post, rows, send, text, view

EQUIPMENT = form(
    choice("what", "laptop", "other", **NEEDED),
    text("which", conditional={"hide": '=what != "other"'}, **NEEDED),
    number("pieces", validate={"min": 1, "max": 10}),
)


def test_a_first_look_shows_defaults_and_no_errors():
    seen = look(form(text("site", defaultValue="tehran"), text("reason", **NEEDED)))
    assert seen.values == {"site": "tehran", "reason": ""}
    assert seen.errors == () and not seen.accepted


def test_a_default_may_be_computed_from_the_requester():
    seen = look(form(text("desk", defaultValue="=requester.site")), scope={"requester": {"site": "Milan"}})
    assert seen.values == {"desk": "Milan"}


def test_earlier_answers_come_back_and_an_emptied_field_stays_empty():
    drawn = form(text("reason", defaultValue="none"))
    assert look(drawn, scope={"reason": "broken"}).values == {"reason": "broken"}
    assert look(drawn, {"reason": ""}, {"reason": "broken"}).values == {"reason": ""}


def test_what_is_needed_is_asked_for_only_when_it_is_sent():
    assert look(EQUIPMENT, {"what": ""}).errors == ()
    assert codes(send(EQUIPMENT, {"what": ""})) == {"what": "required_choice"}


def test_after_one_try_a_change_goes_on_telling_what_is_wrong():
    raw = EQUIPMENT.gather([("what", "other"), ("which", ""), ("_tried", "1")])
    seen = look(EQUIPMENT, raw)
    assert codes(seen) == {"which": "required"} and seen.tried and not seen.submitted


def test_a_hidden_field_submits_nothing_and_is_not_missed():
    seen = post(EQUIPMENT, ("what", "laptop"), ("which", "smuggled"), ("pieces", "2"))
    assert seen.values == {"what": "laptop", "pieces": 2} and seen.accepted


def test_a_shown_field_is_needed():
    assert codes(post(EQUIPMENT, ("what", "other"), ("which", ""))) == {"which": "required"}


def test_unknown_fields_are_dropped():
    seen = post(EQUIPMENT, ("what", "laptop"), ("approved", "true"), ("what.more", "x"), ("csrf_token", "t"))
    assert seen.values == {"what": "laptop", "pieces": None}


def test_a_hidden_answer_is_not_seen_by_other_formulas_even_if_the_scope_still_has_it():
    drawn = form(
        choice("what", "laptop", "other"),
        text("which", conditional={"hide": '=what != "other"'}),
        text("follow", conditional={"hide": "=which = null"}),
    )
    assert "follow" not in look(drawn, {"what": "laptop"}, {"which": "old answer"}).values
    assert "follow" in look(drawn, {"what": "other"}, {"which": "old answer"}).values


def test_conditions_may_hang_on_fields_further_down():
    drawn = form(text("note", conditional={"hide": "=pieces < 5"}), number("pieces"))
    assert "note" in look(drawn, {"pieces": "7"}).values
    assert "note" not in look(drawn, {"pieces": "2"}).values


def test_fields_that_hide_each_other_settle():
    drawn = form(text("a", conditional={"hide": '=b = "x"'}), text("b", conditional={"hide": '=a = "x"'}))
    assert len(look(drawn, {"a": "x", "b": "x"}).values) < 2


def test_a_group_is_hidden_with_everything_in_it():
    drawn = form(
        choice("what", "laptop", "none"),
        {
            "type": "group",
            "label": "Place",
            "path": "place",
            "components": [text("room", **NEEDED)],
            "conditional": {"hide": '=what = "none"'},
        },
    )
    assert send(drawn, {"what": "none", "place": {"room": "12"}}).values == {"what": "none"}
    assert codes(send(drawn, {"what": "laptop"})) == {"place.room": "required"}


def test_a_read_only_field_keeps_what_the_scope_says():
    drawn = form(text("cost_centre", readonly=True), text("fixed", readonly='=cost_centre = "4410"'))
    seen = post(drawn, ("cost_centre", "9999"), ("fixed", "mine"), scope={"cost_centre": "4410", "fixed": "theirs"})
    assert seen.values == {"cost_centre": "4410", "fixed": "theirs"}


def test_a_disabled_field_is_seen_by_formulas_and_not_submitted():
    drawn = form(text("grade", disabled=True), text("why", conditional={"hide": '=grade != "A"'}))
    assert look(drawn, scope={"grade": "A"}).values == {"why": ""}


def test_needed_if_a_formula_says_so():
    drawn = form(number("amount"), text("offer", properties={"required-if": "amount > 1500"}))
    assert codes(send(drawn, {"amount": "1600"})) == {"offer": "required"}
    assert send(drawn, {"amount": "1500"}).accepted
    assert view(look(drawn, {"amount": "1600"}), "offer").required


def test_computed_values_follow_the_answers_and_cannot_be_sent():
    drawn = form(
        number("pieces"),
        number("price"),
        {"type": "expression", "key": "total", "expression": "=pieces * price", "computeOn": "change"},
        text("why", conditional={"hide": "=total <= 100"}),
    )
    seen = send(drawn, {"pieces": "3", "price": "40.5", "total": 1})
    assert seen.values == {"pieces": 3, "price": 40.5, "total": 121.5, "why": ""}


def test_rules_across_fields_speak_at_a_field_in_the_readers_language():
    drawn = form(
        number("low"),
        number("high"),
        rules=[
            {
                "test": "low <= high",
                "message": "The end is before the start",
                "message:fa": "پایان پیش از آغاز است",
                "at": "high",
            }
        ],
    )
    seen = send(drawn, {"low": "5", "high": "3"}, language="fa")
    assert [(error.path, error.words % error.params) for error in seen.errors] == [("high", "پایان پیش از آغاز است")]
    assert send(drawn, {"low": "5"}).accepted


def test_nothing_typed_is_lost():
    drawn = form(
        number("pieces"), {"type": "money", "key": "cost", "label": "Cost"}, text("reason", validate={"minLength": 9})
    )
    seen = post(drawn, ("pieces", "a few"), ("cost.amount", "about 1.8k"), ("reason", " short "))
    assert view(seen, "pieces").text == "a few"
    assert view(seen, "cost").text["amount"] == "about 1.8k"
    assert view(seen, "reason").text == " short "
    assert codes(seen) == {"pieces": "number", "cost": "money", "reason": "too_short"}


def test_the_same_values_examined_again_are_the_same_values():
    drawn = form(choice("what", "a", "b"), rows("lines", number("n"), text("t")), {"type": "money", "key": "cost"})
    values = post(drawn, ("what", "a"), ("lines.0.n", "۳"), ("lines.0.t", "x"), ("cost.amount", "1,840.50")).values
    assert send(drawn, values).values == values


def test_labels_and_options_speak_the_readers_language_and_fall_back_to_english():
    drawn = form(choice("what", "laptop", "phone", properties={"label:fa": "چه چیزی", "option:laptop:fa": "لپ‌تاپ"}))
    field = view(look(drawn, language="fa"), "what")
    assert field.label == "چه چیزی"
    assert [pick.label for pick in field.picks] == ["لپ‌تاپ", "Phone"]


def test_a_label_may_mention_an_answer():
    drawn = form(text("name"), text("why", label="Why does {{name}} need it?"))
    assert view(look(drawn, {"name": "Sara"}), "why").label == "Why does Sara need it?"


def test_only_fields_that_a_formula_mentions_are_watched():
    seen = look(EQUIPMENT)
    assert view(seen, "what").watched and not view(seen, "pieces").watched


def test_look_ups_are_asked_once_per_examination():
    directory = Directory()
    look(
        form({"type": "person", "key": "who"}, text("a", conditional={"hide": "=who = null"})),
        {"who": "sara"},
        lookup=directory,
    )
    assert directory.asked == 1


@pytest.mark.parametrize("broken", ["", "not json", "[]", '{"components": {}}', '{"components": [1]}', b"\xff\xfe\x00"])
def test_a_file_that_is_no_form_is_refused_with_a_finding(broken):
    with pytest.raises(FormBroken) as refused:
        Form.read(broken)
    assert refused.value.findings[0].severity == "error"


def test_a_form_nested_without_end_is_refused():
    with pytest.raises(FormBroken):
        Form.read('{"components":[{"type":"group","components":' * 400 + "[]" + "}]}" * 400)


def test_a_form_tells_which_variables_it_uses():
    drawn = form(text("name", label="Why, {{requester.name}}?"), number("n", properties={"required-if": "budget > 3"}))
    assert [word for word in ("requester", "budget", "name", "n", "site") if drawn.reads(word)] == [
        "requester",
        "budget",
        "name",
        "n",
    ]


@pytest.mark.parametrize(("reader", "said"), [
    ({"language": "en"}, "Mon 14 December 2026, not before 2026-02-31"),
    ({"language": "fa", "calendar": "jalali"}, "دوشنبه ۲۳ آذر ۱۴۰۵, not before 2026-02-31"),
])
def test_days_in_running_text_are_written_in_the_readers_calendar(reader, said):
    drawn = form(text("why", label="{{day}}, not before {{no_day}}"))
    seen = look(drawn, {}, {"day": "2026-12-14", "no_day": "2026-02-31"}, **reader)
    assert seen.fields[0].label == said
