"""What holds for the whole organisation of this installation; set once when the process starts."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Organisation:
    calendar: str = "gregorian"
    zone: str = "UTC"
    languages: tuple[str, ...] = ("en", "fa", "ar")


_current = [Organisation()]


def organisation() -> Organisation:
    return _current[0]


def set_organisation(value: Organisation):
    _current[0] = value


@dataclass(frozen=True)
class PostOffice:
    """Where mails are given away (empty: nowhere, they stay in the outbox), and in whose name."""

    server: str = ""
    sender: str = "Mizban <mizban@localhost>"


_post = [PostOffice()]


def post_office() -> PostOffice:
    return _post[0]


def set_post_office(value: PostOffice):
    _post[0] = value
