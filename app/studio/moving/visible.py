"""Which requests a person may open: whoever publishes a service need not be on its requests."""

from app.base import db
from app.cases import Case, Reach, may_see, visible_cases


def visible(reach: Reach, cases: list[Case]) -> set[int]:
    """The ids of those among these cases of one service that the person may open."""
    ids = [one.id for one in cases]
    found = {one.id for one in db.session.scalars(visible_cases(reach).where(Case.id.in_(ids)))}
    others: dict[int, list[Case]] = {}
    for case in cases:
        if case.id not in found:
            others.setdefault(case.version_id, []).append(case)
    for rest in others.values():
        # Not on this one, and may see it all the same: as owner or auditor, so also the others of its version.
        if may_see(reach, rest[0]):
            found.update(one.id for one in rest)
    return found
