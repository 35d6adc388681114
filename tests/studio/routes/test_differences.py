"""Differences in words are written as the reader's language writes lists."""

import pytest

from app.studio.comparing import Aspect, Change, Difference
from app.studio.routes.differences import lines

MORE = Aspect("options", "Now", "Now\nLater, if need be")
CHOICES = Change("field", "a.form#when", "changed", {"en": "When"}, (MORE,))
NOTE = Change("text", "en", "changed", {"en": "en"}, (Aspect("description", "", "One line\nand another"),))


@pytest.mark.parametrize(("language", "listed"), [("en", "Now, Later, if need be"), ("fa", "Now، Later, if need be")])
def test_choices_are_listed_with_the_comma_of_the_reader(studio, language, listed):
    with studio.test_request_context(headers={"Accept-Language": language}):
        fields, texts = lines(Difference((CHOICES, NOTE)), None, None)
        assert fields["changes"][0]["aspects"][0]["after"] == listed
        assert texts["changes"][0]["aspects"][0]["after"] == "One line\nand another"
