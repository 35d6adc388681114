"""How Alembic finds our tables; `mizban setup` runs it."""

from alembic import context

from app.base import db


def run():
    with db.engine.begin() as connection:
        # SQLite cannot alter columns: Alembic copies the table instead.
        sqlite = connection.dialect.name == "sqlite"
        context.configure(connection=connection, target_metadata=db.metadata, render_as_batch=sqlite, compare_type=True)
        with context.begin_transaction():
            context.run_migrations()


run()
