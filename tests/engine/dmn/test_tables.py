"""Decision tables by their hit policies."""
import pytest

from app.engine.dmn import DecisionRefused, read_decisions
from tests.engine.dmn.models import decision, model, table

ROLES = '"committee", "head", "manager"'
OVERLAPPING = ("> 5000 -> \"committee\"", "> 1000 -> \"head\"", "- -> \"manager\"")


def decide(policy, output, *rules, **inputs):
    box = table(policy, list(inputs), [output], *rules)
    return read_decisions(model(decision("d", box))).decide("d", inputs)


@pytest.mark.parametrize(("policy", "expected"), [
    ("FIRST", "committee"),
    ("F", "committee"),
    ("PRIORITY", "committee"),
    ("RULE ORDER", ["committee", "head", "manager"]),
    ("OUTPUT ORDER", ["committee", "head", "manager"]),
    ("COLLECT", ["committee", "head", "manager"]),
    ("COLLECT+COUNT", 3),
    ("COLLECT+MIN", "committee"),
    ("COLLECT+MAX", "manager"),
])
def test_policies_choose_among_the_rules_that_hit(policy, expected):
    assert decide(policy, f"role={ROLES}", *OVERLAPPING, amount=6000) == expected


def test_priority_follows_the_output_values_and_not_the_rows():
    rules = tuple(reversed(OVERLAPPING))
    assert decide("PRIORITY", f"role={ROLES}", *rules, amount=6000) == "committee"
    assert decide("OUTPUT ORDER", f"role={ROLES}", *rules, amount=2000) == ["head", "manager"]


def test_sums_add_the_outputs_up():
    assert decide("COLLECT+SUM", "points", "> 1 -> 10", "> 2 -> 2.5", "> 3 -> 1", x=3) == 12.5


def test_a_unique_table_with_two_hits_is_refused_at_the_table():
    with pytest.raises(DecisionRefused, match="More than one rule hits") as refusal:
        decide("UNIQUE", "role", *OVERLAPPING, amount=6000)
    assert refusal.value.element == "T"
    assert "r1, r2, r3" in refusal.value.sentence


def test_any_needs_rules_that_agree():
    assert decide("ANY", "ok", "> 1 -> true", "> 2 -> true", x=3) is True
    with pytest.raises(DecisionRefused, match="different outputs"):
        decide("ANY", "ok", "> 1 -> true", "> 2 -> false", x=3)


@pytest.mark.parametrize("policy", ["UNIQUE", "FIRST", "COLLECT", "RULE ORDER", "COLLECT+COUNT", "COLLECT+SUM"])
def test_no_hit_gives_nothing(policy):
    assert decide(policy, "points", "> 5 -> 1", x=3) is None


def test_several_outputs_make_a_structure():
    rules = '< 1000|"tehran","cairo" -> "head"|2', '>= 1000|- -> "board"|9'
    box = table("UNIQUE", ["amount", "site"], ["who", "days"], *rules)
    decisions = read_decisions(model(decision("d", box)))
    assert decisions.decide("d", {"amount": 5, "site": "cairo"}) == {"who": "head", "days": 2}
    assert decisions.decide("d", {"amount": 1000, "site": "milan"}) == {"who": "board", "days": 9}
    assert decisions.decide("d", {"amount": 5, "site": "milan"}) is None


@pytest.mark.parametrize(("cell", "value", "hit"), [
    ("-", None, True), ("", 3, True), ("5", 5, True), ("5", None, False), ("null", None, True), ("not(5, 6)", 7, True),
    ("not(5, 6)", 6, False), ("[1..5)", 5, False), ("(1..5], > 8", 9, True), ("? * 2 = 6", 3, True),
    ('contains(?, "a")', "cat", True), ("x > 2", 3, True),
    ('== "b"', "b", True), ("'b'", "b", True), ("True", True, True),
    ("-3", -3, True), ("< 0", "text", False), ('date("2026-01-01")', "2026-01-01", False),
    ("list contains(?, 2)", [1, 2], True),
])
def test_cells_test_the_value(cell, value, hit):
    assert decide("FIRST", "hit", f"{cell} -> true", x=value) is (True if hit else None)


def test_a_cell_that_cannot_be_read_is_a_trouble_at_its_place():
    decisions = read_decisions(model(decision("d", table("FIRST", ["x"], ["y"], "> -> 1"))))
    assert [(trouble.name, "cannot be read" in trouble.sentence) for trouble in decisions.troubles] == [("d", True)]
    with pytest.raises(DecisionRefused, match="cannot be read"):
        decisions.decide("d", {"x": 1})


def test_cells_of_other_languages_are_read_and_the_repair_is_told():
    decisions = read_decisions(model(decision("d", table("FIRST", ["x"], ["y"], '== "a" -> \'b\''))))
    assert decisions.decide("d", {"x": "a"}) == "b"
    assert [repair.sentence for repair in decisions.repairs] == ['Read as = "a"', 'Read as "b"']
