"""The pages of cases: asking for a service, following a request, files."""

from app.cases.routes.conversation import blueprint as conversation
from app.cases.routes.files import blueprint as files
from app.cases.routes.filters import blueprint as filters
from app.cases.routes.news import blueprint as news
from app.cases.routes.requests import blueprint as requests
from app.cases.routes.services import blueprint as services

blueprints = (services, requests, conversation, news, files, filters)
