"""Templates: small services to begin with, which lie beside the catalogue in the same three folders."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from app.base import pick
from app.catalog import Published
from app.catalog.folder import Folder, gather
from app.studio.bringing.placing import placed

FOLDER = "catalog/templates"
DEPARTMENT = "template-department"
"""Stands in the files of a template where the key of the department that takes it will stand."""


@dataclass(frozen=True)
class Template:
    """One template as its files say it."""

    slug: str
    spec: dict
    files: dict[str, bytes]

    def name(self, language: str) -> str:
        return self._text(language).get("name", self.slug)

    def summary(self, language: str) -> str:
        return self._text(language).get("summary", "")

    @property
    def steps(self) -> int:
        """How many steps people do in it, for its row on the page."""
        return len(self.published.steps("en"))

    @cached_property
    def published(self) -> Published:
        """As if it were a service, for its drawing."""
        return Published(0, 1, self.spec, self.files)

    def for_department(self, department: str, slug: str = "") -> tuple[dict, dict[str, bytes]]:
        """(spec, files) of a service of this department, called `slug`."""
        spec, files = placed(self.spec, self.files, department, slug or self.slug)
        words = DEPARTMENT.encode()
        files = {path: data.replace(words, department.encode()) for path, data in files.items()}
        lanes = {lane: who.replace(DEPARTMENT, department) for lane, who in spec.get("lanes", {}).items()}
        return {**spec, "lanes": lanes}, files

    def _text(self, language) -> dict:
        return pick(self.spec["texts"], language) or {}


@lru_cache(maxsize=4)
def templates(root: Path) -> dict[str, Template]:
    """slug -> template, in their order; read once, they change only with the product."""
    folder = Folder(root)
    paths = sorted((Path(root) / FOLDER).glob("*.yaml"))
    sources = {path.stem: folder.source(f"{FOLDER}/{path.name}", path.stem) for path in paths}
    found = [Template(slug, *gather(folder, source, slug)) for slug, source in sources.items()]
    return {one.slug: one for one in sorted(found, key=lambda one: one.spec.get("order", 100))}
