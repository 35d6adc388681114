"""The rules of the look that a machine can hold: contrast, directions, one vocabulary of icons."""

import re
from pathlib import Path

import pytest
import yaml

TOP = Path(__file__).parents[2]
SOURCES = sorted((TOP / "frontend" / "src").rglob("*.css"))
TOKENS = dict(re.findall(r"--([\w-]+): light-dark\((.+?)\);", (TOP / "frontend/src/tokens.css").read_text()))
SIDE = "(left|right)"
PHYSICAL = re.compile(rf"[{{;]\s*({SIDE}|(margin|padding|border)-{SIDE}|text-align:\s*{SIDE}|float:\s*{SIDE})\b")
STATES = ("waiting", "paused", "done", "refused", "failed", "late")
TEXTS = [("text", "surface"), ("text", "bg"), ("text2", "surface"), ("text2", "tint"),
         ("text3", "surface"), ("text3", "tint"), ("accent", "surface"), ("accent", "tint"),
         ("on-accent", "accent"), ("on-accent", "accent-hover"),
         ("internal", "internal-bg"), ("on-failed", "failed"),
         *((state, "surface") for state in STATES), *((state, f"{state}-bg") for state in STATES)]


def colour(token: str, dark: bool) -> tuple[float, ...]:
    code = TOKENS[token].split(", ")[dark].lstrip("#")
    code = "".join(letter * 2 for letter in code) if len(code) == 3 else code
    return tuple(int(code[at:at + 2], 16) / 255 for at in (0, 2, 4))


def brightness(parts: tuple[float, ...]) -> float:
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str, dark: bool) -> float:
    high, low = sorted((brightness(colour(one, dark)), brightness(colour(other, dark))), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_text_can_be_read_on_its_ground(text, ground, dark):
    assert contrast(text, ground, dark) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("ground", ["surface", "bg", "sunken"])
def test_edges_of_fields_can_be_seen(ground, dark):
    assert contrast("line2", ground, dark) >= 3


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_directions_are_logical(path):
    # The drawing is always left to right, and says so.
    source = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.S)
    found = [match.group(0) for match in PHYSICAL.finditer(source)]
    assert found == [] or path.name == "viewer.css" or (path.name, len(found)) == ("base.css", 1)


def test_every_icon_of_the_catalogue_is_in_the_sprite():
    known = set((TOP / "frontend/icons.txt").read_text().split())
    for path in (TOP / "catalog").rglob("*.yaml"):
        told = yaml.safe_load(path.read_text())
        entries = [told, *(told.values() if path.stem == "departments" else ())] if isinstance(told, dict) else []
        for entry in entries:
            icon = entry.get("icon") if isinstance(entry, dict) else None
            assert icon is None or icon in known, f"{path.name}: {icon} is not in frontend/icons.txt"


def test_every_icon_named_in_a_page_is_in_the_sprite():
    known = set((TOP / "frontend/icons.txt").read_text().split())
    for path in (TOP / "app").glob("*/pages/**/*.html"):
        for name in re.findall(r"\bicon\('([a-z0-9-]+)'", path.read_text()):
            assert name in known, f"{path}: {name} is not in frontend/icons.txt"
