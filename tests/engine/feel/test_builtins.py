"""The built-in functions, family by family, and what they do with what they cannot take."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.engine.feel import BUILT_IN_NAMES, Range, compile_expression, to_json


def value(text, **data):
    return to_json(compile_expression(text).evaluate(data))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('date("2026-02-30")', None),
        ("date(2026, 2, 28)", "2026-02-28"),
        ('date(date and time("2026-01-01T23:00:00Z"))', "2026-01-01"),
        ('time("23:59:00+03:30").time offset', "PT3H30M"),
        ('time(8, 30, 0, duration("PT1H"))', "08:30:00+01:00"),
        ('date and time(@"2026-01-01T10:00:00Z", "Asia/Tehran")', "2026-01-01T13:30:00@Asia/Tehran"),
        ('years and months duration(date("2025-03-31"), date("2026-02-28"))', "P10M"),
        ('number("1 234,5", " ", ",")', 1234.5),
        ('number("12e")', None),
        ('string({a: [1, "b"]})', '{a: [1, "b"]}'),
        ('string(duration("PT90M"))', "PT1H30M"),
        ('duration("P1Y1D")', None),
    ],
)
def test_conversions(text, expected):
    assert value(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('substring("Mizban", -3, 2)', "ba"),
        ('substring("Mizban", 9)', None),
        ('substring after("a=b=c", "=")', "b=c"),
        ('substring before("abc", "x")', ""),
        ('upper case("maria")', "MARIA"),
        ('starts with("IT-03", "IT")', True),
        ('string join(["a", null, "b"], "-")', "a-b"),
        ('string join(["a"], ",", "<", ">")', "<a>"),
        ('string length("سلام")', 4),
        ('contains(1, "1")', None),
        ('is blank("  ")', True),
        ('trim(" a ")', "a"),
    ],
)
def test_texts(text, expected):
    assert value(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("count([])", 0),
        ("min(3, 1, 2)", 1),
        ('max(["a", "c", "b"])', "c"),
        ('max([1, "a"])', None),
        ("sum([1, null])", None),
        ("mean([1, 2, 3, 4])", 2.5),
        ("median([9, 1, 5])", 5),
        ("mode([1, 2, 2, 1, 3])", [1, 2]),
        ("product([2, 3, 7])", 42),
        ("all([true, null])", None),
        ("all([false, null])", False),
        ("any([null, true])", True),
        ("sublist([1, 2, 3], 2)", [2, 3]),
        ("append([1], 2, 3)", [1, 2, 3]),
        ("concatenate([1], [2, 3])", [1, 2, 3]),
        ("insert before([1, 3], -1, 2)", [1, 2, 3]),
        ("remove([1, 2, 3], -1)", [1, 2]),
        ("list replace([1, 2, 3], 2, 9)", [1, 9, 3]),
        ("reverse([1, 2])", [2, 1]),
        ("list replace([1, 2, 3], function(item, new) item > 1, 0)", [1, 0, 0]),
        ("index of([1, 2, 1], 1)", [1, 3]),
        ("union([1, 2], [2, 3])", [1, 2, 3]),
        ("flatten([1, [2, [3]]])", [1, 2, 3]),
        ("duplicate values([1, 2, 1])", [1]),
        ("partition([1, 2, 3], 2)", [[1, 2], [3]]),
        ("list contains([1, null], null)", True),
        ("sort([3, 1, 2])", [1, 2, 3]),
        ("sort([{n: 2}, {n: 1}], function(a, b) a.n < b.n).n", [1, 2]),
        ("sort([1, 2], function(a, b) null)", None),
    ],
)
def test_lists(text, expected):
    assert value(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("modulo(-7, 3)", 2),
        ("modulo(7, 0)", None),
        ("sqrt(-1)", None),
        ("log(0)", None),
        ("round half up(2.5, 0)", 3),
        ("round half down(2.5, 0)", 2),
        ("round up(1.01, 1)", 1.1),
        ("floor(-1.5)", -2),
        ("ceiling(1.234, 2)", 1.24),
        ("odd(3)", True),
        ("even(3)", False),
        ("abs(-3)", 3),
        ('abs(duration("-P1D"))', "P1D"),
        ("exp(0)", 1),
    ],
)
def test_numbers(text, expected):
    assert value(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('get value({a: {b: 1}}, ["a", "b"])', 1),
        ("get entries({a: 1})", [{"key": "a", "value": 1}]),
        ('context([{key: "a", value: 1}])', {"a": 1}),
        ('context put({a: {b: 1}}, ["a", "c"], 2)', {"a": {"b": 1, "c": 2}}),
        ("context merge([{a: 1}, {a: 2, b: 3}])", {"a": 2, "b": 3}),
        ('assert(1, false, "no")', None),
        ("is(1, 1.0)", True),
        ('is(time("10:00:00Z"), time("11:00:00+01:00"))', False),
        ('last day of month(date("2024-02-05"))', "2024-02-29"),
        ('month of year(date("2026-11-21"))', "November"),
        ('range("[1..5)") = [1..5)', True),
        ('range("[1..")', None),
    ],
)
def test_contexts_and_days(text, expected):
    assert value(text) == expected


def test_arguments_go_by_name_too():
    assert value('substring(start position: 2, string: "abc")') == "bc"
    assert value('substring(string: "abc", begin: 2)') is None
    assert value('contains(["abc"], "b")') is True


@given(
    st.sampled_from(sorted(BUILT_IN_NAMES)),
    st.lists(st.sampled_from(["1", '"a"', "null", "[]", "{}", "[1..2]", '@"P1D"']), max_size=4),
)
@settings(deadline=None)
def test_whatever_a_function_is_given_it_answers(name, arguments):
    value(f"{name}({', '.join(arguments)})")


STEPS = [step / 4 for step in range(25)]
ranges = st.builds(
    lambda low, size, low_in, high_in: Range(low, low + size, low_in, high_in),
    st.integers(0, 4),
    st.integers(1, 2),
    st.booleans(),
    st.booleans(),
)


def _points(span):
    return [
        step
        for step in STEPS
        if (span.low < step or step == span.low and span.low_in)
        and (step < span.high or step == span.high and span.high_in)
    ]


@given(ranges, ranges)
@settings(deadline=None)
def test_ranges_relate_as_their_points_do(one, other):
    mine, theirs = _points(one), _points(other)
    names = ("before", "after", "includes", "during", "overlaps", "coincides")
    answer = {name: compile_expression(f"{name}({one}, {other})").evaluate({}) for name in names}
    assert answer["before"] is all(here < there for here, there in product(mine, theirs))
    assert answer["after"] is all(here > there for here, there in product(mine, theirs))
    assert answer["includes"] is (set(theirs) <= set(mine))
    assert answer["during"] is (set(mine) <= set(theirs))
    assert answer["overlaps"] is bool(set(mine) & set(theirs))
    assert answer["coincides"] is (set(mine) == set(theirs))


@pytest.mark.parametrize(
    "text",
    [
        "meets([1..2], [2..3])",
        "met by([2..3], [1..2])",
        "overlaps before([1..3], [2..4])",
        "overlaps after([2..4], [1..3])",
        "finishes(3, [1..3])",
        "finishes([2..3], [1..3])",
        "finished by([1..3], 3)",
        "starts(1, [1..3])",
        "started by([1..3], [1..2])",
        "not(meets([1..2), [2..3]))",
        "not(finishes(3, [1..3)))",
        "before(1, [2..3])",
        "after([2..3], 1)",
        '(before(1, "a") = null)',
        "during(2, (< 3))",
    ],
)
def test_ranges_touch(text):
    assert value(text) is True
