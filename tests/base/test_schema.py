"""Tables: made at once, found again, and stepped up when the models have moved on."""

import shutil

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from app.base import db
from app.base.schema import prepare_schema

STEP = '''
import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade():
    op.create_table("luggage", sa.Column("id", sa.Integer, primary_key=True))


def downgrade():
    op.drop_table("luggage")
'''


def test_a_database_is_new_once(desk):
    with desk.take("tables").app_context():
        assert prepare_schema(desk.settings.migrations) == "up to date"


def test_a_step_added_later_reaches_databases_made_before(desk, tmp_path):
    migrations = tmp_path / "migrations"
    shutil.copytree(desk.settings.migrations, migrations)
    (migrations / "versions" / "0001_luggage.py").write_text(STEP)
    with desk.take("tables").app_context():
        assert prepare_schema(migrations) == "up to date"
        assert inspect(db.engine).has_table("luggage")
        assert prepare_schema(migrations) == "up to date"
        with db.engine.connect() as connection:
            assert connection.scalar(text("select version_num from alembic_version")) == "0001"


def test_the_database_that_is_made_is_the_one_that_the_models_describe(desk):
    with desk.take("tables").app_context(), db.engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), db.metadata)
    assert found == []
