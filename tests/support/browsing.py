"""Chromium by Playwright, started once per process."""

import os

from playwright.sync_api import expect, sync_playwright

from tests.support import servers

ALONE = [
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync",
    "--disable-component-update", "--disable-default-apps", "--disable-domain-reliability",
]
PATIENCE = 60_000
"""Milliseconds for what a page has to come to; a busy machine is no failure."""


class Browsing:
    """`browser` until `stop`."""

    def __init__(self):
        expect.set_options(timeout=PATIENCE)
        self.playwright = sync_playwright().start()
        sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
        self.browser = self.playwright.chromium.launch(executable_path=servers.browser(), args=ALONE + sandbox)

    def context(self, url: str, **options):
        """A new visitor of the site at this address."""
        context = self.browser.new_context(base_url=url, **options)
        context.set_default_timeout(PATIENCE)
        return context

    def stop(self):
        self.browser.close()
        self.playwright.stop()
