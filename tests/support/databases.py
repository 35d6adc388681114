"""Databases for tests: filled once per process as a template, then copied for every test that wants a fresh one."""

import shutil
from collections.abc import Callable
from pathlib import Path

import psycopg
from psycopg import sql

from app.base import db
from tests.support import servers
from tests.support.servers import temporary_folder

ENGINES = ("sqlite", "postgresql")


class Sqlite:
    """One file; templates are files beside it."""

    def __init__(self):
        self.folder = Path(temporary_folder())
        self.url = f"sqlite:///{self.folder / 'mizban.db'}"
        self.templates: dict[str, Path] = {}

    def empty(self):
        for path in self.folder.glob("mizban.db*"):
            path.unlink()
        # Tables that need each other get their keys afterwards in PostgreSQL, and SQLAlchemy remembers it for the whole
        # process; SQLite has no afterwards, and would be made without them.
        for table in db.metadata.tables.values():
            for key in table.foreign_key_constraints:
                key._create_rule = None

    def keep(self, name: str):
        self.templates[name] = self.folder / f"template-{name}"
        shutil.copy(self.folder / "mizban.db", self.templates[name])

    def renew(self, name: str):
        self.empty()
        shutil.copy(self.templates[name], self.folder / "mizban.db")

    def drop(self):
        shutil.rmtree(self.folder)


class Postgresql:
    """One database in a cluster; templates are databases beside it."""

    def __init__(self):
        self.admin = servers.url("postgresql")
        self.name = f"mizban_{Path(temporary_folder()).name.replace('-', '_')}".lower()
        self.url = self.admin.rsplit("/", 1)[0] + "/" + self.name
        self.templates: dict[str, str] = {}

    def empty(self):
        self._say("drop database if exists {} with (force)", self.name)
        self._say("create database {}", self.name)

    def keep(self, name: str):
        self.templates[name] = f"{self.name}_{name}"
        self._say("alter database {} rename to {}", self.name, self.templates[name])

    def renew(self, name: str):
        self._say("drop database if exists {} with (force)", self.name)
        self._say("create database {} template {} strategy file_copy", self.name, self.templates[name])

    def drop(self):
        for name in (self.name, *self.templates.values()):
            self._say("drop database if exists {} with (force)", name)

    def _say(self, statement: str, *names: str):
        with psycopg.connect(self.admin, autocommit=True) as connection:
            connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


class Shelf:
    """A database with its templates; `fill` makes the content of a template once, in an empty database."""

    def __init__(self, engine: str):
        self.database = Sqlite() if engine == "sqlite" else Postgresql()
        self.url = self.database.url

    def take(self, name: str, fill: Callable[[], None], close: Callable[[], None]):
        """Put a fresh copy of the template `name` in place; `close` lets go of all connections."""
        close()
        if name not in self.database.templates:
            self.database.empty()
            fill()
            close()
            self.database.keep(name)
        self.database.renew(name)
