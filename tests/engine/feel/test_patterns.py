"""Regular expressions: XPath's, in linear time."""
from time import process_time

import pytest

from app.engine.feel import compile_expression


def value(text, **data):
    return compile_expression(text).evaluate(data)


@pytest.mark.parametrize(("pattern", "text", "flags", "found"), [
    ("[A-Z-[OI]]", "Q", "", True),
    ("[A-Z-[OI]]", "O", "", False),
    ("^[a-z]+$", "ABC", "i", True),
    ("a.c", "a\nc", "", False),
    ("a.c", "a\nc", "s", True),
    ("a b c", "abc", "x", True),
    (r"\p{IsArabic}+", "سلام", "", True),
    (r"^\d+$", "۱۲۳", "", True),
    (r"^\w+$", "علی_۱", "", True),
    (r"[\d\-.]+", "1-2.3", "", True),
    ("a.b", "axb", "q", False),
    (r"^\S+$", "a b", "", False),
    (r"[^a-c]", "abc", "", False),
    (r"\i\c*", "_x", "", True),
    ("(a|b)+?c", "abac", "", True),
])
def test_patterns_find_what_xpath_would(pattern, text, flags, found):
    assert value("matches(t, p, f)", t=text, p=pattern, f=flags) is found


@pytest.mark.parametrize("pattern", [
    r"(a)\1", "(?=a)", "[", "*", r"[\S]", r"\p{IsNowhere}", "[z-a]", "(?P<x", "\\", "[a-z-[\\d]]",
])
def test_what_linear_time_cannot_do_is_null(pattern):
    assert value("matches(t, p)", t="aa", p=pattern) is None


def test_a_pattern_made_to_explode_does_not():
    started = process_time()
    assert value('matches(t, "^(([a-z])+.)+[A-Z]([a-z])+$")', t="a" * 100_000) is False
    assert process_time() - started < 2


def test_replacing_fills_in_groups_and_escapes():
    assert value(r'replace("2026-11-21", "(\d+)-(\d+)-(\d+)", "$3.$2.$1")') == "21.11.2026"
    assert value('replace("a", "a", "\\\\$1")') == "$1"
    assert value('split("a;b;;c", ";")') == ["a", "b", "", "c"]
    assert value('extract("a1b22", "[0-9]+")') == ["1", "22"]
