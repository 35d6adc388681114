"""What people wrote keeps the order of its keys on PostgreSQL too, so that an export is the text that was brought.

Only the type changes here. Services that were kept before stay in the order PostgreSQL had put them into; the next
draft or `mizban setup` that differs writes the order anew.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

WRITTEN = {"service_version": ["spec"], "draft": ["spec", "files"], "revision": ["spec", "files"],
           "publication": ["spec", "files"], "play": ["spec", "files"]}


def upgrade():
    _alter(sa.JSON(), "json")


def downgrade():
    _alter(JSONB(), "jsonb")


def _alter(kind, name: str):
    if op.get_bind().dialect.name == "postgresql":
        for table, columns in WRITTEN.items():
            for column in columns:
                op.alter_column(table, column, type_=kind, existing_nullable=False,
                                postgresql_using=f"{column}::{name}")
