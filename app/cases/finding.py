"""Searching cases by number or words, among those a person may see."""

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from app.base import db, fold
from app.cases.case import Case
from app.cases.number import number_pattern

MOST = 25


def find_cases(visible, words: str, limit: int = MOST) -> list[Case]:
    """The newest of `visible` (a select of cases) whose number or folded title holds the words."""
    number = number_pattern(words)
    titles = [Case.folded.contains(word, autoescape=True) for word in fold(words).split()]
    if not titles and not number:
        return []
    condition = select(Case.id)
    by_title = condition.where(*titles) if titles else condition.where(Case.id < 0)
    by_number = condition.where(Case.number.like(number)) if number else condition.where(Case.id < 0)
    found = visible.where(or_(Case.id.in_(by_title), Case.id.in_(by_number)))
    return list(db.session.scalars(found.options(joinedload(Case.service)).order_by(Case.id.desc()).limit(limit)))
