"""The language of a text by its letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.words.scripts import written_in


@pytest.mark.parametrize(("text", "language"), [
    ("Review", "en"), ("", "en"), ("12 – 30", "en"), ("Prüfung", "en"), ("بررسی", "fa"), ("ارسال به SAP", "fa"),
    ("SAP (نرم)", "en"), ("مراجعة المدير", "ar"), ("چاپ ۳ برگ", "fa"), ("رد", "fa"), ("PDF", "en"),
    ("يكتب گزارش", "fa"),
])
def test_letters_tell_the_language(text, language):
    assert written_in(text) == language


def test_what_both_could_be_is_of_the_language_that_is_asked_for():
    assert written_in("بررسی", ("en", "ar")) == "ar"
    assert written_in("مراجعة", ("en", "fa")) == "fa"
    assert written_in("رد", ("ar", "en", "fa")) == "ar"
    assert written_in("بررسی", ("en",)) == "en"


@given(st.text(), st.permutations(["en", "fa", "ar"]))
def test_every_text_is_of_one_of_the_languages_and_figures_say_nothing(text, languages):
    assert written_in(text, languages) in languages
    assert written_in(f"{text} 123 ۴۵ !", languages) == written_in(text, languages)
