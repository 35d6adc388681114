"""Versions to try: the repository's services as they lie in the folders."""

from functools import cache
from pathlib import Path

import pytest

from app.catalog import draft
from app.catalog.folder import Folder
from app.catalog.published import Published

ROOT = Path(__file__).parents[3]
SLUGS = sorted(Folder(ROOT).services())
shipped = cache(lambda slug: draft(ROOT, slug))


@pytest.fixture
def service():
    """`service("leave")`: a shipped service, with changed keys of its spec where given."""

    def read(slug, **spec):
        version = shipped(slug)
        return Published(0, 0, {**version.spec, **spec}, version.files) if spec else version

    return read
