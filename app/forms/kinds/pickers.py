"""Pickers of people, groups, assets and services: the value is a key (or a list of keys with property "multiple")."""

from app.forms.data import ABSENT
from app.forms.kinds.kind import Asked, Reading
from app.forms.place import Option
from app.forms.trouble import Trouble
from app.forms.words import WORDS

FEW = 30


class Picker(Asked):
    """`looks_up` is the kind of thing to ask the lookup for. Without script one writes a name, and it is looked up."""

    template = "picker"

    def __init__(self, looks_up: str):
        self.looks_up = looks_up

    def gather(self, part, name, posted):
        if name not in posted and f"{name}._text" not in posted:
            return ABSENT
        keys = [key for key in posted.get(name, []) if key]
        return {"keys": keys, "text": posted.get(f"{name}._text", [""])[-1]}

    def read(self, part, given, place):
        keys, text = _wanted(given)
        known = [(key, place.setting.find(self.looks_up, key)) for key in keys]
        found = [option for _, option in known if option]
        trouble = next((Trouble("not_found", {"value": key}) for key, option in known if not option), None)
        if text.strip() and not (found and not many(part) and text.strip() == found[0].label):
            named, trouble = self._named(part, text.strip(), place)
            found = _with(found if many(part) else [], named)
        found = found if many(part) else found[:1]
        value = [option.value for option in found] if many(part) else found[0].value if found else None
        return Reading(value, text if trouble else "", trouble, tuple(found))

    def _named(self, part, text, place) -> tuple[Option | None, Trouble | None]:
        """The one thing a written name means."""
        option = place.setting.find(self.looks_up, text)
        if option:
            return option, None
        hits = place.setting.search(self.looks_up, text, dict(part.properties), FEW)
        exact = [hit for hit in hits if hit.label.casefold() == text.casefold()] or hits
        if len(exact) == 1:
            return exact[0], None
        return None, Trouble("several_found" if exact else "not_found", {"value": text})

    def lack(self, part, place):
        named = f"required_{self.looks_up}"
        return Trouble(named if named in WORDS else "required_choice")

    def show(self, part, reading, place):
        few = ()
        if self.looks_up != "person":
            hits = place.setting.search(self.looks_up, "", dict(part.properties), FEW + 1)
            few = tuple(_with(hits, None)) if len(hits) <= FEW and not many(part) else ()
            few = _including(few, reading.options) if few else ()
        return {"looks_up": self.looks_up, "many": many(part), "few": few, "filter": part.own("filter", "")}

    def answer(self, part, reading, place):
        return ", ".join(option.label for option in reading.options)


def many(part) -> bool:
    return str(part.own("multiple", part.raw.get("multiple", ""))).casefold() in ("true", "yes", "1")


def _wanted(given) -> tuple[list[str], str]:
    """(keys, written name) of what was posted or is in the data."""
    if isinstance(given, dict):
        keys = given.get("keys") if isinstance(given.get("keys"), list) else []
        return [str(key) for key in keys], str(given.get("text") or "")
    if isinstance(given, list):
        return [str(key) for key in given if isinstance(key, (str, int))], ""
    is_key = isinstance(given, (str, int)) and not isinstance(given, bool) and str(given).strip()
    return [str(given)] if is_key else [], ""


def _with(found: list[Option], option: Option | None) -> list[Option]:
    kept = [one for one in found if option is None or one.value != option.value]
    return kept + ([option] if option else [])


def _including(few: tuple[Option, ...], chosen: tuple[Option, ...]) -> tuple[Option, ...]:
    """A chosen thing stays in the list even if the search would not offer it any more."""
    return few + tuple(option for option in chosen if option.value not in [one.value for one in few])
