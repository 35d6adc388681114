"""Folders into versions: what is new or changed is published, what vanished is retired, what is broken is told."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from app.base import db
from app.catalog.bundle import hash_of, id_of
from app.catalog.departments import sync_departments
from app.catalog.fault import Broken, Fault
from app.catalog.folder import Folder, gather
from app.catalog.grants import Grant, grants
from app.catalog.inspect import inspect
from app.catalog.publishing import freeze
from app.catalog.service import Service, ServiceVersion
from app.catalog.shape import check_shape
from app.events import Event


@dataclass
class SyncReport:
    """Slugs by what became of them; `faults` of all, `stopped` the services that have an error.

    `kept` are those that were published in the studio: their files were not looked at.
    """

    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    retired: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    stopped: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    @property
    def clean(self) -> bool:
        return not any(fault.severity == "error" for fault in self.faults)


def sync(root: Path, now: datetime, over_studio: bool = False) -> SyncReport:
    """Bring the services in line with the folders below `root`, inside the caller's transaction.

    Doing it twice changes nothing. A broken file stops only its own service, which stays as it was. A service that was
    published in the studio is left alone, unless `over_studio` gives it back to its file.
    """
    folder, report = Folder(root), SyncReport()
    report.faults += [*sync_departments(folder), *folder.fragment_faults]
    paths = folder.services()
    # Locked, so that what the studio publishes meanwhile is not overwritten; requests begin all the same.
    rows = db.session.scalars(select(Service).order_by(Service.id).with_for_update(key_share=True))
    known = {service.slug: service for service in rows}
    kept = set() if over_studio else {slug for slug in paths if slug in known and known[slug].source is None}
    callable = {**grants(), **{slug: _grant(folder, slug, path) for slug, path in paths.items() if slug not in kept}}
    for slug, path in paths.items():
        if slug in kept:
            report.kept.append(slug)
            continue
        try:
            outcome = _one(folder, slug, path, known.get(slug), callable, report, now)
        except Broken as broken:
            report.faults += broken.faults
            outcome = "stopped"
        getattr(report, outcome).append(slug)
    report.retired += _retire(known, paths, now)
    db.session.flush()
    return report


def _grant(folder, slug, path) -> Grant:
    """What the file says of who may call its service; a broken file stops only its own service."""
    try:
        return Grant.read(folder.source(path, slug).data)
    except Broken:
        return Grant()


def _one(folder, slug, path, service, callable, report, now) -> str:
    source = folder.source(path, slug)
    report.faults += check_shape(source, slug)
    spec, files = gather(folder, source, slug)
    hash = hash_of(spec, files)
    version = db.session.get(ServiceVersion, id_of(hash))
    if version is None:
        faults = inspect(slug, spec, files, callable)
        if any(fault.severity == "error" for fault in faults):
            raise Broken(*faults)
        report.faults += faults
        service = service or _begin(slug, path)
        version = freeze(service, spec, files, now=now)
    return _offer(service or version.service, version, path, now)


def _begin(slug, path) -> Service:
    service = Service(slug=slug, source=path)
    db.session.add(service)
    db.session.flush()
    return service


def _offer(service, version, path, now) -> str:
    service.source = path
    if service.current_version_id == version.id and service.retired_at is None:
        return "unchanged"
    outcome = "changed" if service.current_version_id else "new"
    service.current_version_id, service.retired_at = version.id, None
    Event.record("service.published", now=now, service=service.slug, version=version.number)
    return outcome


def _retire(known, paths, now) -> list[str]:
    """Those whose file vanished; running cases finish on the version they have."""
    gone = [one for one in known.values() if one.source and one.slug not in paths and one.retired_at is None]
    for service in gone:
        service.retired_at = now
        Event.record("service.retired", now=now, service=service.slug)
    return [service.slug for service in gone]
