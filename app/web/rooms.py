"""The rooms that have pages or an API, in the order in which they are put into the application."""

from app import channels
from app.cases import routes as cases
from app.catalog import routes as catalog
from app.inbox import routes as inbox
from app.notifications import routes as notifications
from app.operations import routes as operations
from app.people import routes as people
from app.studio import routes as studio
from app.web import home

BLUEPRINTS = (
    home.blueprint,
    *people.blueprints,
    catalog.blueprint,
    *cases.blueprints,
    inbox.blueprint,
    notifications.blueprint,
    operations.blueprint,
    *studio.blueprints,
    channels.blueprint,
)
