"""A draft out of files, of a template or of another service; what is safe to mend is mended after it was kept."""

from datetime import datetime

from app.base import Refusal
from app.catalog import Published
from app.engine.survey import Survey
from app.studio.bringing.arranging import arrange
from app.studio.bringing.forms_out import forms_out
from app.studio.bringing.note import Note
from app.studio.bringing.placing import placed
from app.studio.bringing.pool import with_pool_called
from app.studio.bringing.slug import free_slug
from app.studio.bringing.sorting import Sorted, sort
from app.studio.bringing.templates import Template
from app.studio.bringing.unpacking import unpack
from app.studio.checking import TooMuchWork, laid_out, look, repaired
from app.studio.drafts import Draft, begin, save

NOT_COPIED = ("id", "slug", "owner", "department", "category", "callable_by", "general")
MOST_TOLD = 200


class NothingBrought(Refusal):
    """None of these files is a drawing, a table or a form."""

    status = 422

    def __init__(self, notes: list[Note]):
        self.notes = notes
        super().__init__()


def bring(uploads: list[tuple[str, bytes]], *, department: str, sheet: Template, by, now: datetime) -> Draft:
    """A draft of dropped files; without any drawing they lie beside an empty `sheet`. Raises NothingBrought."""
    received = unpack(uploads)
    brought = sort(received.files)
    notes = [*received.notes, *brought.notes]
    if not brought:
        raise NothingBrought(notes)
    if not brought.drawings:
        notes.append(Note(next(iter(brought.files)), "no-drawing"))
        brought = _beside(sheet, brought, department)
    arranged = arrange(brought, department)
    slug = free_slug(arranged.spec.get("slug", ""), arranged.name)
    kept, said_anew = _without_what_is_others(arranged.spec, slug, department, next(iter(brought.order), ""))
    spec = {**_order(department, by), **kept, "department": department}
    told = [one.as_dict() for one in (*notes, *arranged.notes, *said_anew)][:MOST_TOLD]
    detail = {"brought": sorted(received.files)[:MOST_TOLD], "notes": told}
    draft = begin(slug, {**spec, "slug": slug}, arranged.files, by=by, now=now, detail=detail)
    return mend(draft, by=by, now=now, seen=arranged.seen)


def from_template(template: Template, name: str, *, language: str, department: str, by, now: datetime) -> Draft:
    """A draft of a shipped template, for this department, under a name of its own in the `language` of its writer."""
    slug = free_slug(name, template.slug)
    spec, files = template.for_department(department, slug)
    texts = {language: {"name": name, "summary": ""}} if name else spec["texts"]
    spec = {**_order(department, by), **spec, "id": "", "owner": by.key, "texts": texts}
    files = with_pool_called(name, spec, files)
    return begin(slug, spec, files, by=by, now=now, detail={"template": template.slug})


def from_service(version: Published, name: str, *, language: str, department: str, by, now: datetime) -> Draft:
    """A draft that is a copy of another service; who owns, asks and calls it is said anew."""
    kept = {key: value for key, value in version.spec.items() if key not in NOT_COPIED}
    if name:
        kept["texts"] = {**kept["texts"], language: {**kept["texts"].get(language, {}), "name": name}}
    slug = free_slug(name, f"{version.slug} copy")
    spec, files = placed({**kept, "slug": version.slug}, version.files, department, slug)
    files = with_pool_called(name, spec, files)
    return begin(slug, {**_order(department, by), **spec}, files, by=by, now=now, detail={"copy_of": version.slug})


def replace_drawing(draft: Draft, name: str, data: bytes, *, by, now: datetime, seen: int) -> list[Note]:
    """Another drawing in the place of the draft's own; forms, tables and texts stay. Raises NothingBrought."""
    received = unpack([(name, data)])
    drawings = sort(received.files).drawings
    if not drawings:
        raise NothingBrought([*received.notes, *([] if received.notes else [Note(name, "no-model")])])
    path = draft.diagram_path
    files = {**draft.contents(), path: next(iter(drawings.values()))}
    found = look({path: files[path]}, path, "")
    spec = {"process": found.process} if found.process and found.process != draft.spec.get("process") else {}
    save(draft, by=by, now=now, seen=seen, what="brought", files={path: files[path]}, spec=spec,
         detail={"brought": [name]})
    mend(draft, by=by, now=now)
    return [Note(name, "kept-unreadable")] if found.unread else []


def mend(draft: Draft, *, by, now: datetime, seen: Survey | None = None) -> Draft:
    """Write missing layouts and then safe repairs into the texts, each as a revision that says what was done.

    With the repairs, forms that stand inside the drawings become files.

    `seen` is what is known of these files already, so that they need not be looked at again.
    """
    files, main = draft.contents(), draft.diagram_path
    seen = seen or look(files, main, draft.spec.get("process", ""))
    try:
        drawn = laid_out(files, main) if seen.undrawn else {}
        changed = repaired({**files, **drawn}, main) if seen.repairs else {}
        forms, spec, notes = forms_out(draft.spec, {**files, **drawn, **changed}, seen)
    except TooMuchWork:
        return draft
    if drawn:
        laid = [Note(path.rsplit("/", 1)[-1], "laid-out").as_dict() for path in drawn]
        save(draft, by=by, now=now, seen=draft.revision, what="drawing", files=drawn, detail={"notes": laid})
    if changed or forms:
        told = [{"rule": one.rule, "element": one.element, "name": one.name, "params": one.params}
                for one in seen.repairs]
        detail = {"repairs": told[:MOST_TOLD], "notes": [one.as_dict() for one in notes]}
        save(draft, by=by, now=now, seen=draft.revision, what="mended", files={**changed, **forms}, spec=spec,
             detail=detail)
    return draft


def _without_what_is_others(spec: dict, slug: str, department: str, file: str) -> tuple[dict, list[Note]]:
    """A whole service from another department is owned, coded and placed by whoever brings it; a second one of ours
    cannot have the code of the first."""
    if spec.get("department", department) != department:
        return {key: value for key, value in spec.items() if key not in NOT_COPIED}, [Note(file, "order-of-others")]
    if spec.get("id") and spec.get("slug") != slug:
        return {**spec, "id": ""}, [Note(file, "order-again", {"id": spec["id"]})]
    return spec, []


def _order(department: str, by) -> dict:
    """What a new service says before anybody has said anything; who brings it answers for it."""
    return {"id": "", "kind": "request", "department": department, "owner": by.key, "icon": "file-text"}


def _beside(sheet: Template, brought: Sorted, department: str) -> Sorted:
    _, files = sheet.for_department(department)
    drawings = {path: data for path, data in files.items() if path.endswith(".bpmn")}
    forms = brought.forms or {path: data for path, data in files.items() if path.endswith(".form")}
    return Sorted(drawings, brought.tables, forms, {}, brought.notes)
