"""Renaming the key of a field: what it would change, and doing it, in one revision of the draft."""

from flask import Blueprint, abort, redirect, render_template, request, url_for

from app.base import Refusal, read_clock
from app.people.current import person
from app.studio.drafts import save
from app.studio.editing.renaming import plan
from app.studio.editing.renaming.reach import path_of, schemas
from app.studio.rights import DESIGN, Rights
from app.ui import reader

blueprint = Blueprint("studio_renamings", __name__, url_prefix="/studio")


@blueprint.get("/<slug>/forms/renaming")
def show(slug):
    """The places that read the key of `component` in the form `path`; with `key`, what each becomes."""
    draft = Rights.of(person()).draft(slug, DESIGN)
    files = draft.contents()
    form, answer = _asked(files, request.args)
    new = request.args.get("key", answer[-1]).strip()
    try:
        found, refusal = plan(draft.spec, files, form, answer, new, reader().language), None
    except Refusal as refused:
        found, refusal = None, refused
    return render_template("studio/renaming_places.html", plan=found, refusal=refusal, old=answer[-1], new=new)


@blueprint.post("/<slug>/forms/renamings")
def create(slug):
    """Do it: all files and texts at once. Back to the form."""
    draft = Rights.of(person()).draft(slug, DESIGN, lock=True)
    files = draft.contents()
    form, answer = _asked(files, request.form)
    done = plan(draft.spec, files, form, answer, request.form.get("key", "").strip())
    save(draft, by=person(), now=read_clock(), seen=draft.revision, what="form", files=done.files, spec=done.spec,
         detail={"renamed": [done.old, done.new]})
    return redirect(url_for("studio_forms.edit", slug=slug, path=request.form["path"]), 303)


def _asked(files, said) -> tuple[str, tuple[str, ...]]:
    """(form id, path of the answer) of a component."""
    path = said.get("path", "")
    form = next((id for id, (at, _) in schemas(files).items() if at == path), None)
    answer = path_of(schemas(files)[form][1], said.get("component", "")) if form else None
    if not answer:
        abort(404)
    return form, answer
