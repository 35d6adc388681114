"""What the catalogue says of a service version: its texts, order, promise, audience, lanes and walks."""

from collections.abc import Callable
from functools import cached_property

from sqlalchemy import select

from app.base import db, fold, pick
from app.catalog.promise import Promise
from app.engine import ExpressionBroken, evaluate
from app.people import Department

LANGUAGES = ("en", "fa", "ar")


class Offer:
    """Read from a version's spec, without its files: enough for lists and searches. Never changed once made."""

    def __init__(self, id: int, number: int, spec: dict):
        self.id, self.number, self.spec = id, number, spec
        self.slug: str = spec["slug"]
        self.code: str = spec["id"]
        self.kind: str = spec["kind"]
        self.department: str = spec["department"]
        self.category: str | None = spec.get("category")
        self.icon: str = spec.get("icon", "file-text")
        self.owner: str = spec["owner"]
        self.audience: str = spec.get("audience", "everyone")
        self.order: int = spec.get("order", 100)
        self.general: bool = spec.get("general", False)
        self.listed: bool = spec.get("listed", True)
        self.walks: list[dict] = spec.get("walks", [])
        self.promise = Promise.read(spec.get("promise"))

    def text(self, language: str) -> dict:
        """{name, summary, description, need: [...], get: [...], price, who} in `language`, else English, else any."""
        texts = self.spec["texts"]
        empty = {"name": self.slug, "summary": "", "description": "", "need": [], "get": [], "price": "", "who": ""}
        return {**empty, **(pick(texts, language) or {})}

    @property
    def names(self) -> dict:
        return {language: text["name"] for language, text in self.spec["texts"].items()}

    def name(self, language: str) -> str:
        return pick(self.names, language, self.slug)

    def department_name(self, language: str) -> str:
        """Read from the database: departments change their names without new versions of their services."""
        names = db.session.scalar(select(Department.names).where(Department.key == self.department))
        return pick(names, language, self.department)

    def titles(self, facts: dict, words: Callable[[str], dict]) -> dict[str, str]:
        """The title of a case with these answers, by language; the service's name where the expression gives no text.

        `title` in the yaml is one FEEL expression or one for each language. `words` are the answers as the form shows
        them in a language ("14 December 2026" for a date); they are asked for only where the expression reads them.
        """
        said = self.spec.get("title") or ""
        by_language = said if isinstance(said, dict) else dict.fromkeys(LANGUAGES, said)
        return {language: self._title(by_language.get(language) or by_language.get("en", ""), facts, words, language)
                for language in LANGUAGES}

    def _title(self, expression: str, facts: dict, words, language: str) -> str:
        expression = expression.strip()
        seen = {**facts, "words": words(language)} if "words" in expression else facts
        try:
            title = evaluate(expression, seen) if expression else None
        except ExpressionBroken:
            title = None
        return title.strip() if isinstance(title, str) and title.strip() else self.name(language)

    @cached_property
    def index(self) -> tuple[tuple[int, str], ...]:
        """(weight, folded text) of everything one may search for, in all languages."""
        found = [(3, self.code), (3, self.slug)]
        for text in self.spec["texts"].values():
            found += [(3, text.get("name", "")), (2, text.get("summary", "")), (1, text.get("description", ""))]
            found += [(2, word) for word in text.get("keywords", [])]
            found += [(1, line) for line in (*text.get("need", []), *text.get("get", []))]
        return tuple((weight, fold(text)) for weight, text in found if text)
