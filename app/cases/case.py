"""The case: one thing asked for, from opening to closing."""

import logging
from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, LargeBinary, String, Text, bindparam, column, select, table
from sqlalchemy.orm import Mapped, deferred, mapped_column, relationship

from app.base import Model, Plain, Refusal, Texts, fold, pick
from app.base.failpoint import failpoint
from app.base.reading import columns, thing, things
from app.catalog import Offer, offers, published
from app.engine import Run

log = logging.getLogger(__name__)
ENDED = ("fulfilled", "closed", "refused", "expired", "withdrawn")


class RunUnreadable(Refusal):
    """What was kept of this request cannot be read any more. The owner of the service has to look at it."""

    status = 500


class Case(Model):
    """`run` holds the engine's state, `open` what of it is open as rows ({"steps": {step id: entry}, ...}), `marks` how
    often elements and flows were passed. `revision` makes a worker that lost its lock lose its commit, too."""

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(24), unique=True)
    service_id: Mapped[int] = mapped_column(ForeignKey("service.id"), index=True)
    version_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("service_version.id"))
    titles: Mapped[dict] = mapped_column(Texts, default=dict)
    folded: Mapped[str] = mapped_column(Text, default="")
    state: Mapped[str] = mapped_column(String(24), default="submitted")
    waiting_for: Mapped[dict] = mapped_column(Plain, default=dict)
    """Who has it now, for lists: {"names": [texts by language], "element": id, "since": iso}; empty when nobody has."""
    requester_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    beneficiary_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    parent_call_id: Mapped[int | None] = mapped_column(ForeignKey("call.id", use_alter=True))
    answers: Mapped[dict] = mapped_column(Plain, default=dict)
    facts: Mapped[dict] = mapped_column(Plain, default=dict)
    """What assignments may always read: keys of requester, beneficiary, site, department, cost_centre; the number."""
    opened_at: Mapped[datetime]
    due_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    once: Mapped[str | None] = mapped_column(String(64), unique=True)
    """Token of the form that opened it: sending the same form again finds the same case."""
    open: Mapped[dict] = mapped_column(Plain, default=dict)
    marks: Mapped[dict] = mapped_column(Plain, default=dict)
    earlier: Mapped[list | None] = mapped_column(Plain)
    """The versions it was moved from, oldest first: [version id, iso moment until which it ran on it]."""
    run: Mapped[bytes | None] = deferred(mapped_column(LargeBinary))
    revision: Mapped[int] = mapped_column(default=0)

    service = relationship("Service")
    requester = relationship("Person", foreign_keys=[requester_id])
    beneficiary = relationship("Person", foreign_keys=[beneficiary_id])
    __mapper_args__ = {"version_id_col": revision}

    @property
    def ended(self) -> bool:
        return self.state in ENDED

    @property
    def published(self):
        """The version this case keeps: diagram, forms and texts, from the process's cache."""
        return published(self.version_id)

    def version_at(self, moment: datetime):
        """The version it ran on then: the one it has, unless it was moved since."""
        ids = (id for id, end in self.earlier or () if moment < datetime.fromisoformat(end))
        return published(next(ids, self.version_id))

    def version_of(self, element: str, moment: datetime):
        """The version that knows an element of something that happened then, so that history keeps its names."""
        version = self.version_at(moment)
        if not self.earlier or version.element_names(element):
            return version
        others = (published(id) for id, _ in reversed(self.earlier))
        return next((one for one in others if one.element_names(element)), version)

    @property
    def offer(self) -> Offer:
        """What the catalogue says of that version; works without its diagram."""
        return offers([self.version_id])[self.version_id]

    def load_run(self) -> Run:
        """The run as it was written down last; asked twice in one transaction it is the same."""
        failpoint("load")
        loaded, run = self.__dict__.get("_loaded", (None, None))
        if run is None or loaded is not self.run:
            run = self._read_run()
            self.__dict__["_loaded"] = (self.run, run)
        return run

    def _read_run(self) -> Run:
        diagram = self.published.diagram
        try:
            return Run.load(diagram, self.run)
        except Exception as trouble:  # noqa: BLE001 spoiled bytes may raise anything; they concern this case only
            log.exception("The run of %s cannot be read", self.number)
            raise RunUnreadable from trouble

    @property
    def title(self) -> str:
        """The title in English, for programs; pages show it in the reader's language."""
        return self.title_in("en")

    def title_in(self, language: str) -> str:
        return pick(self.titles, language, self.number)

    def retitle(self, titles: dict[str, str]):
        self.titles = {language: " ".join(title.split())[:300] for language, title in titles.items()}
        self.folded = fold(" ".join(dict.fromkeys([self.number, *self.titles.values()])))

    @classmethod
    def locked(cls, id: int) -> "Case":
        """The case row, locked and read anew with its run: whoever changes a case goes through here."""
        return things(_LOCKED, {"id": id}, cls)[0][0]

    @classmethod
    def locked_of_task(cls, task_id: int) -> "Case | None":
        """The same for the case of a task."""
        return thing(_LOCKED_OF_TASK, {"task": task_id}, cls)


_TASK = table("task", column("id"), column("case_id"))
_CASE = Case.__table__
_FOR_UPDATE = select(*columns(Case)).with_for_update(of=_CASE)
_LOCKED = _FOR_UPDATE.where(_CASE.c.id == bindparam("id"))
_LOCKED_OF_TASK = _FOR_UPDATE.where(
    _CASE.c.id == select(_TASK.c.case_id).where(_TASK.c.id == bindparam("task")).scalar_subquery()
)


Index("ix_case_requester", Case.requester_id, Case.closed_at, Case.id)
Index("ix_case_beneficiary", Case.beneficiary_id, Case.id)
