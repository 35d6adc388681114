"""Words and audience: what a service says of itself, who may ask, who does the work, and what it promises."""

from flask import Blueprint, render_template, request

from app.base import db, organisation, read_clock
from app.people.current import person
from app.studio.checking.names import LANGUAGE_NAMES
from app.studio.drafts import DraftMovedOn, save, seen_and_own, set_aside, state_at
from app.studio.order import PRIORITIES, Unfit, read_section
from app.studio.rights import DESIGN, Rights
from app.studio.routes.sections import KEYS, Sections
from app.studio.routes.stage import stage
from app.studio.wording import changed_since, labels, write, write_aside
from app.ui import reader

blueprint = Blueprint("studio_words", __name__, url_prefix="/studio")
TEXTS = "texts"
WRONG = {
    "place": ("id", "order"), "audience": ("audience", "audience.feel"), "owner": ("owner.group", "owner.person"),
    "promise": ("time", *(f"{one}.time" for one in PRIORITIES)),
}
"""Fields that may be told to be unfit, so that the next save takes the sentence away."""


@blueprint.get("/<slug>/words")
def show(slug):
    """Every part of the order, to be changed where there is a draft."""
    at = stage(slug)
    return _page("studio/words.html", stage=at, tab="words", at=Sections(at.slug, at.draft or at.live))


@blueprint.put("/<slug>/words/texts")
def replace_texts(slug):
    """Save what was changed of the service's texts and its title since they were seen."""
    draft, seen = Rights.of(person()).draft(slug, DESIGN, lock=True), _seen()
    base = state_at(draft, seen)
    shown = {one.key: one.texts for one in labels(base.spec, {}) if one.part == "service"}
    texts = {}
    for name, said in request.form.items():
        key, _bar, language = name.partition("|")
        said = said.replace("\r\n", "\n")
        if key in shown and language in organisation().languages and said != shown[key].get(language, ""):
            texts.setdefault(key, {})[language] = said
    change = {"by": person(), "now": read_clock(), "seen": seen}
    theirs = changed_since(draft, seen_and_own(draft, seen, person()))
    try:
        write(draft, texts, **change)
    except DraftMovedOn as moved:
        name = moved.revision.by.name(reader().language)
        db.session.expire_all()
        write_aside(draft, texts, **change)
        return _answer(draft, TEXTS, whole=True, aside=name), 202
    fields = [(key, language) for key, told in theirs.items() if key in shown for language in told
              if language not in texts.get(key, {})]
    return _answer(draft, TEXTS, fields=fields)


@blueprint.put("/<slug>/words/<any(place, audience, owner, lanes, promise, calls):section>")
def replace(slug, section):
    """Save one part of the order; 422 with the sentence at its field when it cannot be kept."""
    draft, seen, now = Rights.of(person()).draft(slug, DESIGN, lock=True), _seen(), read_clock()
    try:
        spec = read_section(section, draft, request.form, now)
    except Unfit as unfit:
        return _answer(draft, section, unfit=unfit), 422
    own = seen_and_own(draft, seen, person())
    before = state_at(draft, own).spec
    others = own != draft.revision and any(before.get(key) != draft.spec.get(key) for key in KEYS[section])
    change = {"by": person(), "now": now, "what": "audience" if section == "audience" else "words", "spec": spec}
    try:
        save(draft, seen=own, **change)
    except DraftMovedOn as moved:
        name = moved.revision.by.name(reader().language)
        db.session.expire_all()
        set_aside(draft, seen=seen, **change)
        return _answer(draft, section, whole=True, aside=name), 202
    return _answer(draft, section, whole=others)


def _seen() -> int:
    return request.form.get("seen", 0, type=int)


def _answer(draft, section, whole=False, aside="", unfit=None, fields=()):
    """The pieces of the page that are different now; what is being typed stays as it is."""
    return _page("studio/words/answer.html", at=Sections(draft.slug, draft), section=section, whole=whole, aside=aside,
                 unfit=unfit, fields=fields, wrong_fields=WRONG.get(section, ()))


def _page(name, **shown) -> str:
    names = {key: texts[reader().language] for key, texts in LANGUAGE_NAMES.items()}
    return render_template(name, language_names=names, priorities=PRIORITIES, **shown)
