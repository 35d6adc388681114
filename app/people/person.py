"""The person: anyone, inside or outside the organisation."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import ForeignKey, String, Text, case, literal, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.base import Model, Texts, db, fold, pick

_hasher = PasswordHasher()
# Verified when the name is unknown, so that answering takes as long as for a known one.
_NOBODY = _hasher.hash("nobody has this password")


class Person(Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(60), unique=True)
    names: Mapped[dict] = mapped_column(Texts, default=dict)
    titles: Mapped[dict] = mapped_column(Texts, default=dict)
    email: Mapped[str | None] = mapped_column(String(254), unique=True)
    phone: Mapped[str | None] = mapped_column(String(40))
    password_hash: Mapped[str | None] = mapped_column(String(200))
    department_id: Mapped[int | None] = mapped_column(ForeignKey("department.id"), index=True)
    site_id: Mapped[int | None] = mapped_column(ForeignKey("site.id"))
    cost_centre_id: Mapped[int | None] = mapped_column(ForeignKey("cost_centre.id"))
    manager_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    language: Mapped[str] = mapped_column(String(5), default="en")
    calendar: Mapped[str] = mapped_column(String(12), default="gregorian")
    zone: Mapped[str | None] = mapped_column(String(60))
    theme: Mapped[str] = mapped_column(String(8), default="auto")
    active: Mapped[bool] = mapped_column(default=True)
    external: Mapped[bool] = mapped_column(default=False)
    vip: Mapped[bool] = mapped_column(default=False)
    session_epoch: Mapped[int] = mapped_column(default=0)
    """Counted up to sign a person out everywhere."""
    folded: Mapped[str] = mapped_column(Text, default="")

    department = relationship("Department", foreign_keys=[department_id])
    site = relationship("Site")
    cost_centre = relationship("CostCentre", foreign_keys=[cost_centre_id])
    manager = relationship("Person", remote_side=[id], foreign_keys=[manager_id])

    def name(self, language: str) -> str:
        return pick(self.names, language, self.key)

    def title(self, language: str) -> str:
        return pick(self.titles, language)

    @property
    def time_zone(self) -> str:
        return self.zone or (self.site.zone if self.site else "UTC")

    def set_password(self, password: str):
        self.password_hash = _hasher.hash(password)
        self.session_epoch = (self.session_epoch or 0) + 1

    def refold(self):
        """Renew the search form of names, key and mail address."""
        self.folded = fold(" ".join([*self.names.values(), self.key, self.email or ""]))

    @classmethod
    def by_key(cls, key: str) -> "Person | None":
        return db.session.scalar(select(cls).where(cls.key == key))

    @classmethod
    def by_sign_in(cls, name: str, password: str) -> "Person | None":
        """The active person of this key or mail address whose password this is."""
        name = name.strip().lower()
        person = db.session.scalar(select(cls).where((cls.key == name) | (cls.email == name)))
        try:
            _hasher.verify(person.password_hash if person and person.password_hash else _NOBODY, password)
        except (VerificationError, InvalidHashError):
            return None
        return person if person and person.active and person.password_hash else None

    @classmethod
    def search(cls, words: str, limit: int = 8) -> list["Person"]:
        """Active people whose names hold every word; those first whose name is the first word, or begins with it."""
        found = select(cls).where(cls.active)
        for word in fold(words).split():
            found = found.where(cls.folded.contains(word, autoescape=True))
        return list(db.session.scalars(found.order_by(*cls.nearest(words)).limit(limit)))

    @classmethod
    def nearest(cls, words: str) -> tuple:
        """What a search for these words is ordered by: who is called so, whose name begins so, then by name."""
        first = next(iter(fold(words).split()), "")
        names = literal(" ").concat(cls.folded).concat(" ")
        whole, begun = (names.contains(one, autoescape=True) for one in (f" {first} ", f" {first}"))
        return (case((whole, 0), (begun, 1), else_=2), cls.folded) if first else (cls.folded,)
