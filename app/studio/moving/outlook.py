"""What would become of the running requests of a service: the plan, and the questions it leaves to people."""

from datetime import datetime
from functools import cached_property

from sqlalchemy import select

from app.base import db
from app.cases.moving import InUse, Plan, plan, versions_of
from app.catalog import Published, Service, ServiceVersion, published
from app.studio.moving.asked import Asked
from app.studio.moving.called import called
from app.studio.moving.choice import Choice, choices


class Outlook:
    """A service at one moment, and what is asked for; a version that is not there stands for the live one.

    `draft` is what is to be published and becomes the version to move to.
    """

    def __init__(self, service: Service, asked: Asked, now: datetime, draft: Published | None = None):
        self.service, self.now, self.draft = service, now, draft
        version = ServiceVersion
        rows = db.session.execute(select(version.number, version.id).where(version.service_id == service.id))
        self.ids: dict[int, int] = dict(rows.all())
        self.to = draft.id if draft else self.ids.get(asked.to, service.current_version_id)
        self.asked = asked.towards(self.target)

    @cached_property
    def target(self) -> Published:
        """The version to move to. Its drawing may be unusable."""
        return self.draft or published(self.to)

    @cached_property
    def sources(self) -> list[InUse]:
        """The other versions with open requests, the newest first."""
        return [one for one in versions_of(self.service) if one.id != self.to]

    @property
    def running(self) -> int:
        """How many requests run on the versions they would be moved from."""
        return sum(one.cases for one in self.sources if self.takes(one))

    def takes(self, version: InUse) -> bool:
        return self.asked.sources is None or version.number in self.asked.sources

    @property
    def options(self) -> dict:
        """For `plan` and `begin`: what is asked for, in their words."""
        versions = [one.id for one in self.sources if self.takes(one)]
        return {"versions": versions, "mapping": self.asked.mapping, "recompute": self.asked.recompute,
                "accepted": self.asked.accepted}

    @cached_property
    def plan(self) -> Plan:
        """With everything that was said."""
        return plan(self.service, self.draft or self.to, now=self.now, **self.options)

    @cached_property
    def choices(self) -> list[Choice]:
        """What can be said, and what was said; the plan without a word shows what was there to be said."""
        if not self.asked.decided:
            return choices(self.asked, self.plan)
        bare = plan(self.service, self.draft or self.to, now=self.now, versions=self.options["versions"])
        return choices(self.asked, bare, self.plan)

    def new_name(self, language: str):
        """`new_name(id)` of an element or a process of the version to move to."""
        target = self.target
        return lambda id: target.diagram.processes.get(id) or target.element_name(id, language)

    def name(self, version_id: int, language: str):
        """`name(id)` of an element as the old version says it, else the new one."""
        old = published(version_id)
        return called(old, self.target, language)
