"""`python tools/migration.py "what changes"`: writes the step from the database of DATABASE_URL to today's models."""

import os
import sys

from flask_migrate import revision

from app.settings import Settings
from app.web import create_app

settings = Settings.from_environment(os.environ, demo=True)
with create_app(settings).app_context():
    revision(directory=str(settings.migrations), message=sys.argv[1], autogenerate=True)
