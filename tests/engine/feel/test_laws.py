"""What holds for every expression, number, date and piece of data."""
import json
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from time import process_time

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.engine.feel import BUILT_IN_NAMES, FeelError, compile_expression, compile_unary, from_json, to_json

NOW = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)
DATA = {"a": 1, "b": [1, None, "x", {"c": 2.5}], "c": {"a": "2026-01-01", "b": True}, "x y": -3}

words = st.sampled_from((
    "a", "b", "c", "x y", "?", "item", "1", "0", "-", "2.5", '"x"', '"2026-01-01"', '@"P1D"', '@"2026-01-01"', "true",
    "false", "null", "+", "*", "/", "**", "=", "!=", "<", ">=", "and", "or", "in", "between", "instance of", "number",
    "list<number>", "(", ")", "[", "]", "{", "}", ":", ",", ".", "..", "if", "then", "else", "for", "return", "some",
    "satisfies", "every", "function", "not", "partial", *sorted(BUILT_IN_NAMES),
))
soup = st.lists(words, max_size=14).map(" ".join)
scribble = st.text(alphabet="ab1.\"'`@([{}])<>=!+-*/,:?\\ \nفا😀", max_size=30)

leaves = st.sampled_from((
    "a", "b", "c", "c.a", "x y", "missing", "1", "-2.5", '"x"', "null", "true", '@"P1Y"', '@"2026-01-01T10:00:00Z"',
    "[1..3]",
))
functions = st.sampled_from(sorted(BUILT_IN_NAMES))


def _larger(inner):
    pairs = st.tuples(inner, inner)
    signs = st.sampled_from(("+", "-", "*", "/", "**", "=", "<", ">=", "and", "or", "in"))
    return st.one_of(
        st.tuples(signs, pairs).map(lambda two: f"({two[1][0]} {two[0]} {two[1][1]})"),
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        pairs.map(lambda two: f"{two[0]}[{two[1]}]"),
        pairs.map(lambda two: f"{{k: {two[0]}, m: {two[1]}}}.k"),
        pairs.map(lambda two: f"(for i in {two[0]} return {two[1]})"),
        pairs.map(lambda two: f"(if {two[0]} then {two[1]} else i)"),
        st.tuples(functions, st.lists(inner, max_size=3)).map(lambda call: f"{call[0]}({', '.join(call[1])})"),
        pairs.map(lambda two: f"sort({two[0]}, function(l, r) l < {two[1]})"),
    )


expressions = st.recursive(leaves, _larger, max_leaves=12)
plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**30), 10**30) | st.text(max_size=8)
    | st.floats(-1e15, 1e15, allow_nan=False).map(lambda number: round(number, 4)),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)
numbers = st.decimals(-(10**12), 10**12, places=4)
days = st.dates(date(1, 1, 1), date(9999, 12, 31))


def evaluated(expression, **data):
    return compile_expression(expression).evaluate(data)


@given(soup | scribble)
@settings(deadline=None, max_examples=250)
def test_whatever_is_written_only_feel_errors_come_out(text):
    for read in (compile_expression, compile_unary):
        try:
            read(text)
        except FeelError:
            continue


@given(expressions)
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_every_evaluation_ends_soon_in_plain_data_or_a_feel_error(text):
    started = process_time()
    try:
        json.dumps(to_json(compile_expression(text).evaluate(DATA, now=NOW)), allow_nan=False)
    except FeelError:
        pass
    assert process_time() - started < 2


@given(soup)
@settings(deadline=None, max_examples=100)
def test_cells_answer_yes_or_no(text):
    try:
        tests = compile_unary(text)
        assert tests.matches(1, DATA, now=NOW) in (True, False)
    except FeelError:
        return


@given(plain)
@settings(deadline=None, max_examples=60)
def test_plain_data_comes_back_as_it_went(value):
    assert to_json(from_json(value)) == value


