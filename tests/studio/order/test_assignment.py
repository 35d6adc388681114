"""Who gets the steps of a lane, as chosen from a list and as written."""

import pytest

from app.studio.order import Assignment


@pytest.mark.parametrize(("expression", "kind", "value"), [
    ("=requester", "requester", ""),
    ("= beneficiary", "beneficiary", ""),
    ("=manager(beneficiary)", "manager", ""),
    ("=head(department)", "head", ""),
    ("=owner(cost_centre)", "cost_centre", ""),
    ('=head("it")', "head_of", "it"),
    ('=group("hr-office")', "group", "hr-office"),
    ("group:hr-office", "group", "hr-office"),
    ('=group("help-" + site)', "site_group", "help-"),
    ("nadia", "person", "nadia"),
    ("person:nadia", "person", "nadia"),
    ('="nadia"', "person", "nadia"),
    ("=group(work_group)", "feel", "=group(work_group)"),
    ('=if site = "x" then "a" else "b"', "feel", '=if site = "x" then "a" else "b"'),
    ("", "", ""),
    (None, "", ""),
])
def test_every_expression_is_read_as_a_choice(expression, kind, value):
    assert Assignment.read(expression) == Assignment(kind, value)


@pytest.mark.parametrize("expression", [
    "=requester", "=manager(beneficiary)", "=head(department)", "=owner(cost_centre)", '=head("it")',
    '=group("hr-office")', '=group("help-" + site)', "nadia", "=group(work_group)",
])
def test_what_is_chosen_is_written_as_before(expression):
    assert Assignment.read(expression).expression == expression


def test_a_choice_without_what_it_needs_names_nobody():
    for kind in ("", "group", "person", "feel", "head_of", "site_group"):
        assert Assignment(kind).expression == ""
    assert Assignment("feel", "group(x)").expression == "=group(x)"
