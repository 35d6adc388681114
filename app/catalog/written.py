"""A service's spec as the yaml of the folders: always the same text for the same service, short things on one line."""

import yaml

ORDER = (
    "id", "slug", "kind", "department", "category", "icon", "order", "general", "listed", "diagram", "process", "form",
    "owner", "promise", "audience", "callable_by", "title", "uses", "lanes", "texts", "walks", "names",
)
WIDTH = 120
DERIVED = ("forms",)
"""What gathering finds out anew, and is therefore not written."""


class _Flow(dict):
    """Written on one line: {time: P1D, calendar: working}."""


class _FlowList(list):
    """Written on one line, or folded to the width."""


class _Block(str):
    """Written line by line after a "|"."""


class _Writer(yaml.SafeDumper):
    def ignore_aliases(self, data):
        return True

    def increase_indent(self, flow=False, indentless=False):
        return super().increase_indent(flow, False)

    # Lists are folded to the width, texts never: a sentence that changed is one line of the difference.
    def write_plain(self, text, split=True):
        super().write_plain(text, False)

    def write_single_quoted(self, text, split=True):
        super().write_single_quoted(text, False)

    def write_double_quoted(self, text, split=True):
        super().write_double_quoted(text, False)


# What the reader takes for a number, a date or a truth value must be quoted, and nothing else.
_Writer.yaml_implicit_resolvers = {
    key: list(value) for key, value in yaml.SafeDumper.yaml_implicit_resolvers.items()
}
_Writer.add_representer(_Flow, lambda writer, data: writer.represent_mapping(
    "tag:yaml.org,2002:map", data.items(), flow_style=True))
_Writer.add_representer(_FlowList, lambda writer, data: writer.represent_sequence(
    "tag:yaml.org,2002:seq", data, flow_style=True))
_Writer.add_representer(str, lambda writer, data: writer.represent_scalar(
    "tag:yaml.org,2002:str", data, style="'" if data.startswith("=") else None))
_Writer.add_representer(_Block, lambda writer, data: writer.represent_scalar("tag:yaml.org,2002:str", data, style="|"))


def written(spec: dict, names: dict | None = None) -> str:
    """The yaml of a service; `names` replaces the spec's (those that come with the fragments are not repeated)."""
    said = {key: value for key, value in spec.items() if key not in DERIVED}
    if names is not None:
        said["names"] = names
    known = [key for key in ORDER if key in said and said[key] not in ({}, [])]
    rest = sorted(key for key in said if key not in ORDER)
    return yaml.dump({key: _styled(key, said[key]) for key in (*known, *rest)}, Dumper=_Writer, sort_keys=False,
                     allow_unicode=True, width=WIDTH, default_flow_style=False)


def _styled(key: str, value):
    if key == "texts":
        return {language: {name: _text(one) for name, one in text.items()} for language, text in value.items()}
    if key == "walks":
        return [{name: _act_list(one) if name == "steps" else _on_a_line(one) for name, one in walk.items()}
            for walk in value]
    if key == "names":
        return {id: _Flow(texts) for id, texts in value.items()}
    if key in ("lanes", "title") and isinstance(value, dict):
        return value
    return _on_a_line(value)


def _text(value):
    """A description of several lines stands line by line."""
    return _Block(value) if isinstance(value, str) and "\n" in value else _on_a_line(value)


def _act_list(acts):
    return [_on_a_line(act) for act in acts]


def _on_a_line(value):
    if isinstance(value, dict):
        return _Flow({key: _on_a_line(one) for key, one in value.items()})
    if isinstance(value, list):
        return _FlowList(_on_a_line(one) for one in value)
    return value
