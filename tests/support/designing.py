"""Designing a service in a browser, by what stands on the pages in any language."""

import re
from contextlib import contextmanager
from urllib.parse import parse_qs

from playwright.sync_api import expect

from tests.support.acting import Acting

DONE = """was => {
  const { saving, checked } = document.querySelector("[data-studio]").dataset;
  return saving === "saved" && checked && checked !== was;
}"""
# Is there a second question to this answer? It is kept when that is answered.
ASKS_ON = """(one, value) => {
  const asked = one.closest(".choices-list, .lane-choice")?.querySelector(`:scope > [data-of="${CSS.escape(value)}"]`);
  if (!asked || asked.contains(one)) return false;
  const typed = [...asked.querySelectorAll("input, textarea")];
  return (typed.length ? typed : [...asked.querySelectorAll("select")]).every(
    (field) => (["checkbox", "radio"].includes(field.type) ? !field.checked : !field.value));
}"""
DRAFT = re.compile(r"/studio/(?!new)([\w-]+)")


def keeps(name, value):
    """Is this the answer to the save that has this value in it?"""
    def answers(answer) -> bool:
        asked = answer.request
        if asked.method != "PUT" or "/words/" not in answer.url:
            return False
        return value in parse_qs(asked.post_data or "", keep_blank_values=True).get(name, [])

    return answers


class Designing(Acting):
    """A designer's page; `slug` is the service being made."""

    slug = ""

    def bring(self, *paths) -> "Designing":
        """Drop files on the page of new services; the drawing with its findings has come when this returns."""
        self.page.goto("/studio/new")
        self.page.set_input_files("input[name=files]", [str(path) for path in paths])
        self.page.wait_for_url(DRAFT)
        self.slug = DRAFT.search(self.page.url)[1]
        return self.seen()

    def seen(self):
        self.page.wait_for_selector("[data-studio][data-ready][data-checked]")
        return self

    def tab(self, name: str = ""):
        self.page.goto(f"/studio/{self.slug}{name and '/'}{name}")
        return self if name else self.seen()

    def findings(self, kind: str = "error") -> list[str]:
        return self.page.locator(f".studio-findings li.{kind}").all_inner_texts()

    def open_points(self) -> list[str]:
        """Where the checklist leads for what is still missing."""
        links = self.page.locator(".checklist li.open a").all()
        return [link.get_attribute("href").removeprefix(f"/studio/{self.slug}").strip("/") for link in links]

    def choose(self, element: str):
        """Choose an element by its id, with the keyboard, in the list that says the same as the drawing."""
        self.page.locator(f".studio-outline button[data-element='{element}']").press("Enter")
        return self

    def give_to(self, label: str, words: str):
        """In the panel: choose who, by a part of what they are called."""
        self.page.get_by_label(label, exact=True).click()
        self.page.fill(".finder input", words)
        self.page.locator(".finder li", has_text=words).first.click()
        return self

    def tell(self, whom: str, words: str):
        """Make the chosen outside call a notice."""
        self.page.get_by_label("What is called").fill("notify")
        self.page.keyboard.press("Tab")
        self.give_to("Who is told", whom)
        self.page.get_by_label("What they read").fill(words)
        self.page.keyboard.press("Tab")
        return self

    @contextmanager
    def drawn(self):
        """What is done inside has been saved and checked at the end."""
        box = self.page.locator("[data-studio]")
        before = box.get_attribute("data-checked")
        yield
        self.page.wait_for_function(DONE, arg=before)

    def say(self, **fields):
        """Fields of "Words and audience" by their names; each part saves itself."""
        for name, value in fields.items():
            self._say(name.replace("__", "|"), value)
        return self

    def name_it(self, **texts):
        """`en=("Name", "Summary"), ...`"""
        for language, (name, summary) in texts.items():
            self._say(f"service:name|{language}", name)
            self._say(f"service:summary|{language}", summary)
        return self

    def _say(self, name, value):
        field = self.page.locator(f"[name='{name}']")
        if field.first.evaluate(ASKS_ON, value):
            self._choose(name, value)
            return
        part = field.first.evaluate("one => one.closest('form').querySelector('[name=seen]').id.replace('seen-', '')")
        with self.page.expect_response(keeps(name, value)) as answer:
            self._choose(name, value)
        assert answer.value.status == 200, (name, answer.value.status)
        self.page.wait_for_selector(f"#saved-{part} .icon")

    def _choose(self, name, value):
        field = self.page.locator(f"[name='{name}']")
        if field.first.get_attribute("type") in ("radio", "checkbox"):
            self.page.locator(f"[name='{name}'][value='{value}']").check()
        elif field.evaluate("one => one.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
            field.press("Tab")

    def begin_play(self, requester: str, words: str):
        self.tab("try")
        page = self.page
        page.locator(".try-begin [data-drop]").first.click()
        page.fill("[name='requester._text']", words)
        page.click(f"#f-requester-list [data-value={requester}]")
        page.wait_for_selector(f"input[name=requester][value={requester}]", state="attached")
        page.click(".try-begin button.primary")
        page.wait_for_url(re.compile(r"/try/plays/\d+"))
        return self

    def act(self, **values):
        """Fill in the open card and press its first button."""
        self.fill(**values)
        with self.page.expect_navigation():
            self.page.locator(".try-form .bar .btn.primary").last.click()
        return self

    def keep(self, name: str):
        self.page.locator("[data-dialog=keep-walk]").first.click()
        self.page.fill("#walk-name", name)
        self.page.click("#keep-walk .primary")
        self.page.wait_for_url(re.compile(r"/try\?kept="))
        expect(self.page.locator(".try-walks .trouble")).to_have_count(0)
        return self

    def publish(self, note: str):
        """Publish now, or ask for a second look."""
        return self.tab("publish").accept(note)

    def accept(self, note: str):
        """On the tab Publish: answer for what is left and press the button."""
        page = self.page
        if page.locator("[name='reason-for-all']").count():
            page.fill("[name='reason-for-all']", note)
        else:
            for one in page.locator("[name^='reason:']").all():
                one.fill(note)
        if page.locator("[name=ways-accepted]").count():
            page.check("[name=ways-accepted]")
        page.fill("#note", note)
        page.click("#publish-form .btn.primary")
        page.wait_for_selector("#published, #under-way")
        return self
