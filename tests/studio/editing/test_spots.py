"""Values in XML and JSON, with the place of each of their letters."""

import json
from xml.sax.saxutils import escape, quoteattr

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from app.studio.editing.renaming.spots import changed, json_spots, xml_spots

LETTERS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=20)
VALUES = st.recursive(
    LETTERS | st.integers() | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(LETTERS, inner, max_size=3), max_leaves=10)


@given(st.lists(st.tuples(LETTERS, LETTERS), min_size=1, max_size=4))
def test_every_value_of_xml_is_found_as_a_parser_reads_it(pairs):
    text = "<r>" + "".join(f"<a x={quoteattr(one)}>{escape(two)}<!-- <b y='1'> --></a>" for one, two in pairs) + "</r>"
    elements = list(etree.fromstring(text.encode()).iter(etree.Element))
    for element, spots in zip(elements, xml_spots(text), strict=True):
        said = {spot.name: spot.value for spot in spots}
        assert said.get("x") == element.get("x")
        assert said.get("", "").strip() == (element.text or "").strip()


def test_entities_and_cdata_count_as_the_letters_they_mean():
    text = '<a v="&lt;kind&#62;&amp;x"><![CDATA[kind < 3]]> &gt; kind</a>'
    [[attribute, inside]] = list(xml_spots(text))
    assert (attribute.value, inside.value) == ("<kind>&x", "kind < 3 > kind")
    edits = {attribute.span(1, 5): "sort", inside.span(0, 4): "sort", inside.span(11, 15): "sort"}
    assert changed(text, edits) == '<a v="&lt;sort&#62;&amp;x"><![CDATA[sort < 3]]> &gt; sort</a>'


@given(VALUES, st.sampled_from([None, 2]), st.booleans())
def test_every_text_of_json_is_found_where_it_stands(value, indent, plain):
    document = {"top": value}
    text = json.dumps(document, indent=indent, ensure_ascii=plain)
    for spot in json_spots(text):
        at = document
        for step in spot.name[:-1]:
            at = at[step]
        assert spot.value == (spot.name[-1] if spot.key else at[spot.name[-1]])
        start, end = spot.places[0], spot.places[-1]
        assert json.loads(f'"{text[start:end]}"') == spot.value


def test_a_change_touches_nothing_else():
    text = '{"a" : "x\\"kind\\u0041", "kind":"kind"}'
    spots = [spot for spot in json_spots(text) if not spot.key]
    assert changed(text, {spots[0].span(2, 6): "sort"}) == '{"a" : "x\\"sort\\u0041", "kind":"kind"}'
