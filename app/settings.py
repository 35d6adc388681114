"""Everything that can be set from outside, read once from the environment into one frozen object."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

LANGUAGES = ("en", "fa", "ar")
CALENDARS = ("gregorian", "jalali", "hijri")
ROOT = Path(__file__).parents[1]
MIGRATIONS = Path(__file__).parent / "base" / "migrations"
KEPT_KEY = "secret_key"
SHORTEST_KEY = 32
KNOWN_KEYS = ("changeme", "change-me", "secret", "example", "default", "password")
GOOD_KEY = "give it 32 or more random letters (openssl rand -hex 32)"
DRIVERS = {
    "postgres://": "postgresql+psycopg://",
    "postgresql://": "postgresql+psycopg://",
}
EMBEDDED_BROKER = "filesystem://"


class SettingsWrong(Exception):
    """A setting that the product cannot start with, said in one sentence."""


@dataclass(frozen=True)
class Settings:
    """How this installation runs. The comment beside each field is the variable that sets it."""

    home: Path  # MIZBAN_HOME: the folder of everything that is kept beside the database; ./var
    database_url: str  # DATABASE_URL: postgresql://... or sqlite:///...; mizban.db in the home folder
    broker_url: str  # BROKER_URL: redis://..., amqp://...; filesystem:// (files in the home folder)
    secret_key: str  # SECRET_KEY: signs sessions and links, 32 letters or more; in a demo made and kept in the home
    demo: bool = False  # MIZBAN_DEMO: people are entered with a click, mails stay in the outbox
    base_url: str = "http://127.0.0.1:8000"  # BASE_URL: the address that links in mails lead to
    content: Path = ROOT  # MIZBAN_CONTENT: the folder that holds catalog, workflows and forms
    smtp_url: str = ""  # SMTP_URL: smtp://user:password@host:25 or smtps://...; empty: mails stay in the outbox
    mail_from: str = "Mizban <mizban@localhost>"  # MAIL_FROM: who mails come from
    languages: tuple[str, ...] = LANGUAGES  # MIZBAN_LANGUAGES: offered to people, the first is the default
    calendar: str = "gregorian"  # MIZBAN_CALENDAR: of the organisation, numbers its years: gregorian, jalali, hijri
    zone: str = "UTC"  # MIZBAN_ZONE: of the organisation, for people without one of their own
    upload_limit: int = 25 * 1024 * 1024  # MIZBAN_UPLOAD_MB: one file, given in megabytes
    request_limit: int = 60 * 1024 * 1024  # MIZBAN_REQUEST_MB: one submitted form with all its files
    proxies: int = 0  # MIZBAN_PROXIES: how many proxies stand in front and may say who is asking
    failpoint: str = ""  # MIZBAN_FAILPOINT: where this process is to die, for tests; refused outside a demo
    testing: bool = False

    @classmethod
    def from_environment(cls, environment: Mapping[str, str], demo: bool = False) -> "Settings":
        """Read and check; raises SettingsWrong with a sentence that names the variable."""
        home = Path(environment.get("MIZBAN_HOME") or "var").absolute()
        demo = demo or truth(environment, "MIZBAN_DEMO")
        upload = megabytes(environment, "MIZBAN_UPLOAD_MB", 25)
        return cls(
            home=home,
            database_url=database_url(environment.get("DATABASE_URL"), home),
            broker_url=environment.get("BROKER_URL") or EMBEDDED_BROKER,
            secret_key=secret_key(environment.get("SECRET_KEY"), home, demo),
            demo=demo,
            base_url=(environment.get("BASE_URL") or cls.base_url).rstrip("/"),
            content=Path(environment.get("MIZBAN_CONTENT") or ROOT).absolute(),
            smtp_url=environment.get("SMTP_URL") or cls.smtp_url,
            mail_from=environment.get("MAIL_FROM") or cls.mail_from,
            languages=several(environment, "MIZBAN_LANGUAGES", LANGUAGES),
            calendar=one_of(environment, "MIZBAN_CALENDAR", CALENDARS),
            zone=environment.get("MIZBAN_ZONE") or cls.zone,
            upload_limit=upload,
            request_limit=max(upload, megabytes(environment, "MIZBAN_REQUEST_MB", 60)),
            proxies=whole(environment, "MIZBAN_PROXIES", 0),
            failpoint=failpoint(environment.get("MIZBAN_FAILPOINT", ""), demo),
        )

    @property
    def embedded(self) -> bool:
        """No broker server: hints travel as files in the home folder."""
        return self.broker_url.startswith(EMBEDDED_BROKER)

    @property
    def migrations(self) -> Path:
        return MIGRATIONS

    @property
    def files(self) -> Path:
        """Where attachments are kept."""
        return self.home / "files"

    @property
    def sqlite(self) -> bool:
        return self.database_url.startswith("sqlite")


def database_url(given: str | None, home: Path) -> str:
    if not given:
        return f"sqlite:///{home / 'mizban.db'}"
    for short, full in DRIVERS.items():
        if given.startswith(short):
            return full + given.removeprefix(short)
    return given


def secret_key(given: str | None, home: Path, demo: bool) -> str:
    """A demo makes a key and keeps it, so that a restart signs nobody out; any other installation is given one."""
    if given is None and (demo or (home / KEPT_KEY).exists()):
        return kept_key(home)
    if not given:
        raise SettingsWrong(f"SECRET_KEY is not set: {GOOD_KEY}.")
    if len(given) < SHORTEST_KEY or len(set(given)) < 8 or any(known in given.lower() for known in KNOWN_KEYS):
        raise SettingsWrong(f"SECRET_KEY is too easy to guess: {GOOD_KEY}.")
    return given


def failpoint(given: str, demo: bool) -> str:
    """Dying on purpose is for tests."""
    if given and not demo:
        raise SettingsWrong("MIZBAN_FAILPOINT is for tests and works in a demo only (MIZBAN_DEMO=1).")
    return given


def kept_key(home: Path) -> str:
    path = home / KEPT_KEY
    try:
        home.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            path.touch(mode=0o600)
            path.write_text(secrets.token_hex(32))
        return path.read_text()
    except OSError as trouble:
        raise SettingsWrong(f"The folder {home} cannot be written to ({trouble.strerror}).") from trouble


def truth(environment, name) -> bool:
    given = environment.get(name, "").lower()
    if given not in ("", "0", "1", "no", "yes", "false", "true"):
        raise SettingsWrong(f"{name} is {given!r}: say 1 or 0.")
    return given in ("1", "yes", "true")


def whole(environment, name, otherwise: int) -> int:
    given = environment.get(name) or str(otherwise)
    if not given.isascii() or not given.isdigit():
        raise SettingsWrong(f"{name} is {given!r}: say a whole number.")
    return int(given)


def megabytes(environment, name, otherwise: int) -> int:
    return whole(environment, name, otherwise) * 1024 * 1024


def several(environment, name, known: tuple[str, ...]) -> tuple[str, ...]:
    given = tuple(environment.get(name, "").replace(",", " ").split()) or known
    strange = set(given) - set(known)
    if strange:
        raise SettingsWrong(f"{name} names {', '.join(sorted(strange))}: known are {', '.join(known)}.")
    return given


def one_of(environment, name, known: tuple[str, ...]) -> str:
    given = environment.get(name) or known[0]
    if given not in known:
        raise SettingsWrong(f"{name} is {given!r}: known are {', '.join(known)}.")
    return given
