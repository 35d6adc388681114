"""`mizban service list`: what is live, and what is being designed."""

import click
from sqlalchemy import select

from app.base import db, transaction
from app.catalog import Service, offers
from app.cli.installation import installation
from app.studio import Draft


@click.command("list")
def list_services():
    """Every service with its department, live version and draft.

    \b
    mizban service list
    """
    with installation(), transaction(write=False):
        services = {one.slug: one for one in db.session.scalars(select(Service))}
        drafts = {one.slug: one for one in db.session.scalars(select(Draft).where(Draft.closed_at.is_(None)))}
        offered = offers([one.current_version_id for one in services.values() if one.current_version_id])
        for slug in sorted({*services, *drafts}):
            click.echo(_line(slug, services.get(slug), drafts.get(slug), offered))


def _line(slug, service, draft, offered) -> str:
    offer = offered.get(service.current_version_id) if service else None
    department = offer.department if offer else draft.department if draft else ""
    live = f"version {offer.number}" if offer else "not published"
    retired = ", retired" if service and service.retired_at else ""
    drafted = f", draft {draft.number}" if draft else ""
    return f"{slug:<30} {department:<14} {live}{retired}{drafted}"
