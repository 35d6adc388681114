"""How commands count what they found."""

from app.cli.counted import counted


def test_each_kind_is_counted_the_gravest_first():
    assert counted(["info", "error", "warning", "error", "info"]) == "2 errors, 1 warning, 2 hints"
    assert counted(["repair"]) == "1 repair"
    assert counted([]) == "nothing to mend"
