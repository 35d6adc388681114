"""A sound service to drop, and the clicks from the drop to its first request."""

import zipfile
from pathlib import Path

from tests.support.acting import Acting
from tests.support.designing import Designing

FIRST = Path(__file__).parents[3] / "docs" / "first-service"


def sound_zip(folder: Path, order: bool = True) -> Path:
    """The first service of the documents as one zip: a drawing, two forms and, with `order`, its yaml."""
    path = folder / "key.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in sorted(FIRST.rglob("*")):
            if one.is_file() and (order or one.suffix != ".yaml"):
                archive.write(one, one.relative_to(FIRST))
    return path


def say_what_the_yaml_says(designer: Designing):
    """The form a request begins with, the words in three languages, who may ask and who does the work."""
    with designer.drawn():
        designer.choose("Key_wanted").page.locator(".studio-panel select").first.select_option("key")
    designer.tab("words").name_it(en=("A key", "For a room."), fa=("کلید", "برای اتاقی."), ar=("مفتاح", "لغرفة."))
    designer.say(audience="employees", id="FC-09")
    designer.say(**{"Lane_manager.kind": "manager", "Lane_desk.kind": "group"})
    designer.say(**{"Lane_desk.group": "facility-desk"})


def go_live(designer: Designing):
    """Publish what was dropped, where no second person is wanted."""
    designer.publish("Keys are asked for here.")
    designer.page.wait_for_selector("#published")


def ask_first(page) -> str:
    """Sara asks for a key; the number of her request."""
    sara = Acting(page).become("sara")
    page.goto("/services/key")
    return sara.fill(room="B-12").send()
