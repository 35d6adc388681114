"""What expressions give, read as a table."""
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from app.engine.feel import BudgetSpent, FeelError, compile_expression, to_json

REQUEST = {
    "amount": 1200, "price": 0.1, "urgent": True, "cost centre": "4100", "nothing": None,
    "requester": {"site": "tehran", "name": "Sara"},
    "lines": [{"item_name": "laptop", "price": 900}, {"item_name": "mouse", "price": 20.5}],
}
NOW = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)


def value(text, **more):
    return to_json(compile_expression(text).evaluate({**REQUEST, **more}, now=NOW))


@pytest.mark.parametrize(("text", "expected"), [
    ("1 + 2 * 3 ** 2", 19),
    ("-3 ** 2", 9),
    ("price * 3", 0.3),
    ("0.1 + 0.2 = 0.3", True),
    ("10 / 4", 2.5),
    ("1 / 0", None),
    ('"a" + "b"', "ab"),
    ('"a" + 1', None),
    ("amount > 1000 and urgent", True),
    ("nothing or urgent", True),
    ("nothing and urgent", None),
    ('if amount > 5000 then "committee" else "manager"', "manager"),
    ('requester.site = "tehran"', True),
    ('cost centre + "!"', "4100!"),
    ("lines[price > 100].item_name", ["laptop"]),
    ("lines[1].price", 900),
    ("lines[-1].item_name", "mouse"),
    ("sum(lines.price)", 920.5),
    ("for line in lines return line.price * 2", [1800, 41]),
    ("for x in 1..3, y in [10, 20] return x + y", [11, 21, 12, 22, 13, 23]),
    ("for i in 1..4 return if i = 1 then 1 else i * partial[-1]", [1, 2, 6, 24]),
    ("some line in lines satisfies line.price > 800", True),
    ("every line in lines satisfies line.price > 800", False),
    ("amount between 1000 and 2000", True),
    ("amount in [1000..1200)", False),
    ("amount in (< 5, >= 1200)", True),
    ('requester.site in ("cairo", "tehran")', True),
    ("{net: amount, gross: net * 1.1}.gross", 1320),
    ("(function(a, b) a - b)(b: 1, a: 5)", 4),
    ("amount instance of number", True),
    ('{"a": 1} instance of context<a: number>', True),
    ("not(nothing)", None),
    ("missing", None),
    ("missing = null", True),
    ("requester.age", None),
    ('date("2026-01-31") + duration("P1M")', "2026-02-28"),
    ('date("2026-03-01") - date("2026-02-01")', "P28D"),
    ('@"2026-03-01T10:00:00Z" < @"2026-03-01T10:00:00-03:30"', True),
    ('day of week(today())', "Saturday"),
    ("now()", "2026-11-21T08:30:00Z"),
    ('date and time("2026-03-29T01:30:00@Europe/Rome") + duration("PT1H")', "2026-03-29T03:30:00@Europe/Rome"),
    ("substring(requester.name, 2, 2)", "ar"),
    ('replace("0123456789", "(\\d{3})(\\d{3})(\\d{4})", "($1) $2-$3")', "(012) 345-6789"),
    ('get or else(missing, "unknown")', "unknown"),
    ("is defined(missing)", False),
    ("sort([3, 1, 2], function(x, y) x > y)", [3, 2, 1]),
    ("`cost centre`", "4100"),
    ("1 // a remark\n + /* another */ 1", 2),
    ('"\\u0633\\u0644\\u0627\\u0645"', "سلام"),
])
def test_an_expression_gives_its_value(text, expected):
    assert value(text) == expected


def test_names_in_persian_need_no_quoting():
    assert value("مبلغ_کل > 10 and وضعیت = \"باز\"", مبلغ_کل=11, وضعیت="باز") is True


def test_known_names_with_signs_win_over_subtraction():
    expression = compile_expression("order-total - 1", names=["order-total"])
    assert expression.evaluate({"order-total": 3}) == 2


def test_dates_in_the_data_stay_text_until_asked():
    assert value('due = "2026-01-01"', due="2026-01-01") is True
    assert value('date(due) < date("2026-02-01")', due="2026-01-01") is True


def test_an_error_is_null_with_a_warning_that_says_why():
    warnings = []
    assert compile_expression('amount + "x"').evaluate(REQUEST, warnings=warnings) is None
    assert warnings == ["A string cannot be added to a number."]


