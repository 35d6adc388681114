"""Finds the page "cases/show.html" in the room that owns it: app/cases/pages/show.html."""

from pathlib import Path

from jinja2 import BaseLoader, Environment, TemplateNotFound


class RoomLoader(BaseLoader):
    def __init__(self, rooms: Path):
        self.rooms = rooms

    def get_source(self, environment: Environment, template: str):
        room, _, name = template.partition("/")
        if not name or ".." in template.split("/"):
            raise TemplateNotFound(template)
        path = self.rooms / room / "pages" / name
        try:
            source, changed = path.read_text("utf-8"), path.stat().st_mtime
        except OSError:
            raise TemplateNotFound(template) from None
        return source, str(path), lambda: path.is_file() and path.stat().st_mtime == changed

    def list_templates(self) -> list[str]:
        found = self.rooms.glob("*/pages/**/*.html")
        return sorted(f"{path.relative_to(self.rooms).parts[0]}/{_in_room(path, self.rooms)}" for path in found)


def _in_room(path: Path, rooms: Path) -> str:
    return Path(*path.relative_to(rooms).parts[2:]).as_posix()
