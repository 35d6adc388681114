"""What the forms and tables of a version say, field by field and row by row."""

import json

from app.catalog import in_tongues
from app.engine import Bundle
from app.studio.comparing.difference import Thing

LIMITS = ("minLength", "maxLength", "min", "max", "pattern", "validationType")


def forms(files: dict[str, bytes]) -> dict[str, Thing]:
    """Forms by path: their titles, rules and the order of their fields."""
    return {path: _form(path, schema) for path, schema in _schemas(files)}


def fields(files: dict[str, bytes]) -> dict[str, Thing]:
    """Fields by "path#key" (or "path#id" for what is only shown)."""
    found = {}
    for path, schema in _schemas(files):
        for key, field in _walk(schema.get("components") or ()):
            found[f"{path}#{key}"] = _field(key, field, _title(path, schema))
    return found


def tables(bundle: Bundle) -> dict[str, Thing]:
    """Decisions of the DMN files by id: columns and rows."""
    found = {}
    for path, root in bundle.decisions.items():
        for decision in root.iter("{*}decision"):
            rows = [" | ".join(_texts(rule)) for rule in decision.iter("{*}rule")]
            columns = [one.get("label") or one.get("name") or "".join(_texts(one))
                       for kind in ("input", "output") for one in decision.iter(f"{{*}}{kind}")]
            logic = "\n".join(text for one in decision.iter("{*}literalExpression") for text in _texts(one))
            hit = " ".join(one.get("hitPolicy", "UNIQUE") for one in decision.iter("{*}decisionTable"))
            aspects = {"rows": "\n".join(rows), "columns": " | ".join(columns), "hit": hit,
                       "logic": "" if rows else logic}
            name = decision.get("name") or decision.get("id")
            found[decision.get("id")] = Thing(in_tongues(name), aspects, path, "decision")
    return found


def _schemas(files):
    for path, data in files.items():
        if path.endswith(".form"):
            try:
                schema = json.loads(data)
            except (ValueError, RecursionError):
                schema = {}
            yield path, schema if isinstance(schema, dict) else {}


def _form(path, schema) -> Thing:
    order = [key for key, _ in _walk(schema.get("components") or ())]
    return Thing(in_tongues(_title(path, schema), schema.get("titles")), {
        "title": "; ".join([str(schema.get("title") or ""), *_pairs(schema.get("titles") or {})]),
        "rules": "\n".join(str(rule.get("test", "")) for rule in schema.get("rules") or ()),
        "order": ", ".join(order),
    }, path, "form")


def _title(path, schema) -> str:
    return str(schema.get("title") or path.rsplit("/", 1)[-1].removesuffix(".form"))


def _walk(components, above=""):
    """(key, component) of a form and of the rows and groups in it."""
    for one in components:
        if not isinstance(one, dict):
            continue
        key = str(one.get("key") or one.get("path") or one.get("id") or "")
        if key and one.get("type") not in ("spacer", "separator"):
            yield f"{above}{key}", one
        inner = f"{above}{key}." if one.get("type") == "dynamiclist" else above
        yield from _walk(one.get("components") or (), inner)


def _field(key, field, form) -> Thing:
    validate, properties = field.get("validate") or {}, field.get("properties") or {}
    told = {name.partition(":")[2]: text for name, text in properties.items() if name.startswith(("label:", "text:"))}
    label = str(field.get("label") or field.get("text") or key)
    options = field.get("values") or ()
    shown = (field.get("conditional") or {}).get("hide")
    return Thing(in_tongues(label, told), {
        "name": label,
        "kind": str(field.get("type") or ""),
        "required": str(properties.get("required-if") or ("yes" if validate.get("required") else "")),
        "options": "\n".join(str(one.get("label") or one.get("value")) for one in options if isinstance(one, dict)),
        "help": str(field.get("description") or ""),
        "limits": "; ".join(_pairs({name: validate[name] for name in LIMITS if name in validate})),
        "hidden": str(shown or ""),
        "start": str(field.get("defaultValue") or ""),
        "words": "; ".join(_pairs({name: text for name, text in properties.items() if name[-3:] in (":fa", ":ar")})),
        "settings": "; ".join(_pairs({name: text for name, text in properties.items()
                                      if ":" not in name and name != "required-if"})),
    }, form, str(field.get("type") or ""))


def _pairs(values: dict) -> list[str]:
    return [f"{key}: {value}" for key, value in sorted(values.items())]


def _texts(element) -> list[str]:
    return [" ".join("".join(one.itertext()).split()) for one in element.iter("{*}text")]
