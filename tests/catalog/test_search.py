"""Which services are found by which words, and in which order."""

import pytest

from app.catalog import search
from app.people import Person


@pytest.fixture
def engine():
    return "sqlite"  # words are compared in memory


@pytest.fixture
def who(context):
    return Person.by_key


def slugs(entries):
    return [entry.slug for entry in entries]


@pytest.mark.parametrize("words", [
    "key room", "KEY", "doors of", "کلید", "كليد", "اتاق کلید", "مفتاح", "FC-09", "fc-09 card",
])
def test_words_of_any_language_find_the_service(read, who, words):
    read()
    assert slugs(search(who("sara"), words, "en")) == ["keys"]


@pytest.mark.parametrize("words", ["cat", "key zebra", "ک ژ"])
def test_every_word_must_be_somewhere(read, who, words):
    read()
    assert search(who("sara"), words, "en") == []


def test_digits_and_half_spaces_do_not_matter(read, paper, who):
    text = {"name": "پذیرش ۲۴ ساعته", "summary": "پیش‌نویس قرارداد"}
    paper.service(texts={"en": {"name": "Desk", "summary": "Open"}, "fa": text, "ar": text})
    read()
    for words in ("24", "٢٤", "۲۴", "پیش نویس", "پیش‌نویس", "پيش"):
        assert slugs(search(who("sara"), words, "fa")) == ["keys"]


def test_names_come_before_summaries_before_descriptions(read, paper, who):
    def words(name, summary="-", description=""):
        return dict.fromkeys(("en", "fa", "ar"), {"name": name, "summary": summary, "description": description})

    paper.service("a-note", texts=words("Aaa", description="About a lamp"))
    paper.service("b-note", texts=words("Bbb", "For a lamp"))
    paper.service("c-note", texts=words("Streetlamp"))
    paper.service("d-note", texts=words("Lamp"))
    read()
    assert slugs(search(who("sara"), "lamp", "en")) == ["d-note", "b-note", "a-note", "c-note"]
