"""Shared fragments as parts to draw with: what they declare, and taking their files into a draft."""

from pathlib import Path

from app.base import Refusal, pick
from app.catalog.fault import Broken
from app.catalog.folder import Folder

PREFILLED = {
    "who": '="manager(beneficiary)"', "audience": '="beneficiary"', "to": "=requester", "rule": '="any"',
    "deadline": '="PT8H"', "on_silence": '="escalate"', "amount": "=null", "subject": '=""', "team": '=""',
    "checklist": "=[]", "due": '="PT16H"', "calendar": '="working"', "unclaimed_after": '="PT4H"', "days": "=3",
    "sample": "=100", "scale": "=5", "low": "=2", "event": '="news"',
    "question": '={en: "", fa: "", ar: ""}', "result": '={en: "", fa: "", ar: ""}', "text": '={en: "", fa: "", ar: ""}',
}
"""What an input has before somebody writes what it should be: the same as the shipped services mostly have."""
ENDS = {
    "CA_APPROVE": ["approved", "rejected", "sent_back", "expired"], "CA_CLARIFY": ["answered", "no_answer"],
    "CA_FULFIL": ["done", "ask", "cannot"], "CA_CONFIRM": ["accepted", "reopened"],
}


class FragmentGone(Refusal):
    """This shared step does not exist any more. Choose another one."""

    status = 422


def fragments(root: Path, language: str) -> list[dict]:
    """{process, name, summary, inputs, outputs, outcomes} of each fragment; inputs carry a first value."""
    return [_told(source.data, language) for source in _sources(Folder(root))]


def take(root: Path, process: str, spec: dict, files) -> tuple[dict, dict[str, bytes]]:
    """Changed keys of the spec and new files for a draft that calls the fragment; both empty where it has them.

    `files` are the paths of the draft. Raises FragmentGone.
    """
    folder = Folder(root)
    data = next((source.data for source in _sources(folder) if source.data.get("process") == process), None)
    if data is None:
        raise FragmentGone
    path = data["diagram"]
    if path in files and path in spec.get("uses", []):
        return {}, {}
    drawing = folder.read(path)
    forms = {folder.forms[id]: id for id in folder.forms_named_in(drawing)}
    new = {path: drawing, **{form: folder.read(form) for form in forms}}
    changed = {
        "uses": [*dict.fromkeys([*spec.get("uses", []), path])], "forms": {**forms, **spec.get("forms", {})},
        "names": {**(data.get("names") or {}), **(spec.get("names") or {})},
    }
    return changed, {one: data for one, data in new.items() if one not in files}


def _sources(folder: Folder) -> list:
    found = []
    for path in sorted(folder.root.glob("catalog/fragments/*.yaml")):
        try:
            found.append(folder.source(path.relative_to(folder.root).as_posix(), path.stem))
        except Broken:
            continue  # told when the catalogue is read; here it is only one part less to draw with
    return found


def _told(data: dict, language: str) -> dict:
    texts, process = data.get("texts") or {}, data.get("process", "")
    name = pick({key: text.get("name", "") for key, text in texts.items()}, language, process)
    summary = pick({key: text.get("summary", "") for key, text in texts.items()}, language, "")
    inputs = [{"key": key, "note": note, "value": PREFILLED.get(key, "=null")}
              for key, note in (data.get("inputs") or {}).items()]
    outputs = [{"key": key, "note": note, "target": key} for key, note in (data.get("outputs") or {}).items()]
    return {"process": process, "name": name, "summary": summary, "inputs": inputs, "outputs": outputs,
            "outcomes": ENDS.get(process, [])}
