"""Where branches meet: what each changed since the split is merged.

And what they contradict is left without a value.
"""

from app.engine.token import MISSING, same


def merge(tokens, target) -> None:
    """Let `target` continue all `tokens` at once (BPMN 13.4.1: one token from each incoming flow becomes one).

    A variable that only one branch changed since the split keeps that change. Branches that gave it different values
    leave it disputed: it has no value, and whoever reads it before it is written again gets an incident.
    """
    data, stamps, disputed = dict(tokens[0].data), {}, {}
    for name in _changed(tokens):
        winner, others = _ranking(name, tokens)
        values = _contradictions(name, winner, others)
        if values:
            disputed[name] = values
        _settle(data, name, MISSING if values else winner.data.get(name, MISSING))
        stamps[name] = (winner.stamps or {}).get(name, 0)
    for token in tokens:
        for name, values in (token.disputed or {}).items():
            if name not in data:
                disputed.setdefault(name, values)
    target.forks = common([token.forks for token in tokens])
    target.data, target.stamps, target.disputed = data, stamps, disputed or None


def common(paths) -> tuple:
    """The longest beginning all fork paths share."""
    first = paths[0]
    for length in range(len(first), 0, -1):
        if all(path[:length] == first[:length] for path in paths):
            return first[:length]
    return ()


def split_time(one, two) -> int:
    """When two fork paths parted; changes stamped later were made on one side only."""
    for left, right in zip(one, two, strict=False):
        if left != right:
            return min(left[0], right[0])
    longer = max(one, two, key=len)
    shared = min(len(one), len(two))
    return longer[shared][0] if len(longer) > shared else 0


def _changed(tokens):
    return sorted({name for token in tokens for name in (token.stamps or {})})


def _ranking(name, tokens):
    ranked = sorted(tokens, key=lambda token: (token.stamps or {}).get(name, 0), reverse=True)
    return ranked[0], ranked[1:]


def _contradictions(name, winner, others):
    value = winner.data.get(name, MISSING)
    differing = [
        other.data.get(name)
        for other in others
        if (other.stamps or {}).get(name, 0) > split_time(winner.forks, other.forks)
        and not same(other.data.get(name, MISSING), value)
    ]
    return [winner.data.get(name), *differing] if differing else []


def _settle(data, name, value):
    if value is MISSING:
        data.pop(name, None)
    else:
        data[name] = value
