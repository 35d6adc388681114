"""`mizban service import`: services from files into drafts, where people go on with them."""

from pathlib import Path

import click
from sqlalchemy import select

from app.base import db, read_clock, transaction
from app.catalog import Broken, Service, gathered, offers
from app.catalog.folder import Parcel
from app.cli.installation import installation
from app.cli.service.reading import read_parcel
from app.cli.service.whose import acting_person, refuse_unless_may
from app.studio import Draft
from app.studio.checking import counts, findings
from app.studio.drafts import begin, open_for_service, save
from app.studio.rights import DESIGN


@click.command("import")
@click.argument("source", type=click.Path(exists=True, path_type=Path))
@click.argument("slugs", nargs=-1)
@click.option("--by", required=True, metavar="PERSON", help="Who brings it: designs for the service's department.")
def import_services(source, slugs, by):
    """Bring the services of SOURCE, a zip or a folder, into the studio as drafts.

    A service that is here already, live or as a draft, gets the files as the next revision of its draft: nothing that
    somebody designed is lost, and nothing is published.

    \b
    mizban service import leave.zip --by leila
    mizban service import ../our-services leave new-employee --by leila
    """
    files = read_parcel(source)
    slugs = slugs or sorted(Parcel(files).services())
    if not slugs:
        raise click.ClickException(f"{source} holds no service: there is no catalog/DEPARTMENT/SERVICE.yaml.")
    with installation():
        for slug in slugs:
            with transaction():
                click.echo(imported(files, slug, by))


def imported(files: dict[str, bytes], slug: str, by: str) -> str:
    """Bring one service inside the caller's transaction; a line about what became of it."""
    now = read_clock()
    person = acting_person(by)
    try:
        _, spec, own = gathered(files, slug, whole=False)
    except Broken as broken:
        raise click.ClickException("\n".join(str(fault) for fault in broken.faults)) from broken
    draft = bring_parcel(slug, spec, own, by=person, now=now)
    told = counts(findings(draft.spec, draft.contents(), now=now))
    found = ", ".join(f"{number} {severity}" for severity, number in told.items() if number) or "nothing to mend"
    return f"{slug}: draft {draft.number}, revision {draft.revision} ({found})"


def bring_parcel(slug: str, spec: dict, files: dict[str, bytes], *, by, now) -> Draft:
    """The draft of this slug with exactly these contents. ClickException where the person may not."""
    service = db.session.scalar(select(Service).where(Service.slug == slug))
    draft = Draft.open_of(slug, lock=True)
    live = offers([service.current_version_id]).get(service.current_version_id) if service else None
    known = live or (draft.offer if draft else None)
    if known is not None:
        refuse_unless_may(by, DESIGN, known.department, known.owner)
    refuse_unless_may(by, DESIGN, spec.get("department", ""), known.owner if known else "")
    if draft is None and service is None:
        return begin(slug, spec, files, by=by, now=now, detail={"brought": sorted(files)})
    draft = draft or open_for_service(service, by=by, now=now)
    gone = {path: None for path in draft.files if path not in files}
    dropped = {key: None for key in draft.spec if key not in spec}
    return save(draft, by=by, now=now, seen=draft.revision, what="brought", files={**files, **gone},
                spec={**spec, **dropped}, detail={"brought": sorted(files)})
