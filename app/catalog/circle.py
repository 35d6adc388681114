"""An audience of departments, sites and groups: chosen from lists, and written as FEEL like every other."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_TEXT = r'"((?:[^"\\])*)"'
_SEVERAL = rf"\(\s*{_TEXT}(?:\s*,\s*{_TEXT})*\s*\)"
_PARTS = {
    "departments": (rf"person\.department\s*=\s*{_TEXT}", rf"person\.department in {_SEVERAL}"),
    "sites": (rf"person\.site\s*=\s*{_TEXT}", rf"person\.site in {_SEVERAL}"),
    "groups": (rf"list contains\(\s*person\.groups\s*,\s*{_TEXT}\s*\)",
               rf"\(some group in person\.groups satisfies group in {_SEVERAL}\)"),
}
_WORDS = re.compile(_TEXT)


@dataclass(frozen=True)
class Circle:
    """People of any of these departments, at any of these sites, in any of these groups; an empty list asks nothing."""

    departments: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()

    def __bool__(self):
        return bool(self.departments or self.sites or self.groups)

    @classmethod
    def read(cls, audience: str) -> "Circle | None":
        """The circle that an audience written in FEEL draws; None where it says something else."""
        if not audience.startswith("="):
            return None
        found = {}
        for part in audience[1:].strip().split(" and "):
            kind = next((kind for kind, forms in _PARTS.items() if any(re.fullmatch(one, part) for one in forms)), None)
            if kind is None or kind in found:
                return None
            found[kind] = tuple(_WORDS.findall(part))
        return cls(**found)

    @property
    def feel(self) -> str:
        """The audience as a service's yaml says it."""
        parts = [_one_of("person.department", self.departments), _one_of("person.site", self.sites)]
        if len(self.groups) == 1:
            parts.append(f'list contains(person.groups, "{self.groups[0]}")')
        elif self.groups:
            parts.append(f"(some group in person.groups satisfies group in {_row(self.groups)})")
        return "=" + " and ".join(filter(None, parts))


def _one_of(what: str, keys: tuple[str, ...]) -> str:
    if not keys:
        return ""
    return f'{what} = "{keys[0]}"' if len(keys) == 1 else f"{what} in {_row(keys)}"


def _row(keys: Iterable[str]) -> str:
    return "(" + ", ".join(f'"{key}"' for key in keys) + ")"
