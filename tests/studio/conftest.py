"""The studio with the catalogue of the repository, drafts of its services, and people who design them."""

import pytest

from app.base import db, transaction
from app.catalog import Service
from app.people import Person
from app.studio.drafts import Draft, open_for_service


@pytest.fixture
def studio(desk, clock):
    """Inside the application with the repository's services."""
    app = desk.take("services")
    with app.app_context():
        yield app


@pytest.fixture
def leave(studio, clock):
    """The draft of the leave service, begun by Leila, the head of HR; its slug."""
    with transaction():
        service = Service.query.filter_by(slug="leave").one()
        open_for_service(service, by=Person.by_key("leila"), now=clock.now)
    return "leave"


@pytest.fixture
def draft(leave):
    """`draft()`: the open draft of leave as it is in the database now; None when there is none."""
    def read():
        db.session.remove()
        return Draft.open_of(leave)

    return read
