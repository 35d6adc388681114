"""Why a run stands somewhere is said in three languages, whatever the reason."""

import re
from pathlib import Path

import pytest

from app.engine import incident_text
from app.engine.words.incidents import COLUMNS, WORDS

PLACES = re.compile(r"\{(\w+)\}")
ENGINE = Path(__file__).parents[3] / "app" / "engine"
RAISED = re.compile(r'Trouble\(\s*"[a-z]+",\s*"([a-z-]+)"')


@pytest.mark.parametrize("rule", WORDS)
def test_a_reason_says_the_same_in_every_language(rule):
    texts = WORDS[rule]
    assert len(texts) == len(COLUMNS) and all(text.strip() for text in texts)
    assert len({frozenset(PLACES.findall(text)) for text in texts}) == 1


def test_every_reason_in_the_code_has_its_sentence():
    raised = {rule for path in ENGINE.rglob("*.py") for rule in RAISED.findall(path.read_text())}
    assert raised <= set(WORDS) and set(WORDS) <= raised | {"stuck"}


def test_the_detail_of_a_reason_is_said_in_the_language_where_its_words_are_known():
    params = {"text": "=a +", "detail": "Expected a value, but found the end."}
    assert "پایان" in incident_text("expression-undecided", params, "fa")
    assert incident_text("expression-undecided", params, "xx").startswith("The expression")


def test_what_goes_round_is_named_in_the_language_and_listed_as_one_writes_there():
    params = {"names": "“Count”, “Back”", "all": "Count, Back"}
    assert incident_text("goes-round", params).endswith("waiting: “Count”, “Back”.")
    persian = {"Count": "شمارش", "Back": "بازگشت"}
    assert "«شمارش»، «بازگشت»." in incident_text("goes-round", params, "fa", "", persian.get)


def test_what_was_written_down_before_keeps_its_words():
    assert incident_text("", {}, "fa", "The script broke.") == "The script broke."