def test_a_condition_that_cannot_be_decided_is_an_error():
    with pytest.raises(FeelError, match="no variable named approved"):
        compile_expression("approved").holds(REQUEST)
    with pytest.raises(FeelError, match="gives number, not true or false"):
        compile_expression("amount + 1").holds(REQUEST)
    assert compile_expression("approved = null").holds(REQUEST) is True


def test_items_without_the_field_are_left_out_even_of_conditions():
    case = {"lines": [{"price": 5}, {"name": "free"}, {"price": None}]}
    assert compile_expression("count(lines[price > 1]) = 1").holds(case) is True


def test_functions_from_outside_take_and_give_plain_data():
    functions = {"manager": lambda person: {"sara": "nadia"}[person], "add": lambda one, other: one + other}
    assert compile_expression('manager("sara")').evaluate({}, functions) == "nadia"
    assert compile_expression("add(1, [2][1])").answer({}, functions) == 3


def test_names_tell_what_an_expression_reads():
    expression = compile_expression('a + b.c > 1 and lines[price > limit] != null and manager(who) = count(x)')
    assert expression.names == {"a", "b", "lines", "who", "x"}
    assert expression.maybe == {"price", "limit"}
    assert expression.calls == {"manager"}
    assert compile_expression("for i in xs return {k: i, m: k + z}").names == {"xs", "z"}


@pytest.mark.parametrize("text", [
    "", "1 +", "(1", "[1, 2", "{a 1}", "if x then 1", '"open', "1 2", "a..b", "@", "x instance of wish",
])
def test_what_cannot_be_read_says_where(text):
    with pytest.raises(FeelError) as trouble:
        compile_expression(text)
    assert trouble.value.position is not None


@pytest.mark.parametrize("text", [
    "for a in 1..1000, b in 1..1000, c in 1..1000 return a",
    "{f: function(n) f(n + 1), r: f(1)}.r",
    "for i in 1..100000000000 return i",
    "every i in 1..100000000000 satisfies i > 0",
    'for i in 1..60 return if i = 1 then "abcdefgh" else partial[-1] + partial[-1]',
    "for i in 1..60 return if i = 1 then [1] else concatenate(partial[-1], partial[-1])",
    "count([1..99999999999999999999][item > 1]) + count(for i in [1..9999999999] return i)",
])
def test_what_runs_away_is_stopped(text):
    with pytest.raises(BudgetSpent):
        compile_expression(text).evaluate({})


@pytest.mark.parametrize("number", [float("nan"), float("inf"), Decimal("1e7000"), Decimal("NaN"), {1}])
def test_data_that_is_no_data_is_an_error(number):
    with pytest.raises(FeelError, match="The data holds"):
        compile_expression("x + 1").evaluate({"x": number})


@pytest.mark.parametrize(("text", "hint"), [
    ("a == 1", "one ="), ("'x'", "double quotation marks"), ("a && b", "Write and"), ("a % 2", "modulo"),
    ("1 +", "the end"),
])
def test_signs_of_other_languages_are_told(text, hint):
    with pytest.raises(FeelError, match=hint):
        compile_expression(text)


def test_numbers_carry_34_digits():
    assert compile_expression("1 / 3").evaluate({}) == Decimal("0." + "3" * 34)
    assert compile_expression("9999999999999999999999999999999999 + 1").evaluate({}) == Decimal("1e34")


@pytest.mark.parametrize("text", [
    "1 in (" * 30 + "1" + ") + 1" * 30, "-" * 5000 + "1", "+".join(["1"] * 5000), "[" * 5000, "1 " * 20_000,
])
def test_texts_made_to_tire_the_reader_are_refused(text):
    with pytest.raises(FeelError):
        compile_expression(text)


def test_values_that_share_their_parts_do_not_explode():
    doubling = ", ".join(f"k{place + 1}: [k{place}, k{place}]" for place in range(40))
    twins = f"{{k0: 1, {doubling}}}.k40"
    with pytest.raises(BudgetSpent):
        compile_expression(f"{twins} = {twins}").evaluate({})
    with pytest.raises(FeelError):
        compile_expression(twins).answer({})


def test_a_function_from_outside_that_does_not_fit_is_null():
    warnings = []
    functions = {"manager": lambda person: {"sara": "nadia"}[person]}
    assert compile_expression("manager()").evaluate({}, functions, warnings=warnings) is None
    assert compile_expression('manager("nobody")').evaluate({}, functions, warnings=warnings) is None
    assert len(warnings) == 2
