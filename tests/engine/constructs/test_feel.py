"""FEEL: every construct of the language and every built-in function with an example."""

from datetime import UTC, datetime

import pytest

from app.engine.feel import BUILT_IN_NAMES, compile_expression, to_json
from tests.engine.constructs import PARTLY, RUNS, Construct, shows

NOW = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)
DATA = {"amount": 1200, "cost centre": "4100", "lines": [{"price": 900}, {"price": 20}], "nothing": None}
FUNCTIONS = {
    "abs": ("abs(-5)", 5),
    "after": ("after([5..9], 3)", True),
    "all": ("all([true, true])", True),
    "any": ("any([false, true])", True),
    "append": ("append([1], 2, 3)", [1, 2, 3]),
    "assert": ("assert(5, 5 > 1)", 5),
    "before": ("before(1, [2..9])", True),
    "ceiling": ("ceiling(1.2)", 2),
    "coincides": ("coincides([1..2], [1..2])", True),
    "concatenate": ("concatenate([1], [2])", [1, 2]),
    "contains": ('contains("Mizban", "zb")', True),
    "context": ('context([{key: "a", value: 1}])', {"a": 1}),
    "context merge": ("context merge([{a: 1}, {b: 2}])", {"a": 1, "b": 2}),
    "context put": ('context put({a: 1}, "b", 2)', {"a": 1, "b": 2}),
    "count": ("count(lines)", 2),
    "date": ("date(2026, 2, 28)", "2026-02-28"),
    "date and time": ('date and time("2026-02-28T10:00:00Z")', "2026-02-28T10:00:00Z"),
    "day of week": ('day of week(date("2026-11-21"))', "Saturday"),
    "day of year": ('day of year(date("2026-02-01"))', 32),
    "decimal": ("decimal(1/3, 2)", 0.33),
    "distinct values": ("distinct values([1, 2, 1])", [1, 2]),
    "duplicate values": ("duplicate values([1, 2, 1])", [1]),
    "duration": ('duration("P1DT2H")', "P1DT2H"),
    "during": ("during(2, [1..3])", True),
    "ends with": ('ends with("IT-03", "03")', True),
    "even": ("even(4)", True),
    "exp": ("exp(0)", 1),
    "extract": ('extract("a1b22", "[0-9]+")', ["1", "22"]),
    "finished by": ("finished by([1..3], 3)", True),
    "finishes": ("finishes(3, [1..3])", True),
    "flatten": ("flatten([1, [2, [3]]])", [1, 2, 3]),
    "floor": ("floor(1.8)", 1),
    "get entries": ("get entries({a: 1})", [{"key": "a", "value": 1}]),
    "get or else": ("get or else(nothing, 7)", 7),
    "get value": ('get value({a: 1}, "a")', 1),
    "includes": ("includes([1..3], 2)", True),
    "index of": ("index of([5, 6, 5], 5)", [1, 3]),
    "insert before": ("insert before([1, 3], 2, 2)", [1, 2, 3]),
    "is": ('is(date("2026-01-01"), date("2026-01-01"))', True),
    "is blank": ('is blank("  ")', True),
    "is defined": ("is defined(amount)", True),
    "is empty": ("is empty([])", True),
    "last day of month": ('last day of month(date("2028-02-05"))', "2028-02-29"),
    "list contains": ("list contains([1, 2], 2)", True),
    "list replace": ("list replace([1, 2], 2, 5)", [1, 5]),
    "log": ("log(1)", 0),
    "lower case": ('lower case("IT")', "it"),
    "matches": ('matches("IT-03", "IT-[0-9]+")', True),
    "max": ("max(1, 3, 2)", 3),
    "mean": ("mean([1, 2, 3])", 2),
    "median": ("median([5, 1, 3])", 3),
    "meets": ("meets([1..5], [5..9])", True),
    "met by": ("met by([5..9], [1..5])", True),
    "min": ("min([3, 1])", 1),
    "mode": ("mode([1, 2, 2])", [2]),
    "modulo": ("modulo(-7, 3)", 2),
    "month of year": ('month of year(date("2026-11-21"))', "November"),
    "not": ("not(false)", True),
    "now": ("now()", "2026-11-21T08:30:00Z"),
    "number": ('number("1,234.5", ",", ".")', 1234.5),
    "odd": ("odd(3)", True),
    "overlaps": ("overlaps([1..5], [4..9])", True),
    "overlaps after": ("overlaps after([4..9], [1..5])", True),
    "overlaps before": ("overlaps before([1..5], [4..9])", True),
    "partition": ("partition([1, 2, 3], 2)", [[1, 2], [3]]),
    "product": ("product(2, 3, 4)", 24),
    "put": ('put({a: 1}, "a", 2)', {"a": 2}),
    "put all": ("put all({a: 1}, {b: 2})", {"a": 1, "b": 2}),
    "range": ('range("[1..5)").end', 5),
    "remove": ("remove([1, 2, 3], 2)", [1, 3]),
    "replace": ('replace("a1b2", "[0-9]", "-")', "a-b-"),
    "reverse": ("reverse([1, 2])", [2, 1]),
    "round down": ("round down(-1.25, 1)", -1.2),
    "round half down": ("round half down(1.25, 1)", 1.2),
    "round half up": ("round half up(1.25, 1)", 1.3),
    "round up": ("round up(1.21, 1)", 1.3),
    "sort": ("sort([2, 1], function(x, y) x < y)", [1, 2]),
    "split": ('split("a;b", ";")', ["a", "b"]),
    "sqrt": ("sqrt(16)", 4),
    "started by": ("started by([1..3], 1)", True),
    "starts": ("starts(1, [1..3])", True),
    "starts with": ('starts with("IT-03", "IT")', True),
    "stddev": ("stddev([2, 4])", 1.4142135623730951),
    "string": ("string(amount)", "1200"),
    "string join": ('string join(["a", "b"], "-")', "a-b"),
    "string length": ('string length("سلام")', 4),
    "sublist": ("sublist([1, 2, 3], 2, 1)", [2]),
    "substring": ('substring("Mizban", 4)', "ban"),
    "substring after": ('substring after("a=b", "=")', "b"),
    "substring before": ('substring before("a=b", "=")', "a"),
    "sum": ("sum(lines.price)", 920),
    "time": ("time(8, 30, 0)", "08:30:00"),
    "today": ("today()", "2026-11-21"),
    "trim": ('trim(" a ")', "a"),
    "union": ("union([1], [1, 2])", [1, 2]),
    "upper case": ('upper case("it")', "IT"),
    "week of year": ('week of year(date("2026-11-21"))', 47),
    "years and months duration": ('years and months duration(date("2025-03-31"), date("2026-02-28"))', "P10M"),
}
LANGUAGE = [
    ("Numbers, 34 digits, exact", "0.1 + 0.2 = 0.3", True),
    ("Texts and escapes", '"a\\u0041\\n" = "aA\n"', True),
    ("True, false, null", "nothing = null", True),
    ("Arithmetic: + - * / **", "1 + 2 * 3 ** 2 - 10 / 4", 16.5),
    ("Comparison: = != < <= > >=", "amount >= 1200 and amount != 5", True),
    ("Three-valued logic: and, or, not", "nothing or true", True),
    ("if then else", 'if amount > 1000 then "head" else "desk"', "head"),
    ("between", "amount between 1000 and 2000", True),
    ("in, with tests, lists and ranges", "amount in (< 5, [1000..1200], 7)", True),
    ("Unary tests as values", "amount in (> 1000)", True),
    ("Ranges, open and closed", "amount in ]1000..1200[", False),
    ("for return", "for line in lines return line.price * 2", [1800, 40]),
    ("for over several lists and ranges", "for x in 1..2, y in [10, 20] return x + y", [11, 21, 12, 22]),
    ("for with partial", "for i in 1..4 return if i = 1 then 1 else i * partial[-1]", [1, 2, 6, 24]),
    ("some satisfies", "some line in lines satisfies line.price > 800", True),
    ("every satisfies", "every line in lines satisfies line.price > 800", False),
    ("Lists, indexes from both ends", "[1, 2, 3][-1]", 3),
    ("Filters", "lines[price > 100].price", [900]),
    ("Filters over plain items", "[1, 2, 3][item > 1]", [2, 3]),
    ("Contexts, later entries see earlier ones", "{net: amount, gross: net * 2}.gross", 2400),
    ("Paths into contexts and lists", "lines.price", [900, 20]),
    ("Function calls with positions and names", 'substring(string: "abc", start position: 2)', "bc"),
    ("Functions of one's own", "(function(a, b) a - b)(b: 1, a: 5)", 4),
    ("Names with spaces", 'cost centre + "!"', "4100!"),
    ("Names in backticks", "`cost centre`", "4100"),
    ("instance of", "amount instance of number", True),
    ("instance of composed types", "{a: 1} instance of context<a: number>", True),
    ("Dates, times, durations as @ literals", '@"2026-01-31" + @"P1M"', "2026-02-28"),
    ("Moments with offsets and zones", '@"2026-03-01T10:00:00Z" < @"2026-03-01T10:00:00-03:30"', True),
    ("Properties of dates, times and durations", '@"2026-03-01".month + @"PT90M".hours', 4),
    ("Comments", "1 /* one */ + 1 // more", 2),
]


