"""What the parts of the page "Words and audience" show: the order as it is, the choices there are, who it is today."""

from functools import cached_property

from sqlalchemy import select

from app.base import NotASpan, Span, db, organisation, read_clock
from app.cases.assignment import find
from app.catalog import Category
from app.catalog.circle import Circle
from app.clocks import calendar, shipped
from app.people import Department, Directory, Group, Site
from app.people.current import person
from app.people.options import People
from app.studio.checking.audience import sampling
from app.studio.order import Assignment, crowd, example_titles, lanes_of, today
from app.studio.publishing.callers import callers_of
from app.studio.wording import labels, missing
from app.ui import reader

KEYS = {
    "place": ("id", "kind", "category", "icon", "order", "listed"), "audience": ("audience",), "owner": ("owner",),
    "lanes": ("lanes",), "promise": ("promise",), "calls": ("callable_by",), "texts": ("texts", "title"),
}
UNITS = (("W", "weeks", 7 * 24 * 60), ("D", "days", 24 * 60), ("H", "hours", 60), ("M", "minutes", 1))


class Sections:
    """Of a draft, or of a live version that nobody is changing."""

    def __init__(self, slug: str, shown):
        self.slug, self.spec = slug, shown.spec
        self.draft = shown if hasattr(shown, "revision") else None
        self.languages, self.now = organisation().languages, read_clock()
        self._shown = shown

    @cached_property
    def files(self) -> dict[str, bytes]:
        return self.draft.contents() if self.draft else self._shown.files

    @property
    def revision(self) -> int:
        return self.draft.revision if self.draft else 0

    @cached_property
    def texts(self) -> dict:
        """The labels of the service by kind: name, summary, ..., title."""
        return {one.kind: one for one in labels(self.spec, {})}

    @cached_property
    def missing(self) -> dict[str, int]:
        return {language: len(found) for language, found in missing(self.spec, self.files).items()}

    @cached_property
    def example(self) -> tuple[str, dict[str, str]]:
        offer = self.draft.offer if self.draft else self._shown
        return example_titles(offer, self.files, person(), self.now)

    @cached_property
    def categories(self) -> list[Category]:
        found = select(Category).where(Category.department == self.spec["department"])
        return list(db.session.scalars(found.order_by(Category.order, Category.key)))

    @cached_property
    def departments(self) -> list[Department]:
        return list(db.session.scalars(select(Department).order_by(Department.order, Department.key)))

    @cached_property
    def sites(self) -> list[Site]:
        return list(db.session.scalars(select(Site).order_by(Site.key)))

    @cached_property
    def groups(self) -> list[Group]:
        groups = db.session.scalars(select(Group))
        return sorted(groups, key=lambda group: group.name(reader().language))

    @property
    def audience(self) -> str:
        return self.spec.get("audience") or "everyone"

    @property
    def circle(self) -> Circle:
        return Circle.read(self.audience) or Circle()

    @property
    def audience_kind(self) -> str:
        """everyone, employees, managers, some or feel; "" in a draft of which nobody has said it yet."""
        if self.draft and not self.spec.get("audience"):
            return ""
        return "some" if self.circle else "feel" if self.audience.startswith("=") else self.audience

    @cached_property
    def crowd(self):
        return crowd(self.audience)

    @cached_property
    def sampling(self):
        return sampling(self.audience)

    @property
    def owner(self) -> Assignment:
        return Assignment.read(self.spec.get("owner"))

    @cached_property
    def owners(self):
        """Rows of the person or the group that owns it."""
        return find([self.spec["owner"]], Directory(self.now)) if self.spec.get("owner") else None

    @cached_property
    def lanes(self) -> list:
        """Pairs of a lane and who gets its steps today (None while nobody is named)."""
        asking = self.sampling.samples
        return [(lane, today(lane.assignment.expression, asking, self.now) if lane.assignment.kind else None)
                for lane in lanes_of(self.spec, self.files)]

    def step_names(self, lane) -> list[str]:
        """What people do in a lane, in the reader's language."""
        names = {one.element: one for one in self._names}
        found = (names[id].texts for id in lane.steps if id in names)
        return list(dict.fromkeys(texts.get(reader().language) or texts.get("en") or "" for texts in found))

    @cached_property
    def _names(self) -> list:
        return [one for one in labels(self.spec, self.files) if one.key.startswith("element:")]

    @property
    def promise(self) -> dict:
        return self.spec.get("promise") or {}

    def priority(self, name: str) -> dict:
        """{time, calendar} of one priority."""
        told = (self.promise.get("by_priority") or {}).get(name) or {}
        return told if isinstance(told, dict) else {"time": told}

    @cached_property
    def calendars(self) -> list[tuple[str, dict]]:
        return [(key, calendar(key).names) for key in shipped()]

    @staticmethod
    def amount(time: str | None) -> tuple[str, str]:
        """A duration as number and unit; one that no single unit says stands as it is, without a unit."""
        try:
            span = Span.read(time) if time else None
        except NotASpan:
            return str(time), ""
        if span is None:
            return "", "days"
        minutes = span.plain.total_seconds() / 60
        for letter, unit, length in UNITS[1:]:
            dated = letter == "D"
            if minutes % length == 0 and dated == (span.days > 0 and not span.time):
                return str(int(minutes // length)), unit
        return str(time), ""

    @cached_property
    def callers(self) -> list:
        return callers_of(self.slug)

    def picked(self, key: str):
        """The person of this key, as pickers show them."""
        found = People(reader().language, self.now).find("person", key) if key else None
        return [found] if found else []
