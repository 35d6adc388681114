"""From dropping a sound drawing with its forms to the first request filed: all that the machine and the clicks take."""

import time
from pathlib import Path

from tests.bench import Figure
from tests.studio.journeys.sound import ask_first, go_live, say_what_the_yaml_says, sound_zip
from tests.support import servers
from tests.support.browsing import Browsing
from tests.support.designing import Designing
from tests.support.desk import Desk
from tests.support.site import Site

BAR = 60


def measure():
    """With everything in the zip; and only the drawing and its forms, the rest said by hand."""
    if not servers.here("browser"):
        print(f"Not measured, because {servers.ABSENT['browser']}: from the drop to the first request.")
        return
    yield from _measure(order=True)
    yield from _measure(order=False)


def _measure(order):
    desk = Desk("sqlite")
    site, browsing = Site(desk.take("services")).start(), Browsing()
    try:
        page = browsing.browser.new_page(base_url=site.url, locale="en-GB")
        giulia = Designing(page).become("giulia")
        dropped = sound_zip(Path(servers.temporary_folder()), order)
        begun = time.perf_counter()
        giulia.bring(dropped)
        drawn = time.perf_counter()
        if not order:
            say_what_the_yaml_says(giulia)
        go_live(giulia)
        live = time.perf_counter()
        ask_first(page)
        asked = time.perf_counter()
        what = "drop of drawing, forms and yaml" if order else "drop of drawing and forms"
        yield Figure(f"{what} to its findings", drawn - begun, "s", 2)
        yield Figure(f"{what} to the live service", live - begun, "s", BAR)
        yield Figure(f"{what} to the first request", asked - begun, "s", BAR)
    finally:
        browsing.stop()
        site.stop()
        desk.close()