@given(numbers, numbers, numbers)
@settings(deadline=None)
def test_arithmetic_keeps_its_laws(a, b, c):
    assert evaluated("a + b = b + a and a * b = b * a and (a + b) - b = a and -(-a) = a", a=a, b=b) is True
    assert evaluated("a * (b + c) = a * b + a * c", a=a, b=b, c=c) is True
    assert evaluated("a + b", a=a, b=b) == a + b


@given(numbers, numbers)
@settings(deadline=None)
def test_exactly_one_of_less_equal_and_more_holds(a, b):
    assert evaluated("[a < b, a = b, a > b]", a=a, b=b).count(True) == 1
    assert evaluated("a <= b = (a in (<= b))", a=a, b=b) is True


@given(st.integers(-50, 50), st.integers(-50, 50), st.integers(-50, 50))
@settings(deadline=None)
def test_ranges_hold_what_lies_between(low, high, x):
    assert evaluated("x in [low..high]", low=low, high=high, x=x) is (low <= x <= high)
    assert evaluated("x in (low..high)", low=low, high=high, x=x) is (low < x < high)


@given(numbers, st.integers(0, 4))
@settings(deadline=None)
def test_rounding_is_idempotent_and_near(n, scale):
    for name in ("round up", "round down", "round half up", "round half down", "decimal", "floor", "ceiling"):
        rounded = evaluated(f"{name}(n, scale)", n=n, scale=scale)
        assert abs(rounded - n) < Decimal(10) ** -scale
        assert evaluated(f"{name}(n, scale)", n=rounded, scale=scale) == rounded


@given(numbers, numbers.filter(bool))
@settings(deadline=None)
def test_modulo_and_floor_make_the_whole(a, b):
    rest = evaluated("modulo(a, b)", a=a, b=b)
    assert 0 <= abs(rest) < abs(b)
    assert not rest or (rest < 0) == (b < 0)


@given(days, st.integers(-20_000, 20_000))
@settings(deadline=None)
def test_days_move_as_in_the_calendar(day, count):
    moved = evaluated('date(d) + n * duration("P1D")', d=day.isoformat(), n=count)
    assert moved.ordinal - evaluated("date(d)", d=day.isoformat()).ordinal == count


@given(days)
@settings(deadline=None)
def test_days_know_their_week_and_year(day):
    answer = evaluated("[date(d).weekday, week of year(date(d)), day of year(date(d))]", d=day.isoformat())
    assert answer == [day.isoweekday(), day.isocalendar().week, day.timetuple().tm_yday]


@given(st.datetimes(timezones=st.timezones()))
@settings(deadline=None, max_examples=50)
def test_moments_read_back_what_they_write(moment):
    value = from_json(moment)
    assert evaluated("date and time(t) = m", t=str(value), m=moment) is True
    assert value.key == (moment.astimezone(UTC) - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(seconds=1)


@given(st.integers(-(10**15), 10**15), st.integers(-(10**6), 10**6))
@settings(deadline=None)
def test_durations_read_back_what_they_write(nanos, months):
    for text in (evaluated('string(duration("PT1S") * n)', n=nanos / 1000), evaluated('string(@"P1M" * n)', n=months)):
        assert evaluated("string(duration(t))", t=text) == text


@given(st.lists(st.integers(-9, 9), max_size=12))
@settings(deadline=None)
def test_lists_are_sorted_summed_and_filtered(items):
    assert evaluated("sort(items, function(x, y) x < y)", items=items) == sorted(items)
    assert evaluated("items[item > 0]", items=items) == [item for item in items if item > 0]
    assert evaluated("sum(items)", items=items) == (sum(items) if items else None)
    assert evaluated("distinct values(items)", items=items) == list(dict.fromkeys(items))


@given(st.text(max_size=20), st.text(max_size=5))
@settings(deadline=None)
def test_texts_split_where_they_join(text, part):
    assert evaluated("contains(text, part)", text=text, part=part) is (part in text)
    assert evaluated("substring before(text, part) + part + substring after(text, part)", text=text + part, part=part) \
        == (text + part if part else text)
