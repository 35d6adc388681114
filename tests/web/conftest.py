"""Everybody reads English here; other tests see to the other languages."""

import pytest


@pytest.fixture
def visit(visit):
    def english(key):
        client = visit(key)
        client.post("/reader", data={"language": "en"})
        return client

    return english
