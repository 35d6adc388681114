"""What a service still needs before it can go live, in the order in which one would do it."""

from dataclasses import dataclass, replace
from datetime import datetime

from flask_babel import gettext as _
from flask_babel import ngettext

from app.base import in_a_row
from app.engine.survey import Survey
from app.people import Directory
from app.studio.checking.finding import StudioFinding
from app.studio.checking.forms import form_ids
from app.studio.checking.looking import look
from app.studio.checking.names import LANGUAGE_NAMES
from app.studio.checking.order import missing_texts
from app.studio.checking.owners import holders, owners
from app.studio.checking.references import BY_PEOPLE, DEPLOYED, FOUND_LATER
from app.studio.wording import missing
from app.ui import localized

SPOKEN_FOR = {
    "owner-missing": "owner", "owner-nobody": "owner", "audience-unreadable": "audience", "audience-empty": "audience",
    "category-missing": "category", "department-unknown": "category", "start-form-missing": "start",
    "nobody-for-anyone": "lanes", "group-empty": "lanes", "group-empty-for-some": "lanes",
}
"""Findings that say of one point that it is not done, however grave they are."""
MANUAL = ("manualTask", "globalManualTask")


@dataclass(frozen=True)
class Point:
    """`place` names the tab on which it is done; `note` says what is missing, or what there is."""

    key: str
    label: str
    done: bool
    place: str
    note: str = ""

    def as_dict(self, url) -> dict:
        return {"key": self.key, "label": self.label, "done": self.done, "url": url(self.place), "note": self.note}


def checklist(
    spec: dict, files: dict[str, bytes], found: list[StudioFinding], *, language: str, now: datetime,
) -> list[Point]:
    """Texts, audience, owner, lanes, forms, start form, walks and category; in the reader's language.

    `found`: what `findings` says of the same draft; no point is done of which a finding says that it is not.
    """
    seen = look(files, spec.get("diagram", ""), spec.get("process", ""))
    points = [
        _drawing(seen, language), _start(spec, seen, files, language), _forms(seen, files, found, language),
        _lanes(spec, seen, language), _owner(spec, language, now), _texts(spec, language),
        _translations(spec, files, language), _audience(spec), _category(spec), _walks(spec, language),
    ]
    wrong = {}
    for one in found:
        wrong.setdefault(_point(one, spec, seen), []).append(one)
    return [_agreeing(one, wrong.get(one.key, []), language) for one in points]


def _point(one: StudioFinding, spec, seen) -> str:
    """The point that cannot be done because of this finding, "" for none."""
    if one.rule in SPOKEN_FOR or one.severity != "error":
        return SPOKEN_FOR.get(one.rule, "")
    if one.place != "forms":
        return one.place if one.place == "drawing" else ""
    begins = {element.id for element in seen.elements if element.kind == "startEvent"}
    return "start" if one.file == spec.get("form") or one.element in begins else "forms"


def _agreeing(point: Point, wrong: list[StudioFinding], language) -> Point:
    if not wrong or not point.done:
        return point
    several = point.key == "drawing" or len(wrong) > 1
    count = localized(ngettext("One thing to fix", "%(num)s things to fix", len(wrong)), language)
    return replace(point, done=False, note=count if several else wrong[0].text(language))


def _drawing(seen: Survey, language) -> Point:
    note = _steps(sum(one.process == seen.process and one.kind in BY_PEOPLE for one in seen.elements), language)
    note = note if seen.process else _("It cannot run yet")
    return Point("drawing", _("A drawing that runs"), bool(seen.process), "drawing", note)


def _steps(count: int, language) -> str:
    if not count:
        return _("No steps for people")
    return localized(ngettext("One step for people", "%(num)s steps for people", count), language)


def _start(spec, seen, files, language) -> Point:
    known = _known(seen, files)
    starts = [one for one in seen.elements if one.kind == "startEvent" and one.process == seen.process]
    wanted = [one for one in starts if one.facts.form]
    lost = [one for one in wanted if not _can_be_done(one, known)]
    done = spec.get("form") in form_ids(files) or bool(wanted) and not lost
    note = "" if done else _("Without it people only confirm that they want this")
    if lost and not done:
        note = _("Missing: %(names)s", names=_row((one.facts.form for one in lost), language))
    return Point("start", _("The form a request begins with"), done, "forms", note)


