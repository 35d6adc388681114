"""What a service says beside its drawing: texts, audience, promise, owner, place in the catalogue."""

from sqlalchemy import select

from app.base import NotASpan, db, organisation
from app.catalog import Category
from app.catalog.audience import check_audience
from app.catalog.promise import Promise
from app.catalog.shape import KINDS, SLUG
from app.engine import ExpressionBroken
from app.engine.survey import Survey
from app.people import Department
from app.studio.checking.finding import StudioFinding
from app.studio.checking.names import LANGUAGE_NAMES, listed
from app.studio.wording import missing

OWN_ERROR = ("service:name", "service:summary")


def order_findings(spec: dict, seen: Survey, files: dict[str, bytes]) -> list[StudioFinding]:
    """The counterpart of the catalogue's check of a yaml, for a spec that may still lack everything."""
    return [*_drawing(spec, seen, files), *_texts(spec), *_meanings(spec), *_place(spec), *_untranslated(spec, files)]


def missing_texts(spec: dict) -> list[str]:
    """Languages of the organisation in which the service has no name or no summary."""
    return [one for one in organisation().languages if not all(map(_text(spec, one).get, ("name", "summary")))]


def _text(spec, language) -> dict:
    texts = spec.get("texts") if isinstance(spec.get("texts"), dict) else {}
    return texts[language] if isinstance(texts.get(language), dict) else {}


def _drawing(spec, seen, files):
    if spec.get("diagram") not in files:
        yield StudioFinding("", "", "drawing-missing", "error")
    elif spec.get("process") and seen.process and seen.process != spec["process"]:
        yield StudioFinding(seen.process, "", "process-gone", "error", spec["diagram"], {"process": spec["process"]})


def _texts(spec):
    for language in missing_texts(spec):
        text = _text(spec, language)
        rule = "summary-missing" if text.get("name") else "name-missing" if text.get("summary") else "texts-missing"
        yield _said(rule, "error", language=LANGUAGE_NAMES[language])


def _meanings(spec):
    if spec.get("kind", "request") not in KINDS:
        yield _said("kind-unknown", "error", kind=str(spec.get("kind")))
    if not SLUG.fullmatch(spec.get("slug", "")):
        yield _said("slug-unusable", "error", slug=str(spec.get("slug", "")))
    if not spec.get("id"):
        yield _said("code-missing", "warning")
    try:
        Promise.read(spec.get("promise"))
    except (NotASpan, AttributeError, TypeError):
        yield _said("promise-unreadable", "error")
    try:
        check_audience(spec.get("audience") or "everyone")
    except (ValueError, ExpressionBroken, AttributeError) as broken:
        yield _said("audience-unreadable", "error", detail=str(broken))


def _place(spec):
    department = spec.get("department", "")
    if db.session.scalar(select(Department.id).where(Department.key == department)) is None:
        yield _said("department-unknown", "error", department=department)
        return
    shelves = set(db.session.scalars(select(Category.key).where(Category.department == department)))
    if spec.get("category") not in shelves and shelves:
        yield _said("category-missing", "info")


def _untranslated(spec, files):
    """Everything people read, beside the name and the summary of the service, which are an error of their own."""
    for language, labels in missing(spec, files).items():
        rest = [one for one in labels if one.key not in OWN_ERROR]
        if rest:
            params = {"code": language, "language": LANGUAGE_NAMES[language], "names": listed(map(str, rest))}
            yield StudioFinding("", "", "texts-untranslated", "warning", "", params, place="words")


def _said(rule, severity, **params) -> StudioFinding:
    return StudioFinding("", "", rule, severity, "", params, place="words")
