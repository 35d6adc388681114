"""Texts in sentences that run from the right."""

from app.base import in_a_row, isolated

FSI, PDI = "\u2068", "\u2069"


def test_a_name_in_guillemets_keeps_its_own_direction():
    assert isolated("«1 hour» پیموده نشده") == f"«{FSI}1 hour{PDI}» پیموده نشده"
    assert isolated("“1 hour” was not walked") == "“1 hour” was not walked"


def test_names_in_a_row_are_read_from_the_right_and_each_from_its_own_side():
    assert in_a_row(["Step 1", "Step 2"], "، ", "fa") == f"{FSI}Step 1{PDI}، {FSI}Step 2{PDI}"
    assert in_a_row(["Step 1", "Step 2"], ", ", "en") == "Step 1, Step 2"
