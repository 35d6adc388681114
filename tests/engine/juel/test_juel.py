"""JUEL as Camunda 7 and Flowable models write it."""
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.engine.juel import JuelError, compile_expression

DATA = {
    "amount": 1200, "approved": True, "name": "Sara", "nothing": None, "lines": [{"price": 5}, {"price": 7}],
    "order": {"total": 10.5, "site": {"city": "tehran"}}, "done": 2, "all": 4, "text": "5",
}


@pytest.mark.parametrize(("text", "expected"), [
    ("${amount > 1000}", True),
    ("#{amount gt 1000 and approved}", True),
    ("${ !approved || amount le 1200 }", True),
    ("${not approved or empty nothing}", True),
    ("${order.site.city == 'tehran'}", True),
    ('${order["site"]["city"] eq "cairo"}', False),
    ("${lines[1].price + 1}", 8),
    ("${lines[9].price}", None),
    ("${done / all >= 0.5}", True),
    ("${7 mod 4 + 7 % 4}", 6),
    ("${amount > 5000 ? 'committee' : amount > 1000 ? 'head' : 'manager'}", "head"),
    ("${text == 5}", True),
    ("${text < 10}", True),
    ("${nothing == null}", True),
    ("${missing == null}", True),
    ("${empty missing}", True),
    ("${nothing > 1}", False),
    ("${-amount}", -1200),
    ("${approved?name:size(lines)}", "Sara"),
    ("${(1 + 2) * 3}", 9),
    ("${'it\\'s'}", "it's"),
    ("Hello ${name}, ${amount} is approved: ${approved}", "Hello Sara, 1200 is approved: true"),
    ("just text", "just text"),
    ("\\${name}", "${name}"),
    ("", ""),
])
def test_an_expression_gives_its_value(text, expected):
    assert compile_expression(text).evaluate(DATA) == expected


@pytest.mark.parametrize(("text", "remedy"), [
    ("${execution.getVariable('amount') > 5}", "Name the variable itself"),
    ("${bean.decide(amount)}", "service task"),
    ("${name.equals('Sara')}", "=="),
    ("${lines.size() > 1}", "count(list)"),
    ("${fn:length(lines)}", "script"),
])
def test_java_is_refused_with_a_remedy(text, remedy):
    with pytest.raises(JuelError) as refusal:
        compile_expression(text)
    assert remedy in refusal.value.remedy


def test_a_variable_that_is_not_there_is_an_error():
    with pytest.raises(JuelError, match="no variable named missing"):
        compile_expression("${missing > 1}").evaluate(DATA)


@pytest.mark.parametrize("text", ["${1e308 * 10}", "${a" + "*a" * 400 + "}", "${1 / 0}", "${'x' + 1}", "${a.b + 1}"])
def test_what_has_no_number_as_its_result_is_an_error(text):
    with pytest.raises(JuelError):
        compile_expression(text).evaluate({"a": 10**30})


def test_functions_may_come_from_outside():
    expression = compile_expression("${manager(name)}")
    assert expression.evaluate(DATA, {"manager": lambda person: f"the manager of {person}"}) == "the manager of Sara"
    assert expression.calls == {"manager"}
    with pytest.raises(JuelError, match="no function named manager"):
        expression.evaluate(DATA)


def test_names_are_what_it_reads():
    assert compile_expression("${a.b > c[d] && e == 'x'} of ${f}").names == {"a", "c", "d", "e", "f"}


@pytest.mark.parametrize("text", [
    "${", "${}", "${1 +}", "${a b}", "${(a}", "${a ? b}", "${a[1}", "${'open}",
    "${" + "(" * 999, "${" + "9" * 9999 + "}", "${1e999}",
])
def test_what_cannot_be_read_is_refused(text):
    with pytest.raises(JuelError):
        compile_expression(text)


@given(st.text(alphabet="ab1.+-*/<>=!&|?:()[]{}$# '\"\\", max_size=40))
@settings(deadline=None)
def test_whatever_is_written_only_juel_errors_come_out(text):
    try:
        compile_expression("${" + text + "}").evaluate({"a": 1, "b": "x", "ab": [1]})
    except JuelError:
        return
