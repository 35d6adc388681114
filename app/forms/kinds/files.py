"""The form-js `filepicker`: files are sent before the form; the answer is a list of {"id", "name", "size"}."""

from app.forms.data import ABSENT
from app.forms.kinds.kind import Asked, Reading
from app.forms.trouble import Trouble

MOST_FILES = 50
DEFAULT_MEGABYTES = 10


class FilePicker(Asked):
    """Property "max-size" is the limit of one file in megabytes; `accept` and `multiple` as in form-js."""

    template = "files"
    empty: list = []

    def gather(self, part, name, posted):
        return [value for value in posted[name] if value] if name in posted else ABSENT

    def read(self, part, given, place):
        ids = list(dict.fromkeys(_ids(given)))[:MOST_FILES]
        known = [(one, place.setting.find("file", one)) for one in ids]
        found = tuple(option for _, option in known if option)
        trouble = Trouble("file_gone") if len(found) < len(known) else None
        value = [{"id": option.value, "name": option.label, "size": option.size or 0} for option in found]
        return Reading(value, value, trouble, found)

    def check(self, part, value, place):
        return Trouble("one_file") if len(value) > 1 and not several(part, place) else None

    def lack(self, part, place):
        return Trouble("required_file")

    def show(self, part, reading, place):
        accept = place.words(str(part.raw.get("accept") or ""))
        return {
            "accept": accept,
            "kinds": kinds(accept),
            "several": several(part, place),
            "megabytes": megabytes(part),
        }

    def answer(self, part, reading, place):
        return ", ".join(file["name"] for file in reading.value)


def several(part, place) -> bool:
    return place.given(part.raw.get("multiple")) is True


def kinds(accept: str) -> list[str]:
    """What an `accept` list means to people: ".pdf,image/*" is PDF and "image"."""
    named = (one.strip() for one in accept.split(","))
    short = (one[1:].upper() if one.startswith(".") else one.removesuffix("/*").rpartition("/")[2] for one in named)
    return list(dict.fromkeys(one if one in ("image", "audio", "video") else one.upper() for one in short if one))


def megabytes(part) -> float:
    """The size limit of one file."""
    try:
        return float(part.own("max-size", DEFAULT_MEGABYTES))
    except ValueError:
        return DEFAULT_MEGABYTES


def _ids(given):
    entries = given if isinstance(given, list) else [given]
    for entry in entries:
        one = entry.get("id") if isinstance(entry, dict) else entry
        if isinstance(one, (str, int)) and not isinstance(one, bool) and str(one):
            yield str(one)
