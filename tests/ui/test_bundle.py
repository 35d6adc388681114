"""The built front end: it is there, light, and needs nothing from elsewhere."""

import json
import re
from gzip import decompress

import pytest

from app.ui.assets import DIST, Bundle

MANIFEST = json.loads((DIST / "manifest.json").read_text())
KB = 1024


def weight(*names: str) -> int:
    return sum((DIST / f"{name}.gz").stat().st_size for name in names)


def with_parts(name: str) -> set[str]:
    """A script and everything it imports at once."""
    found, waiting = set(), [name]
    while waiting:
        script = waiting.pop()
        if script not in found:
            found.add(script)
            source = (DIST / script).read_text()
            waiting += re.findall(r'(?:from|import)\s*"\.{1,2}/([^"]+\.js)"', source)
    return found


def test_an_ordinary_page_weighs_at_most_25_kb():
    assert weight(MANIFEST["app.css"], *with_parts(MANIFEST["app.js"])) <= 25 * KB


def test_a_page_with_a_form_weighs_at_most_32_kb_with_every_kind_of_field():
    form = next(DIST.glob("part-forms-*.js")).name
    assert weight(MANIFEST["app.css"], *(with_parts(MANIFEST["app.js"]) | with_parts(form))) <= 32 * KB


def test_a_page_with_a_drawing_weighs_at_most_95_kb():
    scripts = with_parts(MANIFEST["app.js"]) | with_parts(MANIFEST["viewer.js"])
    assert weight(MANIFEST["app.css"], MANIFEST["viewer.css"], *scripts) <= 95 * KB


def test_the_page_one_draws_on_weighs_at_most_600_kb():
    scripts = with_parts(MANIFEST["app.js"]) | with_parts(MANIFEST["pages/studio-drawing.js"])
    assert weight(MANIFEST["app.css"], MANIFEST["pages/studio-drawing.css"], *scripts) <= 600 * KB


def test_nothing_is_fetched_from_elsewhere():
    for name in MANIFEST.values():
        if name.endswith(".css"):
            assert not re.search(r"(url\(|@import )[\"']?(https?:)?//", (DIST / name).read_text())


def test_assets_are_kept_for_ever_and_sent_small(plain):
    answer = plain.test_client().get(f"/assets/{MANIFEST['app.css']}", headers={"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "immutable" in answer.headers["Cache-Control"]
    assert b"@layer" in decompress(answer.data)
    assert b"@layer" in plain.test_client().get(f"/assets/{MANIFEST['app.css']}").data


@pytest.mark.parametrize("name", ["manifest.json/../../../reader.py", "nothing.css"])
def test_only_the_bundle_is_served(plain, name):
    assert plain.test_client().get(f"/assets/{name}").status_code == 404


def test_a_page_without_a_bundle_still_answers(tmp_path):
    assert Bundle(tmp_path).name("app.css") == "app.css"
