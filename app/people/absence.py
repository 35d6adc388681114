"""Absences: who is away, until when, and who stands in. Resolved when read, never copied into tasks."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ForeignKey, bindparam, literal, select, union_all
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from app.base import Model, Moment, db
from app.base.writing import carry_out
from app.people.group import Membership


class Absence(Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    stand_in_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    begins: Mapped[datetime]
    ends: Mapped[datetime]
    person = relationship("Person", foreign_keys=[person_id])
    stand_in = relationship("Person", foreign_keys=[stand_in_id])

    @classmethod
    def running(cls, now: datetime):
        return (cls.begins <= now) & (cls.ends > now)

    @classmethod
    def arrange(cls, person, first: date, last: date, stand_in=None) -> "Absence":
        """`person` is away from the morning of `first` to the end of `last`, in their own time zone."""
        zone = ZoneInfo(person.time_zone)
        absence = cls(person=person, stand_in=stand_in, begins=datetime.combine(first, time(), zone),
                      ends=datetime.combine(last + timedelta(days=1), time(), zone))
        db.session.add(absence)
        return absence

    @classmethod
    def ahead(cls, person, now: datetime) -> list["Absence"]:
        """The running and coming absences of `person`, with their stand-ins."""
        coming = select(cls).where(cls.person_id == person.id, cls.ends > now).order_by(cls.begins)
        return list(db.session.scalars(coming.options(joinedload(cls.stand_in))))

    @property
    def last_moment(self) -> datetime:
        """Within the last day away: what a page shows as its end."""
        return self.ends - timedelta(seconds=1)


def covered_by(person, now: datetime) -> list[int]:
    """Ids of the absent people for whom `person` stands in."""
    mine = select(Absence.person_id).where(Absence.stand_in_id == person.id, Absence.running(now))
    return list(db.session.scalars(mine))


def absent_ids(now: datetime) -> dict[int, int | None]:
    """Everybody who is away: person id -> stand-in id."""
    rows = db.session.execute(select(Absence.person_id, Absence.stand_in_id).where(Absence.running(now)))
    return {row.person_id: row.stand_in_id for row in rows}


def reach_of(person, now: datetime) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Ids of the absent people `person` stands in for, and of their groups; one statement, for every page asks it."""
    rows = carry_out(_REACH, {"person": person.id, "now": now}).all()
    return tuple(id for covers, id in rows if covers), tuple(id for covers, id in rows if not covers)


_REACH = union_all(
    select(literal(True).label("covers"), Absence.person_id.label("id")).where(
        Absence.stand_in_id == bindparam("person"), Absence.running(bindparam("now", type_=Moment))),
    select(literal(False), Membership.group_id).where(Membership.person_id == bindparam("person")),
)
