"""The pen: collects what must change in a spec and its files, and changes no more than that."""

import copy

from app.studio.wording import contexts, json_text
from app.studio.wording.xml_text import quoted, sheet_of


class Pen:
    """Changes to be made at once, so that places found before stay where they were found."""

    def __init__(self, spec: dict, files: dict[str, bytes]):
        self.before, self.spec, self.files = spec, copy.deepcopy(spec), files
        self._spans: dict[str, list[tuple[int, int, str]]] = {}
        self._values: dict[str, list[tuple[tuple, str, str | None]]] = {}

    def name(self, id: str, language: str, text: str):
        """A name in the service's yaml; without a text it is taken out."""
        names = self.spec.setdefault("names", {})
        told = {**names.get(id, {}), language: text}
        names[id] = {key: value for key, value in told.items() if value}
        if not names[id]:
            del names[id]

    def replace(self, path: str, place, text: str):
        """The text of an attribute or element of a drawing, found by a `Place` of its sheet."""
        self._spans.setdefault(path, []).append((place.start, place.end, quoted(text, place.quote)))

    def replace_in_context(self, path: str, place, texts: dict[str, str]):
        self.replace(path, place, contexts.changed(place.text, texts))

    def put(self, path: str, pointer: tuple, key: str, text: str | None):
        """A value in an object of a form; None takes it out."""
        self._values.setdefault(path, []).append((pointer, key, text))

    def changes(self) -> tuple[dict, dict[str, bytes]]:
        """(keys of the spec, files) as `save` wants them: only what is different, None for a key that goes."""
        keys = {*self.before, *self.spec}
        spec = {key: self.spec.get(key) for key in keys if self.spec.get(key) != self.before.get(key)}
        files = {path: self._drawing(path, spans) for path, spans in self._spans.items()}
        files |= {path: json_text.changed(self.files[path], values) for path, values in self._values.items()}
        return spec, {path: data for path, data in files.items() if data != self.files[path]}

    def _drawing(self, path, spans) -> bytes:
        sheet = sheet_of(self.files[path])
        text = sheet.text
        for start, end, new in sorted(spans, reverse=True):
            text = text[:start] + new + text[end:]
        return text.encode(sheet.encoding)
