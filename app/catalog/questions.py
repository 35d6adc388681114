"""What a service asks whoever calls it: the answers of its start form, and which of them must be there."""

from app.catalog.published import Published, VersionUnusable, published
from app.catalog.service import Service
from app.forms import FormBroken
from app.forms.part import Part
from app.forms.schema import walk


def questions(version: Published) -> dict[str, Part]:
    """Key -> field at the top of the start form; answers within rows belong to their list. Empty without a form."""
    try:
        form = version.start_form
    except (VersionUnusable, FormBroken):
        return {}
    return {one.key: one for one in top_parts(form)} if form else {}


def top_parts(form) -> list[Part]:
    return [one for one in walk(form.schema.parts) if len(one.path) == 1]


def must_be_said(part: Part) -> bool:
    """Whether a request cannot be filed without this answer, whatever the others are; for whom it is, is known."""
    return bool(part.validate.get("required")) and not part.hide() and part.key != "beneficiary"


def live(slug: str) -> Published | None:
    """The version of a service that is called today; None where there is none."""
    service = Service.query.filter_by(slug=slug, retired_at=None).one_or_none()
    return published(service.current_version_id) if service and service.current_version_id else None
