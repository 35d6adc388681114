"""Every rule speaks three languages and says the same in each."""

import re
from pathlib import Path

import pytest

from app.engine.finding import finding
from app.engine.words import LANGUAGES, WORDS

PLACES = re.compile(r"\{(\w+)\}")
ENGINE = Path(__file__).parents[3] / "app" / "engine"
NAMED = re.compile(r'(?:error|warning|info|report|mended|finding|_refuse)\(\s*"([a-z][a-z-]+)"|rule = "([a-z-]+)"')


@pytest.mark.parametrize("rule", WORDS)
def test_a_rule_speaks_every_language(rule):
    assert set(WORDS[rule]) == set(LANGUAGES)
    assert all(message.strip() and remedy.strip() for message, remedy in WORDS[rule].values())


@pytest.mark.parametrize("rule", WORDS)
def test_the_same_things_are_mentioned_in_every_language(rule):
    mentioned = {language: {*PLACES.findall(" ".join(texts))} for language, texts in WORDS[rule].items()}
    assert mentioned["en"] - {"it"} == mentioned["fa"] - {"it"} == mentioned["ar"] - {"it"}


def test_every_rule_in_the_code_has_its_sentences():
    named = {a or b for path in ENGINE.rglob("*.py") for a, b in NAMED.findall(path.read_text())}
    assert named - set(WORDS) == set()


def test_a_finding_names_its_element_in_the_quotes_of_the_language():
    one = finding("timer-without-time", "error", "t", "Remind\n me")
    assert "“Remind me”" in one.message
    assert "«Remind me»" in one.text("fa")
    assert one.text("xx") == one.message


def test_braces_in_names_are_only_text():
    one = finding("flow-crosses-border", "error", "f", "{x} {0}", source="{it}", target="%s")
    assert "{x} {0}" in one.message and "{it}" in one.message
