"""The order in which one reads a drawing: along the flows from the starts, sub-processes right after their frame."""


def reading_order(building, process) -> tuple[str, ...]:
    """Element ids of a process and of everything inside it, each once."""
    order = {}
    _read(building.specs[process], building.specs, order)
    return tuple(order)


def _read(spec, specs, order):
    todo = [*_rest(spec), *reversed([*spec.starts, *spec.entries.values()])]
    while todo:
        node = todo.pop()
        if node.name in order or node is spec.start:
            continue
        order[node.name] = None
        inner = getattr(node, "inner", None)
        if inner is not None and specs.get(node.name) is inner:
            _read(inner, specs, order)
        todo.extend(way.node for way in reversed(node.flows))
        todo.extend(reversed(getattr(node, "boundaries", ())))


def _rest(spec):
    """What no way leads to, last."""
    return list(reversed(spec.task_specs.values()))
