"""Departments and categories of the catalogue, from catalog/departments.yaml."""

from sqlalchemy import select

from app.base import db
from app.catalog.fault import Broken, Fault
from app.catalog.folder import Folder
from app.catalog.service import Category
from app.people import Department

FILE = "catalog/departments.yaml"


def sync_departments(folder: Folder) -> list[Fault]:
    """Write down what the file says; a department that vanished from it keeps its people and its row."""
    try:
        source = folder.source(FILE, "")
    except FileNotFoundError:
        return []
    except Broken as broken:
        return list(broken.faults)
    departments = {one.key: one for one in db.session.scalars(select(Department))}
    categories = {(one.department, one.key): one for one in db.session.scalars(select(Category))}
    named = set()
    for order, (key, said) in enumerate(source.data.items()):
        _department(departments.get(key), key, order, said)
        for place, (name, shelf) in enumerate((said.get("categories") or {}).items()):
            _category(categories.get((key, name)), key, name, place, shelf)
            named.add((key, name))
    for gone in set(categories) - named:
        db.session.delete(categories[gone])
    db.session.flush()
    return []


def _department(found, key, order, said):
    if found is None:
        found = Department(key=key)
        db.session.add(found)
    found.names, found.order = names_in(said), order
    found.icon = said.get("icon", "building-2")


def _category(found, department, key, order, said):
    if found is None:
        found = Category(department=department, key=key)
        db.session.add(found)
    found.names, found.order = names_in(said), order


def names_in(said: dict) -> dict[str, str]:
    """Names by language, written either as texts: {en: {name: ...}} or as plain {en: ...}."""
    texts = said.get("texts", said)
    return {
        language: text["name"] if isinstance(text, dict) else text
        for language, text in texts.items() if language in ("en", "fa", "ar")
    }
