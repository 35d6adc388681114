"""Tables: made at once, found again, and stepped up when the models have moved on."""

import shutil

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask_migrate import downgrade
from sqlalchemy import inspect, select, text
from sqlalchemy.dialects.postgresql import JSON, JSONB

from app.base import db
from app.base.schema import prepare_schema
from app.catalog import ServiceVersion

STEP = '''
import sqlalchemy as sa
from alembic import op

revision = "luggage"
down_revision = "{head}"


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
    (migrations / "versions" / "luggage.py").write_text(STEP.format(head=newest(migrations)))
    with desk.take("tables").app_context():
        assert prepare_schema(migrations) == "up to date"
        assert inspect(db.engine).has_table("luggage")
        assert prepare_schema(migrations) == "up to date"
        with db.engine.connect() as connection:
            assert connection.scalar(text("select version_num from alembic_version")) == "luggage"


def newest(migrations) -> str:
    """The last step there is."""
    return ScriptDirectory(str(migrations)).get_current_head()


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
@pytest.mark.servers("postgresql")
def test_a_database_of_the_first_tables_is_stepped_up_with_what_lies_in_it(desk):
    with desk.take("services").app_context():
        before = db.session.scalars(select(ServiceVersion.spec).order_by(ServiceVersion.id)).all()
        db.session.remove()
        downgrade(directory=str(desk.settings.migrations), revision="base")
        assert {type(one["type"]) for one in columns("draft", "spec", "files")} == {JSONB}
        assert prepare_schema(desk.settings.migrations) == "up to date"
        assert {type(one["type"]) for one in columns("draft", "spec", "files")} == {JSON}
        assert db.session.scalars(select(ServiceVersion.spec).order_by(ServiceVersion.id)).all() == before
        with db.engine.connect() as connection:
            assert compare_metadata(MigrationContext.configure(connection), db.metadata) == []


def test_a_publication_from_before_keeps_its_place_and_says_nothing_of_the_way(desk):
    with desk.take("tables").app_context():
        downgrade(directory=str(desk.settings.migrations), revision="0001")
        assert columns("publication", "moving") == []
        assert prepare_schema(desk.settings.migrations) == "up to date"
        assert [one["nullable"] for one in columns("publication", "moving")] == [True]
        with db.engine.connect() as connection:
            assert compare_metadata(MigrationContext.configure(connection), db.metadata) == []


def columns(table, *names) -> list[dict]:
    return [one for one in inspect(db.engine).get_columns(table) if one["name"] in names]


def test_the_database_that_is_made_is_the_one_that_the_models_describe(desk):
    with desk.take("tables").app_context(), db.engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), db.metadata)
    assert found == []
