"""`mizban service publish`: through the same gate as from the studio's page."""

import json
from datetime import datetime
from pathlib import Path

import click
from sqlalchemy import select

from app.base import Refusal, db, read_clock, transaction
from app.catalog import Service
from app.cli.installation import installation
from app.cli.service.importing import imported
from app.cli.service.reading import read_parcel
from app.cli.service.whose import acting_person
from app.studio.drafts import Draft
from app.studio.publishing import Publication, ask, evidence, second_person_needed
from app.studio.publishing.gate import WAY
from app.studio.publishing.publication import FAILED, FINISH, MOVE
from app.studio.rights import DESIGN, PUBLISH, Rights


@click.command()
@click.argument("slug")
@click.option("--from", "source", type=click.Path(exists=True, path_type=Path), default=None,
              help="Bring the service from this zip or folder first, as `mizban service import` does.")
@click.option("--by", required=True, metavar="PERSON", help="Who publishes it.")
@click.option("--note", required=True, help="What changes for people.")
@click.option("--on", "moment", type=click.DateTime(["%Y-%m-%dT%H:%M", "%Y-%m-%d"]), default=None,
              help="From this moment on (UTC), and not at once.")
@click.option("--running", type=click.Choice([FINISH, MOVE]), default=FINISH, show_default=True,
              help="What happens to running requests: they finish as they began, or those that can are moved.")
@click.option("--accept", "reason", default="", metavar="REASON",
              help="Answer for every warning and for ways nobody has walked, with this reason.")
@click.option("--json", "as_json", is_flag=True, help="Print the publication as JSON.")
def publish(slug, source, by, note, moment, running, reason, as_json):
    """Publish the draft of SLUG: errors stop it, warnings need a reason, and a second person looks where one has to.

    Ends with 0 when people get it, or will when it is time or the second person agrees; with 1 when it is refused,
    and then nothing has changed.

    \b
    mizban service publish leave --by leila --note "Two days' notice instead of one"
    mizban service publish leave --from leave.zip --by leila --note "As agreed" --accept "Known since March"
    mizban service publish leave --by leila --note "For the new year" --on 2027-01-01
    """
    with installation() as app, transaction():
        if source:
            told = imported(read_parcel(source), slug, by)
            click.echo(told, err=True)
        zone = read_clock().tzinfo
        asked = _asked(slug, by, note, moment.replace(tzinfo=zone) if moment else None, running, reason)
        report = told_of(asked)
        address = f"{app.extensions['settings'].base_url}/studio/{slug}/publish"
    click.echo(json.dumps(report, ensure_ascii=False, indent=2) if as_json else _sentence(report, address))
    if report["state"] == FAILED:
        raise SystemExit(1)


def _asked(slug, by, note, moment: datetime | None, running, reason) -> Publication:
    now, person = read_clock(), acting_person(by)
    draft = Draft.open_of(slug, lock=True)
    rights = Rights.of(person)
    if draft is None or not (rights.may_with(DESIGN, draft) or rights.may_with(PUBLISH, draft)):
        raise click.ClickException(f"There is no draft of “{slug}” that {person.name('en')} may publish.")
    accepted = _accepted(draft, person, now, reason) if reason.strip() else {}
    try:
        return ask(draft, by=person, now=now, note=note, accepted=accepted, effective_at=moment, running=running)
    except Refusal as refusal:
        raise click.ClickException(str(refusal)) from refusal


def _accepted(draft, person, now, reason) -> dict[str, str]:
    """Everything that somebody must answer for, with one reason."""
    service = db.session.scalar(select(Service).where(Service.slug == draft.slug))
    second = second_person_needed(draft, person)
    seen = evidence(draft.published(), service, by=person, now=now, second=second)
    return {**{one.key: reason for one in seen.to_accept}, **{WAY + way.id: reason for way in seen.ways}}


def told_of(asked: Publication) -> dict:
    """{"service", "version", "state", "effective_at", "review", "reason"} of a publication, plain."""
    return {
        "service": asked.slug, "version": asked.number, "state": asked.state,
        "effective_at": asked.effective_at.isoformat() if asked.effective_at else None,
        "review": asked.review.number if asked.review else None, "reason": asked.reason,
    }


def _sentence(report, address) -> str:
    name = f"{report['service']} version {report['version']}"
    return {
        "published": f"{name} is published.",
        "scheduled": f"{name} will be published on {report['effective_at']}.",
        "waiting_review": f"{name} waits for a second person ({report['review']}): {address}",
    }.get(report["state"], f"{name} was not published: {report['reason']}")