def _forms(seen, files, found, language) -> Point:
    known = _known(seen, files)
    asked = {one.element for one in found if one.rule in ("form-missing", "decision-missing")}
    steps = [one for one in seen.elements if one.kind != "startEvent"]
    bare = [one for one in steps if one.id in asked or one.process == seen.process and not _can_be_done(one, known)]
    names = _row((seen.called(one.id, one.name, language) for one in bare), language)
    note = _("Missing: %(names)s", names=names) if bare else ""
    return Point("forms", _("A form or decisions for every step"), not bare, "forms", note)


def _known(seen, files) -> set[str]:
    """The forms people can be asked with: those in the drawing that hold something, and the files."""
    return {*form_ids(files).values(), *(id for id, schema in seen.forms.items() if schema.get("components"))}


def _can_be_done(element, known) -> bool:
    """A form it names must be here; without one, decisions do, and a manual task needs neither."""
    form = (element.facts.form or "").removeprefix(DEPLOYED)
    if element.kind not in (*BY_PEOPLE, "startEvent") or form in known:
        return True
    if form and not form.startswith(FOUND_LATER):
        return False
    return "outcomes" in element.facts.properties or element.kind in MANUAL and not form


def _lanes(spec, seen, language) -> Point:
    bound = spec.get("lanes") or {}
    open = [one for one in seen.elements if one.process == seen.process and one.kind in BY_PEOPLE]
    open = [one for one in open if not (one.facts.assignee or one.facts.users or one.facts.groups)]
    lanes = dict.fromkeys(one.lane for one in open if one.lane and one.lane not in bound)
    alone = [one for one in open if not one.lane]
    places = [*((one, seen.lanes.get(one, "")) for one in lanes), *((one.id, one.name) for one in alone)]
    names = [seen.called(id, name, language) for id, name in places]
    note = _("Nobody named: %(names)s", names=_row(names, language)) if names else ""
    return Point("lanes", _("People for every lane"), not names, "words", note)


def _owner(spec, language, now) -> Point:
    found = owners(spec, Directory(now))
    return Point("owner", _("An owner"), bool(found), "words", holders(found)[language] if found else "")


def _texts(spec, language) -> Point:
    missing = [LANGUAGE_NAMES[one][language] for one in missing_texts(spec)]
    note = _("Missing: %(names)s", names=_row(missing, language)) if missing else ""
    return Point("texts", _("Name and summary in every language"), not missing, "words", note)


def _translations(spec, files, language) -> Point:
    counts = {one: len(found) for one, found in missing(spec, files).items() if found}
    told = (f"{LANGUAGE_NAMES[one][language]} {localized(count, language)}" for one, count in counts.items())
    note = _(", ").join(told)
    return Point("translations", _("Every text in every language"), not counts, "words",
                 _("Missing: %(names)s", names=note) if note else "")


def _audience(spec) -> Point:
    words = {"everyone": _("Everyone"), "employees": _("Employees"), "managers": _("Managers")}
    said = spec.get("audience")
    return Point("audience", _("Who may ask"), bool(said), "words", words.get(said, "") if said else _("Not said yet"))


def _category(spec) -> Point:
    return Point("category", _("A place in the catalogue"), bool(spec.get("category")), "words")


def _walks(spec, language) -> Point:
    count = len(spec.get("walks") or ())
    note = _("%(number)s kept", number=localized(count, language)) if count else _("Play it once and keep the play")
    return Point("walks", _("Walks that prove it"), bool(count), "try", note)


def _row(names, language) -> str:
    names = [" ".join(name.split()) for name in names]
    more = len(names) - 3
    row = in_a_row(names[:3], _(", "), language)
    return _("%(names)s and %(n)s more", names=row, n=localized(more, language)) if more > 0 else row