def value(text):
    return to_json(compile_expression(text, DATA).evaluate(DATA, now=NOW))


def test_every_function_has_its_example():
    assert set(FUNCTIONS) == set(BUILT_IN_NAMES)


@shows(*(Construct(f"`{name}()`", "10.3.4", note=f"`{text}`") for name, (text, _) in sorted(FUNCTIONS.items())))
@pytest.mark.parametrize("name", FUNCTIONS)
def test_functions(name):
    text, expected = FUNCTIONS[name]
    assert value(text) == expected


@shows(*(Construct(name, "10.3.1 to 10.3.3", note=f"`{' '.join(text.split())}`") for name, text, _ in LANGUAGE))
@pytest.mark.parametrize(("name", "text", "expected"), LANGUAGE, ids=[one[0] for one in LANGUAGE])
def test_language(name, text, expected):
    assert value(text) == expected


GIVEN_UP = {
    "External functions (Java, PMML)": (
        '(function(a) external {java: {class: "C", `method signature`: "m()"}})(1)',
        "null: there is no Java here",
    ),
    "Back references in patterns": ('matches("aa", "(a)\\\\1")', "null: patterns are matched in linear time (RE2)"),
}


@shows(*(Construct(name, "10.3.2.13.1, 10.3.4.3", PARTLY, why) for name, (_, why) in GIVEN_UP.items()))
@pytest.mark.parametrize("name", GIVEN_UP)
def test_what_is_given_up_is_null(name):
    assert value(GIVEN_UP[name][0]) is None


@shows(Construct("What cannot be decided", "10.3.2", RUNS, "null with the reason beside it; at a gateway an incident"))
def test_null_has_a_reason():
    warnings = []
    assert compile_expression("1 / 0").evaluate({}, warnings=warnings) is None and warnings
