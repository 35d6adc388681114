"""The play: a service under way that nobody else sees, with every state it was in, so that one can step back."""

import zlib
from datetime import datetime, timedelta

from sqlalchemy import BigInteger, ForeignKey, LargeBinary, String, delete, select
from sqlalchemy.orm import Mapped, deferred, mapped_column, relationship

from app.base import Model, Plain, Written, db
from app.catalog import Published, published
from app.people import Person
from app.studio.trying.sandbox import Sandbox
from app.studio.trying.version import course_of, version_of

KEPT = timedelta(days=14)
"""How long a play lies untouched before it is tidied away."""


class Play(Model):
    """One person's play of a draft (`spec` and `files` as the draft had them) or of a live version (`version_id`).

    `starts_at` is the virtual moment at which it begins, `answers` what was sent at the start, None before that;
    `typed` what was typed and not sent yet, by card. `toward` is the element or flow that the play shall reach.
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(60), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    requester_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    beneficiary_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    version_id: Mapped[int | None] = mapped_column(BigInteger)
    spec: Mapped[dict] = mapped_column(Written)
    files: Mapped[dict] = mapped_column(Written)
    course: Mapped[str] = mapped_column(String(64))
    """What the drawing and forms were like (`course_of`): tells whether they have changed since."""
    starts_at: Mapped[datetime]
    answers: Mapped[dict | None] = mapped_column(Plain)
    typed: Mapped[dict] = mapped_column(Plain, default=dict)
    toward: Mapped[str | None] = mapped_column(String(200))
    touched_at: Mapped[datetime]

    requester = relationship("Person", foreign_keys=[requester_id])
    beneficiary = relationship("Person", foreign_keys=[beneficiary_id])
    acts = relationship("PlayAct", order_by="PlayAct.number", cascade="all, delete-orphan", passive_deletes=True)

    @property
    def published(self) -> Published:
        """The version that is played; raises DraftUnreadable, VersionUnusable."""
        return published(self.version_id) if self.version_id else version_of(self.spec, self.files)

    @property
    def last(self) -> "PlayAct | None":
        return self.acts[-1] if self.acts else None

    @property
    def now(self) -> datetime:
        """The virtual clock."""
        return self.last.moment if self.acts else self.starts_at

    def sandbox(self) -> Sandbox | None:
        """The request as it stands after the last act; None before the start."""
        if not self.acts:
            return None
        box = Sandbox(self.published, self.requester, self.beneficiary, self.now, self.answers or {})
        return box.resume(zlib.decompress(self.last.run), self.last.marks, self.last.dues)

    def start(self, answers: dict, *, now: datetime, expected: str | None = None) -> Sandbox:
        """Send the first form, in the play."""
        box = Sandbox(self.published, self.requester, self.beneficiary, self.starts_at, answers).begin(expected)
        self.answers = answers
        self._keep({"start": True, "by": self.requester.key}, box, now)
        return box

    def act(self, act: dict, *, now: datetime, expected: str | None = None) -> Sandbox:
        """Do one act; nothing is kept of it where it is refused."""
        box = self.sandbox()
        self._keep(box.act(act, expected), box, now)
        return box

    def step_back(self, *, now: datetime):
        """The last act has not happened; before the first one stands the form that begins it, as it was filled."""
        if not self.acts:
            return
        if len(self.acts) == 1:
            self.typed = {**self.typed, "start": self.answers or {}}
            self.answers = None
        self.acts.pop()
        self.touched_at = now

    def type(self, card: str, raw: dict | None, *, now: datetime):
        """Keep what is typed into a card, or forget it (None)."""
        rest = {key: value for key, value in self.typed.items() if key != card}
        self.typed = rest if raw is None else {**rest, card: raw}
        self.touched_at = now

    def has_moved_on(self, source) -> bool:
        """Whether the draft (or live version) is not what this play began with, in anything that matters to it."""
        return self.course != course_of(source)

    def _keep(self, act: dict, box: Sandbox, now: datetime):
        run = zlib.compress(box.run.dump(), 1)
        number = self.last.number + 1 if self.acts else 1
        self.acts.append(PlayAct(number=number, act=act, moment=box.now, run=run, marks=box.marks, dues=box.dues,
                                 passed=box.passed, told=box.told, finished=box.run.finished))
        self.typed, self.touched_at = {}, now

    @classmethod
    def of(cls, person, slug: str) -> list["Play"]:
        """The plays of this person with this service, the last one first."""
        mine = select(cls).where(cls.person_id == person.id, cls.slug == slug)
        return list(db.session.scalars(mine.order_by(cls.touched_at.desc(), cls.id.desc())))


class PlayAct(Model):
    """One act and the state after it: the packed run, marks, due moments, what completed, what would be told."""

    id: Mapped[int] = mapped_column(primary_key=True)
    play_id: Mapped[int] = mapped_column(ForeignKey("play.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    act: Mapped[dict] = mapped_column(Plain)
    moment: Mapped[datetime]
    run: Mapped[bytes] = deferred(mapped_column(LargeBinary))
    marks: Mapped[dict] = mapped_column(Plain)
    dues: Mapped[dict] = mapped_column(Plain)
    passed: Mapped[list] = mapped_column(Plain)
    told: Mapped[list] = mapped_column(Plain)
    finished: Mapped[bool] = mapped_column(default=False)


def begin(source, *, person, requester: Person, beneficiary: Person, now: datetime, toward: str | None = None) -> Play:
    """A play of `source`, a Draft or a live Published."""
    live = isinstance(source, Published)
    play = Play(
        slug=source.slug, person_id=person.id, requester=requester, beneficiary=beneficiary,
        requester_id=requester.id, beneficiary_id=beneficiary.id, version_id=source.id if live else None,
        spec={} if live else source.spec, files={} if live else source.files, course=course_of(source),
        starts_at=now, typed={}, toward=toward, touched_at=now,
    )
    db.session.add(play)
    db.session.flush()
    return play


def forget_plays(now: datetime) -> int:
    """Remove plays that nobody has touched for long; how many."""
    old = list(db.session.scalars(select(Play.id).where(Play.touched_at < now - KEPT)))
    db.session.execute(delete(PlayAct).where(PlayAct.play_id.in_(old)))
    return db.session.execute(delete(Play).where(Play.id.in_(old))).rowcount if old else 0
