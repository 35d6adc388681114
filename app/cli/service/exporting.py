"""`mizban service export`: one service as a zip, or into the folders of a working copy."""

from pathlib import Path

import click
from sqlalchemy import select

from app.base import db, transaction
from app.catalog import Service, ServiceVersion, parcel_of, published, zipped
from app.cli.installation import installation
from app.studio import Draft


@click.command()
@click.argument("slug")
@click.option("--to", "target", type=click.Path(path_type=Path), default=None,
              help="A .zip file, or a folder for catalog/, workflows/ and forms/; SLUG.zip if left out.")
@click.option("--version", "number", type=int, default=None, help="This version and not the live one.")
@click.option("--draft", "drafted", is_flag=True, help="The draft and not the live version.")
def export(slug, target, number, drafted):
    """Write one service as the files of catalog/, workflows/ and forms/.

    The same service always gives the same bytes: what version control shows as changed has changed.

    \b
    mizban service export leave
    mizban service export leave --version 3 --to leave-3.zip
    mizban service export leave --draft --to ../our-services
    """
    with installation(), transaction(write=False):
        files = parcel_of(*(_draft(slug) if drafted else _version(slug, number)))
    target = target or Path(f"{slug}.zip")
    try:
        _write(files, target)
    except OSError as trouble:
        raise click.ClickException(f"{target} cannot be written ({trouble.strerror}).") from trouble
    click.echo(f"{slug}: {len(files)} files in {target}")


def _version(slug, number) -> tuple[dict, dict]:
    found = select(ServiceVersion.id).join(Service, Service.id == ServiceVersion.service_id).where(Service.slug == slug)
    wanted = ServiceVersion.number == number if number else ServiceVersion.id == Service.current_version_id
    id = db.session.scalar(found.where(wanted))
    if id is None:
        which = f"no version {number} of a service" if number else "no published service"
        raise click.ClickException(f"There is {which} “{slug}”.")
    version = published(id)
    return version.spec, version.files


def _draft(slug) -> tuple[dict, dict]:
    draft = Draft.open_of(slug)
    if draft is None:
        raise click.ClickException(f"There is no draft of “{slug}”.")
    return draft.spec, draft.contents()


def _write(files: dict[str, bytes], target: Path):
    if target.suffix == ".zip":
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(zipped(files))
        return
    for path, data in files.items():
        place = target / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
