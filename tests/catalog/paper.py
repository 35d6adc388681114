"""A small catalogue on paper: one service with one approval, whose files a test may change before they are read."""

import json
from pathlib import Path

import yaml

BPMN = Path(__file__).with_name("keys.bpmn").read_text("utf-8")

SERVICE = {
    "id": "FC-09", "slug": "keys", "kind": "request", "department": "facilities", "category": "doors",
    "icon": "key-round", "diagram": "workflows/facilities/keys.bpmn", "process": "keys",
    "form": "forms/facilities/keys.form",
    "owner": "group:facility-desk", "promise": {"time": "P2D", "calendar": "working"},
    "audience": "everyone", "title": '="Key for " + room', "lanes": {"Lane_desk": '=group("facility-desk")'},
    "texts": {
        "en": {"name": "Key for a room", "summary": "A key or card.", "description": "Doors of all sites.",
               "get": ["A key"]},
        "fa": {"name": "کلید اتاق", "summary": "کلید یا کارت در یک روز."},
        "ar": {"name": "مفتاح غرفة", "summary": "مفتاح أو بطاقة."},
    },
    "names": {"Decide": {"fa": "تصمیم دربارهٔ کلید"}, "Lane_desk": {"fa": "میز"}, "outcome:approved": {"en": "Give it"}},
    "walks": [{"name": "given", "requester": "sara", "answers": {"room": "B-12"},
               "steps": [{"step": "Decide", "answers": {"outcome": "approved"}}], "path": ["Asked", "Decide", "Given"],
               "end": "Given"}],
}

DEPARTMENTS = {"facilities": {
    "icon": "building-2", "texts": {"en": {"name": "Facilities"}, "fa": {"name": "ساختمان"}, "ar": {"name": "المرافق"}},
    "categories": {"doors": {"texts": {"en": {"name": "Doors"}, "fa": {"name": "درها"}, "ar": {"name": "الأبواب"}}}}}}


def form(id: str) -> dict:
    return {"type": "default", "id": id, "schemaVersion": 19, "components": [
        {"type": "textfield", "id": f"{id}_room", "key": "room", "label": "Room",
         "properties": {"label:fa": "اتاق", "label:ar": "غرفة"}}]}


class Paper:
    """The files below `root`; `write` puts one there, `service` one more service like `keys` with other words."""

    def __init__(self, root):
        self.root = root
        self.yaml("catalog/departments.yaml", DEPARTMENTS)
        self.service()
        self.write("workflows/facilities/keys.bpmn", BPMN)
        for id in ("keys", "keys-decide"):
            self.write(f"forms/facilities/{id}.form", json.dumps(form(id)))

    def write(self, path: str, text: str):
        full = self.root / path
        full.parent.mkdir(parents=True, exist_ok=True)
        full.write_text(text, "utf-8")

    def yaml(self, path: str, data: dict):
        self.write(path, yaml.safe_dump(data, allow_unicode=True, sort_keys=False))

    def service(self, slug="keys", **changes):
        data = {**SERVICE, **changes, "slug": slug}
        self.yaml(f"catalog/facilities/{slug}.yaml", {key: value for key, value in data.items() if value is not None})

    def remove(self, path: str):
        (self.root / path).unlink()

    def change(self, path: str, old: str, new: str):
        text = (self.root / path).read_text("utf-8")
        assert old in text
        self.write(path, text.replace(old, new))
