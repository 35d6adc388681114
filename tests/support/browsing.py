"""Chromium by Playwright, started once per process."""

import os

from playwright.sync_api import sync_playwright

from tests.support import servers

ALONE = [
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync",
    "--disable-component-update", "--disable-default-apps", "--disable-domain-reliability",
]


class Browsing:
    """`browser` until `stop`."""

    def __init__(self):
        self.playwright = sync_playwright().start()
        sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
        self.browser = self.playwright.chromium.launch(executable_path=servers.browser(), args=ALONE + sandbox)

    def stop(self):
        self.browser.close()
        self.playwright.stop()
