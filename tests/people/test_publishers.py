"""Who may publish for a department, as drawings ask for it."""

from app.people import Directory


def test_publishers_are_the_head_the_named_ones_and_the_owner(context, now):
    directory = Directory(now)
    assert directory.publishers("finance", "group:procurement") == ["maria", "luca"]
    assert directory.publishers("hr", "group:hr-office") == ["leila", "mona"]
    assert directory.publishers("it", "sara") == ["omar", "sara"]
    assert directory.publishers("nowhere") == []
