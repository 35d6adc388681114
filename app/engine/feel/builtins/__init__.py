"""The functions every expression knows (DMN 10.3.4), by family."""
from app.engine.feel.builtins import (  # noqa: F401  (each file registers its functions)
    contexts,
    conversion,
    days,
    lists,
    matching,
    numeric,
    ordering,
    range_text,
    spans,
    statistics,
    texts,
)
from app.engine.feel.builtins.registry import BUILT_IN_NAMES, built_in

__all__ = ["BUILT_IN_NAMES", "built_in"]
