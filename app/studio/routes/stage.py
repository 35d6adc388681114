"""What every page of one service in the studio shows around its own part: name, draft, tabs."""

from dataclasses import dataclass
from functools import cached_property

from flask import url_for
from flask_babel import gettext as _

from app import ui
from app.base import pick
from app.cases import NotThere
from app.catalog import Offer, Published, Service, published
from app.people.current import person
from app.studio.bringing import Told
from app.studio.drafts import Draft
from app.studio.rights import DESIGN, PUBLISH, VIEW, Rights
from app.studio.wording import missing


@dataclass(frozen=True)
class Stage:
    """One service in the studio, as this person may see it; either the service or the draft may be missing."""

    slug: str
    service: Service | None
    draft: Draft | None
    rights: Rights

    @cached_property
    def shown(self) -> Published:
        """The draft where there is one, else the live version. Raises DraftUnreadable."""
        return self.draft.published() if self.draft else self.live

    @property
    def offer(self) -> Offer:
        """What the catalogue says of it, or would; works with any drawing."""
        return self.draft.offer if self.draft else self.live

    @property
    def spec(self) -> dict:
        return self.draft.spec if self.draft else self.live.spec

    @cached_property
    def files(self) -> dict[str, bytes]:
        """Path -> contents of what is shown, the main drawing first; works with any drawing."""
        return self.draft.contents() if self.draft else self.live.files

    @cached_property
    def live(self) -> Published | None:
        return published(self.service.current_version_id) if self.service else None

    @property
    def name(self) -> str:
        names = {language: text.get("name", "") for language, text in (self.spec.get("texts") or {}).items()}
        return pick({key: name for key, name in names.items() if name}, ui.reader().language, self.slug)

    @cached_property
    def brought(self) -> Told | None:
        """What happened when its files were brought, until somebody goes on working."""
        return Told.of(self.draft) if self.draft else None

    @property
    def may_design(self) -> bool:
        return self._may(DESIGN)

    @property
    def may_publish(self) -> bool:
        return self._may(PUBLISH)

    @property
    def editable(self) -> bool:
        return self.draft is not None and self.may_design

    def tabs(self, current: str) -> list[dict]:
        """The five tabs, always in one order; versions stand behind the line that names the live one."""
        labels = {
            "drawing": _("Drawing"), "forms": _("Forms and tables"), "words": _("Words and audience"), "try": _("Try"),
            "publish": _("Publish"),
        }
        paths = {"drawing": ""}
        home = url_for("studio_drawing.show", slug=self.slug)
        counts = {"words": self.untranslated}
        return [{"label": label, "url": f"{home}/{paths.get(key, key)}".rstrip("/"), "current": key == current,
                 "count": counts.get(key)} for key, label in labels.items()]

    @cached_property
    def untranslated(self) -> int:
        """How many texts of the draft are missing in a language of the organisation."""
        if self.draft is None:
            return 0
        return sum(map(len, missing(self.draft.spec, self.draft.contents()).values()))

    def _may(self, deed) -> bool:
        if self.service:
            return self.rights.may(deed, self.live.department, self.live.owner)
        return self.rights.may_with(deed, self.draft)


def stage(slug: str, deed: str = VIEW) -> Stage:
    """The service or new draft of this slug, for a page; NotThere when this person may not `deed` with it."""
    rights = Rights.of(person())
    draft = Draft.open_of(slug)
    if draft is not None and not rights.may_with(deed, draft):
        raise NotThere
    try:
        service = rights.service(slug, deed)
    except NotThere:
        if draft is None:
            raise
        service = None
    return Stage(slug, service, draft, rights)
