"""Nested plain values by path: ("lines", "0", "amount") in {"lines": [{"amount": 5}]}."""

ABSENT = object()


def get(tree, path, otherwise=None):
    """The value at `path` of dicts and lists, or `otherwise`."""
    for step in path:
        if isinstance(tree, dict) and step in tree:
            tree = tree[step]
        elif isinstance(tree, list) and str(step).isdecimal() and int(step) < len(tree):
            tree = tree[int(step)]
        else:
            return otherwise
    return tree


def put(tree: dict, path, value) -> None:
    """Set the value at `path`; what stands in the way and is no dict gives way."""
    for step in path[:-1]:
        below = tree.get(step)
        if not isinstance(below, dict):
            below = tree[step] = {}
        tree = below
    tree[path[-1]] = value


def drop(tree, path) -> None:
    """Take the value at `path` away, if it is there."""
    tree = get(tree, path[:-1])
    if isinstance(tree, dict):
        tree.pop(path[-1], None)


def copied(value):
    """A copy of nested dicts and lists; everything else is shared."""
    if isinstance(value, dict):
        return {key: copied(below) for key, below in value.items()}
    if isinstance(value, (list, tuple)):
        return [copied(below) for below in value]
    return value


def is_empty(value) -> bool:
    """Nothing was answered: null, "", [], {} or an amount without digits. False and 0 are answers."""
    if isinstance(value, dict) and "amount" in value:
        return value["amount"] in (None, "")
    return value is None or value == "" or value == [] or value == {}
