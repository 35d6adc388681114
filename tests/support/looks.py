"""What a machine can see of a page's look: width, language, what can be pressed, and what axe finds."""

from functools import cache

from axe_playwright_python.sync_playwright import Axe

from app.base import transaction
from app.people import Person
from tests.ui.test_translations import catalogue

LOOKS = {  # name: language, calendar, theme, size
    "desk": ("en", "gregorian", "light", (1440, 900)),
    "persian": ("fa", "jalali", "dark", (1440, 900)),
    "arabic": ("ar", "hijri", "light", (1440, 900)),
    "phone": ("en", "gregorian", "dark", (360, 800)),
    "persian phone": ("fa", "jalali", "light", (360, 800)),
}
# What each service and person is called, and what somebody wrote, may be English on a Persian page.
TEXTS = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const ours = !node.parentElement.closest("[lang], bdi, script, .message, .fjs-children");
    if (ours && node.parentElement.checkVisibility())
      found.push(node.data.trim());
  }
  const attributed = [...document.querySelectorAll("[aria-label], [title], [placeholder]")];
  return found.concat(attributed.filter((one) => !one.closest("body [lang], .fjs-children")).flatMap(
    (one) => ["aria-label", "title", "placeholder"].map((name) => one.getAttribute(name))).filter(Boolean));
}"""
# Where the middle of a button shows something else, a press goes to that. Links to skip a part come up when they are
# reached by keys, as does the list that says the same as a drawing; what stands on the sheet of a form is only drawn.
COVERED = """() => {
  const found = [], seen = { visibilityProperty: true, opacityProperty: true };
  const aside = ".skip, .away, .studio-outline, .fjs-children, dialog:not([open])";
  for (const one of document.querySelectorAll("a[href], button, summary, input, select, textarea")) {
    if (one.disabled || one.type === "hidden" || one.closest(aside)) continue;
    if (!one.checkVisibility(seen)) continue;
    one.scrollIntoView({ block: "center", inline: "nearest" });
    const [box] = one.getClientRects();
    if (!box || box.width < 3 || box.height < 3) continue;
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const reached = top && (one.contains(top) || [...(one.labels ?? [])].some((label) => label.contains(top)));
    if (!reached) found.push((one.getAttribute("aria-label") || one.innerText || one.name || one.href).trim());
  }
  return found;
}"""


def read_as(app, key, look):
    """The person of this key reads in the look's language, calendar and theme; returns (language, size)."""
    language, calendar, theme, size = LOOKS[look]
    with app.app_context(), transaction():
        person = Person.by_key(key)
        person.language, person.calendar, person.theme = language, calendar, theme
    return language, size


def troubles(page, language, aloud=False) -> list[str]:
    """What is wrong with the page that is open; with `aloud`, also for who has it read out."""
    html = page.locator("html")
    found = []
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        found.append("wider than the screen")
    if (html.get_attribute("lang"), html.get_attribute("dir")) != (language, "ltr" if language == "en" else "rtl"):
        found.append("another language or direction")
    if language != "en":
        found += [f"not translated: {text!r}" for text in page.evaluate(TEXTS) if text in _english(language)]
    found += [f"something lies over {name!r}" for name in page.evaluate(COVERED)]
    return found + (_axe(page) if aloud else [])


def _axe(page) -> list:
    return [f"{one['id']} {one['nodes'][0]['target']}" for one in Axe().run(page).response["violations"]]


@cache
def _english(language) -> frozenset:
    """Texts of the pages that look otherwise in this language."""
    messages = (message for message in catalogue(language) if isinstance(message.id, str) and message.id)
    return frozenset(message.id for message in messages if message.string != message.id)
