"""Forms that stand inside a model: Camunda 8's embedded JSON, and the field lists of Camunda 7, Flowable and Spiff."""

import json
from dataclasses import replace

from app.engine.bpmn import ZEEBE, local, text
from app.engine.facts import NO_FACTS, Facts

KINDS = {
    "string": "textfield",
    "text": "textarea",
    "textarea": "textarea",
    "long": "number",
    "int": "number",
    "integer": "number",
    "double": "number",
    "number": "number",
    "boolean": "checkbox",
    "date": "datetime",
    "enum": "select",
}
EMBEDDED = "camunda-forms:bpmn:"
PAGES = ("embedded:", "app:")
"""Keys of pages that another engine's task list draws; here the field list beside such a key is the form."""


def embedded_forms(root, facts: dict[str, Facts]) -> dict[str, dict]:
    """Form key -> form-js schema. A field list is a form under the id of its element, unless it names a form."""
    return {**_embedded(root), **_field_lists(root, facts)}


def with_forms(facts: dict[str, Facts], forms: dict[str, dict]) -> dict[str, Facts]:
    """The facts, with the form of every element whose field list is its form."""
    missing = {key: replace(facts.get(key, NO_FACTS), form=key) for key in forms if not key.startswith(EMBEDDED)}
    return {**facts, **missing}


def _embedded(root):
    forms = {}
    for extension in root.iter(f"{{{ZEEBE}}}userTaskForm"):
        try:
            schema = json.loads(text(extension) or "null")
        except (ValueError, RecursionError):
            continue
        if isinstance(schema, dict) and extension.get("id"):
            forms[f"{EMBEDDED}{extension.get('id')}"] = schema
    return forms


def _field_lists(root, facts):
    forms = {}
    for extension in root.iter("{*}formField", "{*}formProperty"):
        owner = _owner(extension)
        if owner is not None and not _named(facts.get(owner.get("id"))):
            form = forms.setdefault(owner.get("id"), {"type": "default", "id": owner.get("id"), "components": []})
            form["components"].append(_component(extension))
    return forms


def _named(facts) -> bool:
    return bool(facts and facts.form and not facts.form.startswith(PAGES))


def _owner(extension):
    extensions = next((above for above in extension.iterancestors() if local(above) == "extensionElements"), None)
    return extensions.getparent() if extensions is not None and extensions.getparent().get("id") else None


def _component(extension):
    words = (extension.get("type") or "string").lower()
    component = {
        "type": KINDS.get(words, "textfield"),
        "id": extension.get("id") or "",
        "key": extension.get("id") or "",
        "label": extension.get("label") or extension.get("name") or extension.get("id") or "",
    }
    if extension.get("defaultValue"):
        component["defaultValue"] = extension.get("defaultValue")
    options = [one for one in extension if local(one) == "value"]
    if words == "enum":
        component["values"] = [{"value": one.get("id"), "label": one.get("name") or one.get("id")} for one in options]
    if _required(extension):
        component["validate"] = {"required": True}
    return component


def _required(extension):
    constraints = [one.get("name") for one in extension.iter() if local(one) == "constraint"]
    return extension.get("required") == "true" or "required" in constraints
