"""New, copied, renamed and removed forms and tables: plain values in, the change of the draft out."""

import json
import re
from dataclasses import dataclass, field

from lxml import etree

from app.base import Refusal, pick
from app.catalog import tongue
from app.engine import ModelRefused
from app.engine.bpmn import local
from app.engine.read.xml import parse_xml
from app.forms import Form, FormBroken
from app.studio.editing.asked import Room
from app.studio.editing.linking import linked

DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/"
HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n'


class FileInUse(Refusal):
    """“{name}” is used by {where}. Give those steps another form or table first."""

    status = 409


class FileMissing(Refusal):
    """There is no such form or table in this draft any more."""

    status = 404


class NotAForm(Refusal):
    """“{name}” is not a form that can be used: {detail}"""

    status = 422


class NotATable(Refusal):
    """“{name}” is not a file of decision tables that can be used: {detail}"""

    status = 422


@dataclass(frozen=True)
class Change:
    """What `save` is to be given: files (None removes one) and keys of the spec; `path` is where to go on."""

    path: str
    files: dict = field(default_factory=dict)
    spec: dict = field(default_factory=dict)


def made_form(spec: dict, files: dict, room: Room, element: str = "", title: str = "") -> Change:
    """A new empty form; linked to `element` (in the dialect of its drawing) where one is named."""
    asked = next((one for one in room.asked if one.element == element and one.wants == "form"), None)
    titles = {key: text for key, text in (asked.names if asked else {}).items() if text}
    title = title.strip() or pick(titles, "en") or (asked.element if asked else "")
    titles = {language: text for language, text in titles.items() if text != title}
    id = free(_word(f"{spec['slug']}-{asked.reference or title or element}" if asked and not asked.start else
                    spec["slug"] if asked else f"{spec['slug']}-{title or 'form'}", spec["slug"]), _ids(room))
    if asked and asked.reference and asked.reference not in _ids(room):
        id = asked.reference
    path = _free_path(f"forms/{spec['department']}/{_word(id, 'form')}.form", files)
    schema = {"type": "default", "id": id, "title": title or id, **({"titles": titles} if titles else {}),
              "schemaVersion": 19, "exporter": {"name": "Mizban", "version": "1"}, "components": []}
    change = {path: _json(schema)}
    keys = {"forms": {**(spec.get("forms") or {}), path: id}}
    if asked and asked.start:
        keys["form"] = path
    elif asked and asked.reference != id:
        change[asked.drawing] = linked(files[asked.drawing], asked.element, id)
    return Change(path, change, keys)


def made_table(spec: dict, files: dict, room: Room, element: str = "", title: str = "") -> Change:
    """A new table with one input and one output; linked to the rule task `element` where one is named."""
    asked = next((one for one in room.asked if one.element == element and one.wants == "table"), None)
    title = title.strip() or (asked.name("en") if asked else "") or "Decision"
    taken = {id for sheet in room.tables.values() for id in sheet.ids}
    id = asked.reference if asked and asked.reference else free(_word(title, "decision").replace("-", "_"), taken)
    path = _free_path(f"workflows/{spec['department']}/{spec['slug']}-{_word(id, 'table')}.dmn", files)
    change = {path: _empty_table(id, title)}
    if asked and asked.reference != id:
        change[asked.drawing] = linked(files[asked.drawing], asked.element, id, "decision")
    return Change(path, change, {"uses": [*(spec.get("uses") or []), path]})


def copied(spec: dict, files: dict, room: Room, path: str) -> Change:
    """The same form or table once more, under ids of its own; nothing uses it yet."""
    if path in room.forms:
        schema = json.loads(files[path])
        schema["id"] = free(room.forms[path].id or "form", _ids(room))
        new = _free_path(path, files)
        return Change(new, {new: _json(schema)}, {"forms": {**(spec.get("forms") or {}), new: schema["id"]}})
    if path not in room.tables:
        raise FileMissing
    root = parse_xml(path, files[path])
    taken = {id for sheet in room.tables.values() for id in sheet.ids}
    new_ids = {id: free(id, taken) for id in room.tables[path].ids}
    for element in root.iter(etree.Element):
        if local(element) == "decision" and element.get("id") in new_ids:
            element.set("id", new_ids[element.get("id")])
        for name in ("href", "dmnElementRef"):
            bare = (element.get(name) or "").removeprefix("#")
            if bare in new_ids:
                element.set(name, element.get(name).replace(bare, new_ids[bare]))
    new = _free_path(path, files)
    return Change(new, {new: _xml(root)}, {"uses": [*(spec.get("uses") or []), new]})


