"""A sequence flow as tokens know it."""

from typing import Any, NamedTuple


class Way(NamedTuple):
    """`condition` as written or None; `node` it leads to, `source_node` it comes from. Links have no `id`."""

    id: str | None
    condition: str | None
    source_node: Any
    node: Any
