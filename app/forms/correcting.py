"""Fields of one form that may be corrected in another step: the others stand still, or stay away."""

from collections.abc import Mapping

CONTAINERS = ("group", "dynamiclist")


def only_editable(raw: Mapping, keys: frozenset[str]) -> dict:
    """The schema with every field but those of `keys` read-only; a list is one field with all its rows."""
    return {**raw, "components": [_standing(one, keys) for one in raw.get("components", [])]}


def with_fields(raw: Mapping, other: Mapping, keys: frozenset[str]) -> dict:
    """The schema with those fields of the `other` schema after its own, but none that it has itself."""
    own = set(_keys(raw.get("components", [])))
    picked = list(_picked(other.get("components", []), keys - own))
    return {**raw, "components": [*raw.get("components", []), *picked]}


def _standing(one: Mapping, keys) -> Mapping:
    if _key(one) in keys or one.get("type") == "expression":
        return one
    if one.get("type") in CONTAINERS:
        still = {"allowAddRemove": False} if one.get("type") == "dynamiclist" else {}
        return {**one, **still, "components": [_standing(below, keys) for below in one.get("components", [])]}
    return {**one, "readonly": True}


def _picked(components, keys):
    for one in components:
        if _key(one) in keys:
            yield one
        elif one.get("type") == "group" and not one.get("path"):
            below = list(_picked(one.get("components", []), keys))
            if below:
                yield {**one, "components": below}


def _keys(components):
    for one in components:
        if one.get("type") == "group" and not one.get("path"):
            yield from _keys(one.get("components", []))
        else:
            yield _key(one)


def _key(one: Mapping) -> str | None:
    return one.get("path") if one.get("type") in CONTAINERS else one.get("key")
