"""What is done with a service as a whole: published, taken out of the catalogue, offered again, set back."""

from datetime import datetime

from sqlalchemy import func, select

from app.base import Refusal, db
from app.catalog.bundle import hash_of, id_of, pack, unpack
from app.catalog.fault import Broken
from app.catalog.grants import Grant, grants
from app.catalog.inspect import inspect
from app.catalog.service import Service, ServiceVersion
from app.catalog.shape import check_shape
from app.catalog.source import Source
from app.events import Event


class NotOffered(Refusal):
    """This service is not offered at present."""


class StillOffered(Refusal):
    """This service is offered already."""


class LiveAlready(Refusal):
    """Version {number} is the one people get today."""


def publish(slug: str, spec: dict, files: dict[str, bytes], *, by, now: datetime, note: str = "") -> ServiceVersion:
    """Freeze the whole bundle as the next version of the service and offer it to whoever asks from now on.

    `spec` is a ServiceVersion's spec, `files` path -> contents. The service is begun where the slug is new, and
    belongs to the studio from here on: `sync` leaves it alone. Contents equal to an earlier version's become a version
    of their own, with the next number. Raises Broken with the faults of a bundle that cannot work.
    """
    service = db.session.scalar(_locked(Service.slug == slug))
    spec = {**spec, "slug": slug}
    _refuse_broken(slug, spec, files)
    if service is None:
        service = Service(slug=slug)
        db.session.add(service)
        db.session.flush()
    version = freeze(service, spec, files, now=now, by=by, note=note)
    if service.retired_at is not None:
        Event.record("service.offered_again", by=by, now=now, service=slug)
    service.current_version_id, service.retired_at, service.source = version.id, None, None
    Event.record("service.published", by=by, now=now, service=slug, version=version.number)
    db.session.flush()
    return version


def roll_back(service: Service, number: int, *, by, now: datetime, note: str = "") -> ServiceVersion:
    """Publish what version `number` holds once more, as the next version. Raises LiveAlready, Broken."""
    lock(service)
    found = select(ServiceVersion).where(ServiceVersion.service_id == service.id, ServiceVersion.number == number)
    version = db.session.scalars(found).one()
    if version.id == service.current_version_id and service.retired_at is None:
        raise LiveAlready(number=number)
    return publish(service.slug, version.spec, unpack(version.files), by=by, now=now, note=note)


def retire(service: Service, *, by, now: datetime):
    """Nobody can ask for it from now on; what runs finishes on the version it has. Raises NotOffered."""
    lock(service)
    if service.retired_at is not None:
        raise NotOffered
    service.retired_at, service.source = now, None
    Event.record("service.retired", by=by, now=now, service=service.slug)


def offer_again(service: Service, *, by, now: datetime):
    """The version that was live last can be asked for again. Raises StillOffered."""
    lock(service)
    if service.retired_at is None:
        raise StillOffered
    service.retired_at, service.source = None, None
    Event.record("service.offered_again", by=by, now=now, service=service.slug)


def freeze(service: Service, spec: dict, files: dict[str, bytes], *, now: datetime, by=None, note="") -> ServiceVersion:
    """The next version of a locked service. What is equal to an earlier one counts its number among its contents."""
    last = db.session.scalar(select(func.max(ServiceVersion.number)).where(ServiceVersion.service_id == service.id))
    number, hash = (last or 0) + 1, hash_of(spec, files)
    equal = db.session.scalar(select(ServiceVersion.id).where(ServiceVersion.hash == hash))
    if equal is not None:
        hash = hash_of(spec, files, number)
    version = ServiceVersion(id=id_of(hash), service_id=service.id, number=number, hash=hash, spec=spec,
                             files=pack(files), published_at=now, published_by_id=by.id if by is not None else None,
                             note=note, equals_id=equal)
    db.session.add(version)
    db.session.flush()
    return version


def lock(service: Service) -> Service:
    """Hold the service's row, read anew, until the end of the transaction; cases go on being opened meanwhile."""
    return db.session.scalars(_locked(Service.id == service.id)).one()


def _locked(condition):
    return select(Service).where(condition).with_for_update(key_share=True).execution_options(populate_existing=True)


def _refuse_broken(slug, spec, files):
    said = {key: value for key, value in spec.items() if key != "forms"}
    check_shape(Source("", said, {}), slug)
    faults = inspect(slug, spec, files, {**grants(), slug: Grant.read(spec)})
    if any(fault.severity == "error" for fault in faults):
        raise Broken(*faults)
