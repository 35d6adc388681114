"""Playing people in a browser by what stands on the page, in any language."""

import re

from playwright.sync_api import expect


class Acting:
    """One browser page; `become` steps into a demo person who reads `language`."""

    def __init__(self, page, language: str = "en"):
        self.page, self.language = page, language

    def become(self, key: str):
        # What the page before still has to say goes out as the person who was there.
        self.page.goto("about:blank")
        self.page.context.clear_cookies()
        self.page.goto("/sign-in")
        self.page.click(f"button[name=person][value={key}]")
        self.page.wait_for_url("**/")
        if self.page.locator("html").get_attribute("lang") != self.language:
            self.page.locator("details.menu", has=self.page.locator("button[name=language]")).locator("summary").click()
            self.page.click(f"button[name=language][value={self.language}]")
            self.page.wait_for_selector(f"html[lang={self.language}]")
            self.page.wait_for_load_state()
        return self

    def fill(self, **values):
        """Fields by their keys: texts, options by value, ticks by True, people by the name to search for."""
        for key, value in values.items():
            self._fill(key, value)
        return self

    def _fill(self, key, value):
        page = self.page
        page.locator(f"[name='{key}'], [name='{key}._text']").last.wait_for(state="attached")
        if isinstance(value, Person):
            self._pick(key, value)
        elif page.locator(f"select[name='{key}']").count():
            page.select_option(f"select[name='{key}']", value)
        elif page.locator(f"input[type=radio][name='{key}'], input[type=checkbox][name='{key}']").count():
            self._tick(key, value)
        else:
            page.fill(f"[name='{key}']", value)
        # A change that other questions follow from draws the form anew; the next field is filled after that.
        page.keyboard.press("Tab")
        self.drawn_anew()

    def drawn_anew(self):
        """No answer is on its way from which other questions may follow."""
        expect(self.page.locator("[data-form][aria-busy=true]")).to_have_count(0)

    def _tick(self, key, value):
        for one in value if isinstance(value, list) else [value]:
            chosen = f"[name='{key}']" if one is True else f"[name='{key}'][value='{one}']"
            self.page.locator(chosen).last.check()

    def _pick(self, key, person):
        self.page.fill(f"[name='{key}._text']", person.words)
        # While the picker waits, it lists what fits earlier words.
        found = self.page.locator(f".picker:not([data-waiting]) #f-{key}-list [role=option]")
        found.first.click()
        self.page.wait_for_selector(f".chip [name='{key}']", state="attached")

    def send(self) -> str:
        """Send the request; its number."""
        self.page.click(".closing .btn.primary")
        self.page.wait_for_url(re.compile(r"/requests/"))
        return re.search(r"/requests/([A-Z]+-\d+-\d+)", self.page.url)[1]

    def open_task(self, number: str, view: str = "mine"):
        """The task of this request, from the list of the inbox."""
        self.page.goto(f"/inbox?view={view}")
        row = self.page.locator("[data-task]").first
        row.locator("a").first.click()
        self.page.wait_for_selector(f"#task a[href*='{number}']")
        return self

    def decide(self, outcome: str | None = None, comment: str | None = None):
        """Press the button of the outcome, or the one that finishes the step."""
        if comment:
            self.page.fill("#comment", comment)
        task = re.search(r"\d+", self.page.get_attribute("#complete", "action"))[0]
        self.page.click(f".decision [name=outcome][value={outcome}]" if outcome else ".decision .btn.primary")
        self.page.wait_for_url(re.compile(rf"[?&]done={task}\b"))
        return self

    def state(self, number: str):
        """Where the requester reads, beside the title, how it stands."""
        self.page.goto(f"/requests/{number}")
        return self.page.locator(".heading .pill")


class Person:
    """A person to be searched for in a picker."""

    def __init__(self, words: str):
        self.words = words
