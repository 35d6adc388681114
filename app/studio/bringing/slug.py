"""Short names: in small Latin letters, digits and dashes, and nobody else's."""

import re
import unicodedata

from sqlalchemy import select

from app.base import db
from app.catalog import Service
from app.studio.drafts import Draft

RESERVED = frozenset(["new", "drafts", "templates", "rights", "audit"])
"""Pages of the studio itself."""
LONGEST = 50
LETTERS = str.maketrans({
    "ا": "a", "آ": "a", "أ": "a", "إ": "e", "ب": "b", "پ": "p", "ت": "t", "ث": "s", "ج": "j", "چ": "ch", "ح": "h",
    "خ": "kh", "د": "d", "ذ": "z", "ر": "r", "ز": "z", "ژ": "zh", "س": "s", "ش": "sh", "ص": "s", "ض": "z", "ط": "t",
    "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ق": "q", "ک": "k", "ك": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n",
    "و": "v", "ؤ": "o", "ه": "h", "ة": "h", "ی": "i", "ي": "i", "ى": "a", "ئ": "i", "ء": "", "ß": "ss", "ø": "o",
    "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "\u200c": "-",
})


def folded(name: str) -> str:
    """The name as a slug; "" where nothing of it can be written so."""
    split = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name)
    plain = unicodedata.normalize("NFKD", split.casefold().translate(LETTERS)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST].strip("-")


def free_slug(*names: str) -> str:
    """The first of the names that can be written, with a number behind it where a service or draft has it already."""
    wanted = next(filter(None, map(folded, names)), "service")
    free, number = wanted, 1
    while free in RESERVED or _taken(free):
        number += 1
        free = f"{wanted}-{number}"
    return free


def _taken(slug: str) -> bool:
    return db.session.scalar(select(Service.id).where(Service.slug == slug)) is not None or bool(Draft.open_of(slug))
