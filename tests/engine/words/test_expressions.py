"""Findings about expressions speak of conditions and times, not of elements of a file."""

import re

from app.engine import check
from app.engine.check.formal import EITHER, FORMAL
from app.engine.words.expressions import EXPRESSIONS
from tests.engine.check.test_specification import catch, on_the_way
from tests.engine.drawing import bundle

WAITS = on_the_way(catch("it", "<timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition>"))


def test_every_expression_that_is_looked_at_has_a_word_in_each_language():
    assert set(EXPRESSIONS) == {*EITHER, *FORMAL}
    assert all(len(words) == 3 and all(words) for words in EXPRESSIONS.values())


def test_a_duration_that_is_marked_as_a_text_is_told_in_words_that_owners_know():
    (found,) = [one for one in check(bundle(WAITS)) if one.rule == "expression-not-formal"]
    assert found.message.startswith("The duration of") and "مدت در" in found.text("fa") and "المدة" in found.text("ar")
    for language in ("en", "fa", "ar"):
        assert not re.search(r"xsi|tFormal|timeDuration", found.text(language) + found.remedy_text(language))
