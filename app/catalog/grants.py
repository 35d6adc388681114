"""Who lets whom call: a service is called from another department only with its own department's leave."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from app.base import db
from app.catalog.offer import Offer
from app.catalog.published import offers
from app.catalog.service import Service

EVERYONE = "everyone"


@dataclass(frozen=True)
class Grant:
    """What a service says about being called: its department, and `by`, the other departments (or EVERYONE).

    Without a department nothing is known of the service, and nothing is refused in its name.
    """

    department: str = ""
    by: frozenset[str] = frozenset()

    @classmethod
    def read(cls, spec: Mapping) -> "Grant":
        """From a service's yaml or spec; a `callable_by` that cannot be read grants nothing."""
        said = spec.get("callable_by") or ()
        said = [said] if isinstance(said, str) else said
        said = said if isinstance(said, list) else ()
        return cls(str(spec.get("department") or ""), frozenset(map(str, said)))

    def allows(self, department: str) -> bool:
        """Whether services of `department` may call this one."""
        return not self.department or department == self.department or bool(self.by & {department, EVERYONE})


def grants() -> dict[str, Grant]:
    """slug -> Grant of every service that is offered today."""
    return {slug: Grant.read(offer.spec) for slug, offer in _offered().items()}


def may_call(department: str) -> dict[str, Offer]:
    """slug -> what the catalogue says of every service offered today that services of `department` may call."""
    return {slug: offer for slug, offer in _offered().items() if Grant.read(offer.spec).allows(department)}


def _offered() -> dict[str, Offer]:
    rows = db.session.execute(select(Service.slug, Service.current_version_id).where(
        Service.retired_at.is_(None), Service.current_version_id.is_not(None))).all()
    offered = offers([version for _, version in rows])
    return {slug: offered[version] for slug, version in rows}
