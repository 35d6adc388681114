"""What the parser builds: plain closures `node(frame) -> value`, one file for each family."""
from app.engine.feel.nodes.access import field, filtered, item_of
from app.engine.feel.nodes.arithmetic import ARITHMETIC, negated
from app.engine.feel.nodes.basics import (
    choice,
    comparison,
    conjunction,
    context_of,
    disjunction,
    is_instance,
    list_of,
    literal,
    name_value,
    ordering,
    quiet_name,
    range_of,
    span_of,
    tried_name,
)
from app.engine.feel.nodes.calls import call_named_function, call_value, outside_function, written_function
from app.engine.feel.nodes.loops import every_one, for_each, some_one
from app.engine.feel.nodes.tests import between, one_of, test_by_expression, test_by_sign

__all__ = [
    "ARITHMETIC", "between", "call_named_function", "call_value", "choice", "comparison", "conjunction", "context_of",
    "disjunction", "every_one", "field", "filtered", "for_each", "is_instance", "item_of", "list_of", "literal",
    "name_value", "negated", "one_of", "ordering", "outside_function", "quiet_name", "range_of", "some_one", "span_of",
    "test_by_expression", "test_by_sign", "tried_name", "written_function",
]
