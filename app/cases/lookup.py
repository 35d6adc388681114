"""What form components may choose from: people and groups, places, services, and files that were uploaded."""

from sqlalchemy import select

from app.base import db, fold
from app.cases.attachment import Attachment
from app.catalog import for_person
from app.forms import Option
from app.people import CostCentre, Department, Site
from app.people.options import People

PEOPLE = ("person", "group")
TABLES = {"department": Department, "site": Site, "cost_centre": CostCentre}


class Lookup:
    """The forms' view of the product, for one person at one moment; see `app.forms.Lookup`."""

    def __init__(self, person, now, language: str, case_id: int | None = None):
        self.person, self.language, self.case_id = person, language, case_id
        self.people = People(language, now)

    def find(self, kind: str, key) -> Option | None:
        """The option of this key, or None: what is not found cannot be submitted."""
        if kind in PEOPLE:
            return self.people.find(kind, str(key))
        if kind == "file":
            return self._file(str(key))
        return next((option for option in self._all(kind) if option.value == key), None)

    def search(self, kind: str, words: str, settings: dict, limit: int) -> list[Option]:
        """Options whose names hold the words, at most `limit`."""
        if kind in PEOPLE:
            return self.people.search(kind, words, settings, limit)
        return [option for option in self._all(kind) if fold(words) in fold(option.label)][:limit]

    def _all(self, kind: str) -> list[Option]:
        if kind == "service":
            return [Option(entry.slug, entry.offer.name(self.language)) for entry in for_person(self.person)]
        table = TABLES.get(kind)
        rows = db.session.scalars(select(table).order_by(table.id)) if table else ()
        return [Option(row.key, row.name(self.language)) for row in rows]

    def _file(self, key: str) -> Option | None:
        """A file belongs to whoever uploaded it, or to the case it was given with."""
        file = db.session.get(Attachment, int(key)) if key.isdecimal() and len(key) < 18 else None
        if file is None or (file.by_id != self.person.id and (self.case_id is None or file.case_id != self.case_id)):
            return None
        return Option(str(file.id), file.name, size=file.size)
