"""The folder that holds the catalogue: where its parts lie, which forms and fragments there are."""

import json
import re
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path, PurePosixPath

from app.catalog.fault import Broken, Fault, line_of
from app.catalog.source import Source, read_source

# Every dialect names forms in an attribute of its own; an attribute that says the id of a form here means that form.
FORM_REFERENCE = re.compile(rb"""=\s*["']([^"'<>]+)["']""")
BESIDE = ("fragments", "templates")
"""Folders of the catalogue that hold no services."""


class Folder:
    """Reads `catalog/`, `workflows/` and `forms/` below `root`; nothing outside it, and every file once."""

    def __init__(self, root: Path):
        self.root = Path(root).resolve()
        self._contents: dict[str, bytes] = {}

    def services(self) -> dict[str, str]:
        """slug -> path of each service's yaml."""
        paths = map(PurePosixPath, self._matching("catalog/*/*.yaml"))
        return {path.stem: str(path) for path in paths if path.parent.name not in BESIDE}

    def read(self, path: str) -> bytes:
        """Raises OSError; a path that leads out of the folder is not found."""
        if path not in self._contents:
            self._contents[path] = self._bytes(path)
        return self._contents[path]

    def source(self, path: str, slug: str) -> Source:
        return read_source(path, self.read(path), slug)

    @cached_property
    def fragments(self) -> dict[str, dict]:
        """path of the fragment's diagram -> its yaml."""
        return {source.data.get("diagram"): source.data for source in self._fragments if isinstance(source, Source)}

    @cached_property
    def fragment_files(self) -> dict[str, str]:
        """path of the fragment's diagram -> path of its yaml."""
        return {source.data.get("diagram"): source.path for source in self._fragments if isinstance(source, Source)}

    @cached_property
    def fragment_faults(self) -> list[Fault]:
        """What is broken in the fragments' yamls: services go on without the names these would give."""
        return [fault for broken in self._fragments if isinstance(broken, Broken) for fault in broken.faults]

    @cached_property
    def forms(self) -> dict[str, str]:
        """form id -> path."""
        return {form["id"]: path for path, form in self._forms.items() if isinstance(form, dict) and "id" in form}

    def form_id(self, path: str, slug: str) -> str:
        """The id of the form in this file; raises Broken."""
        form = self._forms.get(path)
        if isinstance(form, Fault):
            raise Broken(Fault(slug, path, form.line, "", form.message, form.remedy))
        if not form or not form.get("id"):
            raise Broken(Fault(slug, path, 0, "", "There is no form with an id in this file."))
        return form["id"]

    def forms_named_in(self, diagram: bytes) -> list[str]:
        """Ids of forms that a diagram refers to and that exist here."""
        ids = (found.decode("utf-8", "replace").split(":")[-1] for found in FORM_REFERENCE.findall(diagram))
        return sorted({id for id in ids if id in self.forms})

    @cached_property
    def _fragments(self) -> list[Source | Broken]:
        return [self._fragment(path) for path in self._matching("catalog/fragments/*.yaml")]

    def _fragment(self, path: str) -> Source | Broken:
        try:
            return self.source(path, PurePosixPath(path).stem)
        except Broken as broken:
            return broken

    @cached_property
    def _forms(self) -> dict[str, dict | Fault]:
        return {path: self._form(path) for path in self._matching("forms/**/*.form")}

    def _form(self, path: str) -> dict | Fault:
        try:
            form = json.loads(self.read(path))
        except (json.JSONDecodeError, UnicodeDecodeError) as broken:
            return Fault("", path, getattr(broken, "lineno", 0), "", f"The form is not valid JSON: {broken}.")
        return form if isinstance(form, dict) else Fault("", path, 1, "", "A form must be a JSON object.")

    def _matching(self, pattern: str) -> list[str]:
        return sorted(path.relative_to(self.root).as_posix() for path in self.root.glob(pattern))

    def _bytes(self, path: str) -> bytes:
        full = (self.root / path).resolve()
        if not full.is_relative_to(self.root):
            raise FileNotFoundError(path)
        return full.read_bytes()


class Parcel(Folder):
    """The same three folders as loose files, path -> contents: what a service is exported as, and brought back from."""

    def __init__(self, files: dict[str, bytes]):
        self.files = files
        self._contents = {}

    def _matching(self, pattern: str) -> list[str]:
        # "**" stands for any folders or none, which this match does not know.
        patterns = (pattern, pattern.replace("**/", ""))
        return sorted(path for path in self.files if any(_matches(path, one) for one in patterns))

    def _bytes(self, path: str) -> bytes:
        if path not in self.files:
            raise FileNotFoundError(path)
        return self.files[path]


def _matches(path: str, pattern: str) -> bool:
    same_depth = "**" in pattern or path.count("/") == pattern.count("/")
    return same_depth and fnmatchcase(path, pattern)


def gather(folder: Folder, source: Source, slug: str) -> tuple[dict, dict[str, bytes]]:
    """The spec of a version and all its files: diagram, fragments with their yaml, tables, forms. Raises Broken."""
    data = source.data
    paths = [data["diagram"], *data.get("uses", [])]
    files = {path: _file(folder, source, slug, path, at) for at, path in enumerate(paths)}
    forms = _forms(folder, source, slug, files)
    names = {}
    for path in paths:
        names.update(folder.fragments.get(path, {}).get("names") or {})
    spec = {**data, "slug": slug, "names": {**names, **(data.get("names") or {})},
            "forms": {path: id for id, path in forms.items()}}
    described = [folder.fragment_files[path] for path in paths if path in folder.fragment_files]
    return spec, {**files, **{path: folder.read(path) for path in (*forms.values(), *described)}}


def _file(folder, source, slug, path, at) -> bytes:
    key = ("uses", at - 1) if at else ("diagram",)
    try:
        return folder.read(path)
    except (OSError, TypeError) as missing:
        raise Broken(source.fault(slug, f"There is no file {path!r}.", *key)) from missing


def _forms(folder, source, slug, files) -> dict[str, str]:
    forms = {id: folder.forms[id] for data in files.values() for id in folder.forms_named_in(data)}
    path = source.data.get("form")
    if path:
        try:
            folder.read(path)
        except OSError as missing:
            raise Broken(source.fault(slug, f"There is no file {path!r}.", "form")) from missing
        forms[folder.form_id(path, slug)] = path
    return forms


def place(files: dict[str, bytes], element: str) -> tuple[str, int]:
    """The file and line where an element begins; the first file where it is nowhere."""
    for path, data in files.items():
        line = line_of(data, element)
        if line:
            return path, line
    return next(iter(files)), 0
