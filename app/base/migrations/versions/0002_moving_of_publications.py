"""A publication keeps what was said about the way of the running requests until its day.

What was asked for before says nothing: those requests move as far as they can by themselves, as they would have.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("publication", sa.Column("moving", sa.JSON().with_variant(JSONB(), "postgresql"), nullable=True))


def downgrade():
    op.drop_column("publication", "moving")
