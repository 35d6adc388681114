"""Reading one yaml of the catalogue: plain values, and the line on which each of them stands."""

import re
from dataclasses import dataclass

import yaml

from app.catalog.fault import Broken, Fault


class _Loader(yaml.SafeLoader):
    """YAML with the plain values of version 1.2: "no" is the word no, and a date stays text."""


_Loader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("tag:yaml.org,2002:bool", r"true|false", "tf"),
    ("tag:yaml.org,2002:int", r"[-+]?(?:0|[1-9]\d*)", "-+0123456789"),
    ("tag:yaml.org,2002:float", r"[-+]?(?:\d+\.\d*|\.\d+|\d+)(?:[eE][-+]?\d+)?", "-+.0123456789"),
    ("tag:yaml.org,2002:null", r"~|null|", ["~", "n", ""]),
):
    _Loader.add_implicit_resolver(_tag, re.compile(rf"^(?:{_pattern})$"), list(_first))


@dataclass(frozen=True)
class Source:
    """`data` is the file's content, `lines` the line of each value by its path of keys."""

    path: str
    data: dict
    lines: dict[tuple, int]

    def line(self, *keys) -> int:
        """The line of the value at `keys`, or of the nearest thing around it."""
        while keys and keys not in self.lines:
            keys = keys[:-1]
        return self.lines.get(keys, 1)

    def fault(self, slug: str, message: str, *keys, severity="error") -> Fault:
        return Fault(slug, self.path, self.line(*keys), ".".join(str(key) for key in keys), message, severity=severity)


def read_source(path: str, text: bytes, slug: str) -> Source:
    """Raises Broken with the line where the yaml cannot be read."""
    loader = None
    try:
        loader = _Loader(text.decode("utf-8-sig"))
        node = loader.get_single_node()
        data = loader.construct_document(node) if node else None
    except UnicodeDecodeError as broken:
        raise Broken(Fault(slug, path, 0, "", "The file is not UTF-8 text.", "Save it as UTF-8.")) from broken
    except yaml.YAMLError as broken:
        raise Broken(_explained(path, slug, broken)) from broken
    finally:
        if loader:
            loader.dispose()
    if not isinstance(data, dict):
        raise Broken(Fault(slug, path, 1, "", "The file must hold keys and values."))
    return Source(path, data, dict(_lines(node, ())))


def _explained(path, slug, broken) -> Fault:
    mark = getattr(broken, "problem_mark", None)
    said = getattr(broken, "problem", None) or "it is not valid yaml"
    return Fault(slug, path, mark.line + 1 if mark else 0, "", f"The yaml cannot be read: {said}.")


def _lines(node, path, line=None):
    """(path, line) of every value; what has a key stands where its key stands."""
    yield path, line or node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _lines(value, (*path, key.value), key.start_mark.line + 1)
    elif isinstance(node, yaml.SequenceNode):
        for at, value in enumerate(node.value):
            yield from _lines(value, (*path, at))
