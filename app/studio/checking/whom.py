"""Some people of an audience in words: by their sites or departments where these tell them apart, else by name."""

from sqlalchemy import select

from app.base import db
from app.people import Department, Site
from app.studio.checking.audience import Sample
from app.studio.checking.names import LANGUAGES, listed

IN_SITES = {"en": "people in {names}", "fa": "همکاران {names}", "ar": "العاملين في {names}"}
OF_DEPARTMENTS = {"en": "people of {names}", "fa": "کارکنان {names}", "ar": "موظفي {names}"}


def whom(some: list[Sample], all: list[Sample]) -> dict[str, str]:
    """`some` of `all`, by language: "people in Milan", "people of Finance", or their names."""
    for key, model, words in (("site", Site, IN_SITES), ("department", Department, OF_DEPARTMENTS)):
        keys = {getattr(one, key) for one in some}
        if None not in keys and {getattr(one, key) for one in all if one not in some}.isdisjoint(keys):
            found = select(model).where(model.key.in_(keys)).order_by(model.key)
            names = listed(one.names for one in db.session.scalars(found))
            return {language: words[language].format(names=names[language]) for language in LANGUAGES}
    return listed(one.person.names for one in some)
