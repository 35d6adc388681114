"""Every text of the pages stands in Persian and Arabic, with the same places for names and figures."""

import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po
from flask import render_template_string

APP = Path(__file__).parents[2] / "app"
PLACES = re.compile(r"%\((\w+)\)s")


@cache
def texts() -> frozenset:
    with (APP / "translations" / "babel.cfg").open() as mapping:
        methods, options = parse_mapping_cfg(mapping)
    keywords = {"_": None, "gettext": None, "ngettext": (1, 2), "lazy_gettext": None}
    return frozenset(found[2] for found in extract_from_dir(str(APP), methods, options, keywords))


def catalogue(language: str) -> Catalog:
    with (APP / "translations" / language / "LC_MESSAGES" / "messages.po").open("rb") as source:
        return read_po(source, locale=language)


@pytest.mark.parametrize("language", ["fa", "ar"])
def test_every_text_is_translated(language):
    known = catalogue(language)
    missing = [text for text in texts() if text not in known or not all(forms(known.get(text).string))]
    assert missing == []


@pytest.mark.parametrize("language", ["fa", "ar"])
def test_a_translation_has_the_places_of_its_text(language):
    for message in catalogue(language):
        if message.id:
            expected = {place for form in forms(message.id) for place in PLACES.findall(form)}
            several = forms(message.string)[-1] if isinstance(message.id, tuple) else message.string
            assert set(PLACES.findall(several)) == expected, message.id


def forms(text: str | tuple) -> tuple:
    return text if isinstance(text, tuple) else (text,)


def test_counted_texts_follow_the_plurals_and_digits_of_the_language(plain):
    page = "{{ ngettext('%(num)s service', '%(num)s services', n) }}"
    plain.add_url_rule("/n/<int:n>", "n", lambda n: render_template_string(page, n=n))
    client = plain.test_client()
    shown = [client.get(f"/n/{n}?language={language}").text for n in (2, 5) for language in ("en", "fa", "ar")]
    assert shown == ["2 services", "۲ خدمت", "خدمتان", "5 services", "۵ خدمت", "٥ خدمات"]


def test_arabic_counts_to_a_hundred_and_beyond_as_it_is_spoken(plain):
    """Few (3 to 10), many (11 to 99) and all others are the last three forms, in this order (CLDR)."""
    plain.add_url_rule("/n/<int:n>", "n", lambda n: render_template_string(
        "{{ ngettext('%(num)s request', '%(num)s requests', n) }}", n=n))
    client = plain.test_client()
    shown = [client.get(f"/n/{n}?language=ar").text for n in (3, 11, 99, 100, 102, 103, 111)]
    assert shown == ["٣ طلبات", "١١ طلبًا", "٩٩ طلبًا", "١٠٠ طلب", "١٠٢ طلب", "١٠٣ طلبات", "١١١ طلبًا"]
