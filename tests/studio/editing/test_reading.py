"""Where a text reads a variable: on syntax trees, in FEEL, JUEL and Python."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.studio.editing.renaming.reading import answers, find, is_name


def renamed(text, language, name="kind", new="sort"):
    found = find(text, language, tuple(name.split(".")))
    for at, end in sorted(found.spans, reverse=True):
        text = text[:at] + new + text[end:]
    return text, found.doubt


@pytest.mark.parametrize(("before", "after"), [
    ('=kind = "kind" and x.kind > 3', '=sort = "kind" and x.kind > 3'),
    ("=kind.name + kinds", "=sort.name + kinds"),
    ("={kind: 1, b: kind}", "={kind: 1, b: kind}"),
    ("={b: kind, kind: 1}", "={b: sort, kind: 1}"),
    ("=for kind in all return kind", "=for kind in all return kind"),
    ("=for x in kind return x", "=for x in sort return x"),
    ("=some k in kinds satisfies k = kind", "=some k in kinds satisfies k = sort"),
    ("=if kind in [1..kind] then kind(kind) else null", "=if sort in [1..sort] then kind(sort) else null"),
    (" = kind // kind\n + 1", " = sort // kind\n + 1"),
    ("=f(kind: kind)", "=f(kind: sort)"),
])
def test_only_the_variable_itself_is_renamed_in_feel(before, after):
    assert renamed(before, "feel") == (after, False)


def test_a_name_in_a_filter_may_be_a_field_of_the_item():
    assert renamed("=lines[kind = 1]", "feel") == ("=lines[kind = 1]", True)


def test_a_text_that_is_an_expression_itself_is_left_to_a_person():
    assert renamed('="manager(kind)"', "feel") == ('="manager(kind)"', True)
    assert renamed('=get value(answers, "kind")', "feel")[1]
    assert renamed('=x = "kind"', "feel") == ('=x = "kind"', False)


def test_fields_of_a_variable_are_renamed_by_their_whole_path():
    assert renamed("=address.city + city + other.city", "feel", "address.city", "town")[0] == (
        "=address.town + city + other.city")
    assert renamed("${address.city == city}", "juel", "address.city", "town")[0] == "${address.town == city}"


@pytest.mark.parametrize(("before", "after"), [
    ("${kind == 'kind' && x.kind ? kind : fn(kind)}", "${sort == 'kind' && x.kind ? sort : fn(sort)}"),
    ("kind ${a[kind].kind} kind", "kind ${a[sort].kind} kind"),
    ("#{empty kind}", "#{empty sort}"),
])
def test_juel(before, after):
    assert renamed(before, "juel") == (after, False)


@pytest.mark.parametrize(("before", "after", "doubt"), [
    ("kind == 1", "sort == 1", False),
    ("  kind == 1", "  sort == 1", False),
    ("x = kind\nkind = x.kind\nfoo(kind=kind)", "x = sort\nsort = x.kind\nfoo(kind=sort)", False),
    ("é = 'é'; y = kind", "é = 'é'; y = sort", False),
    ("x = [kind for kind in all]", "x = [kind for kind in all]", True),
    ("x = data['kind']", "x = data['kind']", True),
    ("if kind:\n    z = f(kind)\n", "if sort:\n    z = f(sort)\n", False),
])
def test_python(before, after, doubt):
    assert renamed(before, "python") == (after, doubt)


def test_what_cannot_be_read_is_left_to_a_person():
    assert renamed("=kind +", "feel") == ("=kind +", True)
    assert renamed("=other +", "feel") == ("=other +", False)


def test_answers_in_notices():
    text = "{answer:kind} {answer:kinds} kind {step:kind}"
    assert [text[at:end] for at, end in answers(text, "kind")] == ["kind"]


@pytest.mark.parametrize(("word", "well"), [("sort", True), ("sort_2", True), ("2sort", False), ("a b", False),
                                            ("class", False), ("for", False), ("empty", False), ("", False),
                                            ("نوع", False), ("a.b", False)])
def test_a_key_is_one_name_in_every_language(word, well):
    assert is_name(word) is well


NAMES = st.sampled_from(["kind", "x", "y", "days"])
TEXTS = st.recursive(
    NAMES | st.sampled_from(["1", '"kind"', "true", '"a kind of"']),
    lambda inner: st.one_of(
        st.builds("{} + {}".format, inner, inner), st.builds("({}).kind".format, inner),
        st.builds("if {} = 1 then {} else {}".format, inner, inner, inner),
        st.builds("for {} in [{}] return {}".format, NAMES, inner, inner),
        st.builds("{{kind: {}, b: {}}}".format, inner, inner),
        st.builds("sum([{}, {}])".format, inner, inner), st.builds("({})[{} = 1]".format, inner, inner)),
    max_leaves=12)


@given(TEXTS)
def test_there_and_back_is_the_same_text(text):
    there, doubt = renamed("=" + text, "feel", "kind", "zort")
    assert renamed(there, "feel", "zort", "kind")[0] == "=" + text
    assert doubt or not any(span for span in find(there, "feel", ("kind",)).spans)