def titled(files: dict, room: Room, path: str, title: str, language: str = "en") -> Change:
    """Another title in one language (a table has but one name); ids and what refers to them stay."""
    if path in room.forms:
        schema = json.loads(files[path])
        own = str(schema.get("title") or "")
        titles = schema.get("titles") if isinstance(schema.get("titles"), dict) else {}
        if language not in titles and tongue(title) == language and (not own or tongue(own) == language):
            return Change(path, {path: _json({**schema, "title": title})})
        return Change(path, {path: _json({**schema, "titles": {**titles, language: title}})})
    if path not in room.tables:
        raise FileMissing
    root = parse_xml(path, files[path])
    root.set("name", title)
    return Change(path, {path: _xml(root)})


def removed(spec: dict, files: dict, room: Room, path: str, language: str = "en") -> Change:
    """Without this file. Raises FileInUse where something still asks for it."""
    sheet = room.forms.get(path) or room.tables.get(path)
    using = [one for one in room.asked if one.path == path]
    if using:
        where = (", " if language == "en" else "، ").join(dict.fromkeys(one.name(language) for one in using))
        raise FileInUse(name=sheet.title(language) if sheet else path, where=where)
    keys: dict = {}
    if path in (spec.get("forms") or {}):
        keys["forms"] = {one: id for one, id in spec["forms"].items() if one != path}
    tests = tests_path(path)
    if {path, tests} & set(spec.get("uses") or ()):
        keys["uses"] = [one for one in spec["uses"] if one not in (path, tests)]
    return Change("", dict.fromkeys({path, tests} & files.keys()), keys)


def added(spec: dict, files: dict, room: Room, name: str, data: bytes) -> Change:
    """An uploaded `.form` or `.dmn`. A form whose id is there already takes that form's place, as does a table."""
    name = name.replace("\\", "/").rsplit("/", 1)[-1]
    if name.lower().endswith(".dmn"):
        return _added_table(spec, files, room, name, data)
    try:
        id = Form.read(data).id
    except FormBroken as broken:
        raise NotAForm(name=name, detail=broken.findings[0].message) from None
    there = next((path for path, sheet in room.forms.items() if id and sheet.id == id), None)
    if there:
        return Change(there, {there: data})
    if not id:
        id = free(_word(name.removesuffix(".form"), "form"), _ids(room))
        data = _json({**json.loads(data), "id": id})
    path = _free_path(f"forms/{spec['department']}/{_word(name.removesuffix('.form'), 'form')}.form", files)
    return Change(path, {path: data}, {"forms": {**(spec.get("forms") or {}), path: id}})


def tests_path(table: str) -> str:
    """Where the tests of a file of tables lie: beside it, in the format of the DMN TCK."""
    return f"{table.removesuffix('.dmn')}-test.xml"


def free(wanted: str, taken) -> str:
    """`wanted`, or with the first number that makes it free."""
    number, found = 2, wanted
    while found in taken:
        found, number = f"{wanted}-{number}", number + 1
    return found


def _added_table(spec, files, room, name, data) -> Change:
    try:
        root = parse_xml(name, data)
    except ModelRefused as refused:
        raise NotATable(name=name, detail=refused.findings[0].message) from None
    ids = [one.get("id") for one in root if isinstance(one.tag, str) and local(one) == "decision"]
    if not ids:
        raise NotATable(name=name, detail="it holds no decision.")
    there = next((path for path, sheet in room.tables.items() if set(sheet.ids) & set(ids)), None)
    if there:
        return Change(there, {there: data})
    path = _free_path(f"workflows/{spec['department']}/{_word(name.removesuffix('.dmn'), 'table')}.dmn", files)
    return Change(path, {path: data}, {"uses": [*(spec.get("uses") or []), path]})


def _ids(room: Room) -> set[str]:
    return {sheet.id for sheet in room.forms.values()}


def _free_path(path: str, files) -> str:
    stem, dot, ending = path.rpartition(".")
    return free(stem, {one.rpartition(".")[0] for one in files if one.endswith(dot + ending)}) + dot + ending


def _word(text: str, otherwise: str) -> str:
    """Small letters, digits and dashes, as files and ids are named."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:60] or otherwise


def _json(schema: dict) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()


def _xml(root) -> bytes:
    return HEAD + etree.tostring(root, encoding="UTF-8")


def _empty_table(id: str, name: str) -> bytes:
    root = etree.Element("definitions", {"id": f"Definitions_{id}", "name": name, "namespace": "http://mizban/dmn"},
                         nsmap={None: DMN})
    decision = etree.SubElement(root, "decision", id=id, name=name)
    etree.SubElement(decision, "variable", id=f"{id}_variable", name=id)
    table = etree.SubElement(decision, "decisionTable", id=f"{id}_table", hitPolicy="FIRST")
    column = etree.SubElement(table, "input", id=f"{id}_input", label="")
    asked = etree.SubElement(column, "inputExpression", id=f"{id}_input_text", typeRef="string")
    etree.SubElement(asked, "text").text = ""
    etree.SubElement(table, "output", id=f"{id}_output", name="result", typeRef="string")
    etree.indent(root)
    return HEAD + etree.tostring(root, encoding="UTF-8") + b"\n"
