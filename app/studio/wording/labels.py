"""Every label of a service, what is missing, and how new texts get to where they belong."""

from collections.abc import Mapping

from app.base import Refusal, organisation
from app.studio.wording.drawing_texts import drawing_labels
from app.studio.wording.form_texts import form_labels
from app.studio.wording.label import Label
from app.studio.wording.pen import Pen
from app.studio.wording.service_texts import service_labels

DRAWINGS = (".bpmn", ".bpmn20.xml", ".xml")


class LabelGone(Refusal):
    """This text is no longer there: what it stood on was removed in the meantime."""


def labels(spec: dict, files: Mapping[str, bytes]) -> list[Label]:
    """Texts of the service, of its drawings (the main one first), of its decisions and of its forms; each key once."""
    drawings = [path for path in files if path.endswith(DRAWINGS)]
    drawings.sort(key=lambda path: path != spec.get("diagram"))
    drawn = [one for path in drawings for one in drawing_labels(path, files[path], spec)]
    formed = [one for path in files if path.endswith(".form") for one in form_labels(path, files[path])]
    decided = [one for one in drawn if one.part == "decisions"]
    found: dict[str, Label] = {}
    for one in (*service_labels(spec), *(one for one in drawn if one.part != "decisions"), *decided, *formed):
        found.setdefault(one.key, one)
    return list(found.values())


def missing(spec: dict, files: Mapping[str, bytes]) -> dict[str, list[Label]]:
    """language -> labels that have no text in it, for every language of the organisation; `str(label)` says where."""
    found = labels(spec, files)
    return {language: [one for one in found if one.lacks(language)] for language in organisation().languages}


def rewritten(spec: dict, files: Mapping[str, bytes], texts: dict[str, dict[str, str]]) -> tuple[dict, dict]:
    """(changed keys of the spec, changed files) when labels read as `texts` says: key -> {language: text}.

    Raises LabelGone for a label that is not there, CannotBeWritten for a text that cannot stand where it should.
    """
    known = {one.key: one for one in labels(spec, files)}
    pen = Pen(spec, files)
    for key, told in texts.items():
        if key not in known:
            raise LabelGone
        known[key].write(told, pen)
    return pen.changes()
