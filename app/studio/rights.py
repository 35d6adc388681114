"""Who may look at, design and publish which services: by department, and by owning the service."""

from dataclasses import dataclass, field

from sqlalchemy import bindparam, literal, null, select, union_all

from app.base import db
from app.cases import NotThere
from app.catalog import Service, offers
from app.people import Department, Group, Membership, Role
from app.studio.drafts import Draft

VIEW, DESIGN, PUBLISH, GRANT = "view", "design", "publish", "grant"
GIVES = {
    "service_viewer": {VIEW},
    "service_designer": {VIEW, DESIGN},
    "service_publisher": {VIEW, PUBLISH},
    "department_admin": {VIEW, DESIGN, PUBLISH, GRANT},
}
EVERYWHERE = {"auditor": {VIEW}, "catalogue_manager": {VIEW}, "platform_admin": {VIEW, GRANT}}
"""Roles not held in a department. A platform administrator names people; designing stays with the department."""
OWNS = frozenset({VIEW, DESIGN, PUBLISH})


@dataclass(frozen=True)
class Rights:
    """What one person may do in the studio, read once a request. Not yours is not there."""

    keys: frozenset[str]
    """The person and their groups, as owners are written: "nadia", "group:hr-office"."""
    everywhere: frozenset[str]
    departments: dict[str, frozenset[str]] = field(hash=False)

    @classmethod
    def of(cls, person) -> "Rights":
        told = {"group": [], "role": [], "head": []}
        for kind, name, department in db.session.execute(_TOLD, {"person": person.id}):
            told[kind].append((name, department))
        departments: dict[str, set] = {}
        for key, _ in told["head"]:
            departments[key] = set(GIVES["department_admin"])
        for name, key in told["role"]:
            if key:
                departments.setdefault(key, set()).update(GIVES.get(name, ()))
        everywhere = {deed for name, key in told["role"] if not key for deed in EVERYWHERE.get(name, ())}
        return cls(frozenset({person.key, *(f"group:{key}" for key, _ in told["group"])}), frozenset(everywhere),
                   {key: frozenset(deeds) for key, deeds in departments.items()})

    def may(self, deed: str, department: str, owner: str = "") -> bool:
        """Whether this person may `deed` for a service of `department` that `owner` answers for."""
        owned = owner in self.keys and deed in OWNS
        return owned or deed in self.everywhere or deed in self.departments.get(department, ())

    def departments_to(self, deed: str) -> list[str]:
        """Keys of the departments in which the person may do this with every service."""
        return sorted(key for key, deeds in self.departments.items() if deed in deeds)

    @property
    def grants_anything(self) -> bool:
        """Whether the person may name people in some department."""
        return GRANT in self.everywhere or bool(self.departments_to(GRANT))

    @property
    def audits(self) -> bool:
        """Whether there is a trail for this person: the whole, or that of the departments in which they name people."""
        return bool(self.everywhere) or self.grants_anything

    def designs_anything(self) -> bool:
        """Whether the studio is a place for this person at all."""
        if self.everywhere or self.departments:
            return True
        return bool(self.services(VIEW)) or any(self.may(VIEW, one.department, one.owner) for one in _open_drafts())

    def services(self, deed: str) -> list[tuple[Service, object]]:
        """Live and retired services with their offers, those for which the person may do this."""
        rows = list(db.session.scalars(select(Service).where(Service.current_version_id.is_not(None))))
        offered = offers([one.current_version_id for one in rows])
        pairs = [(one, offered[one.current_version_id]) for one in rows if one.current_version_id in offered]
        return [(one, offer) for one, offer in pairs if self.may(deed, offer.department, offer.owner)]

    def drafts(self, deed: str) -> list[Draft]:
        """Open drafts for which the person may do this."""
        return [one for one in _open_drafts() if self.may_with(deed, one)]

    def may_with(self, deed: str, draft: Draft) -> bool:
        """The live version says whose the service is: nobody becomes an owner by writing it into a draft."""
        offer = offers([draft.base_version_id])[draft.base_version_id] if draft.base_version_id else None
        if offer is not None:
            return self.may(deed, offer.department, offer.owner)
        return self.may(deed, draft.department, draft.owner if draft.opened_by.key in self.keys else "")

    def draft(self, slug: str, deed: str, lock: bool = False) -> Draft:
        """The open draft of this slug; NotThere when there is none for this person."""
        draft = Draft.open_of(slug, lock=lock)
        if draft is None or not self.may_with(deed, draft):
            raise NotThere
        return draft

    def service(self, slug: str, deed: str) -> Service:
        """The service of this slug; NotThere when there is none for this person."""
        service = db.session.scalar(select(Service).where(Service.slug == slug))
        if service is None or service.current_version_id is None:
            raise NotThere
        offer = offers([service.current_version_id])[service.current_version_id]
        if not self.may(deed, offer.department, offer.owner):
            raise NotThere
        return service


_ID = bindparam("person")
_TOLD = union_all(
    select(literal("group"), Group.key, null()).join(Membership, Membership.group_id == Group.id)
    .where(Membership.person_id == _ID),
    select(literal("role"), Role.name, Department.key).outerjoin(Department, Department.id == Role.department_id)
    .where(Role.person_id == _ID),
    select(literal("head"), Department.key, null()).where(Department.head_id == _ID),
)
"""Everything a person's rights follow from, in one statement: every page asks for it."""


def _open_drafts() -> list[Draft]:
    return list(db.session.scalars(select(Draft).where(Draft.closed_at.is_(None)).order_by(Draft.saved_at.desc())))
