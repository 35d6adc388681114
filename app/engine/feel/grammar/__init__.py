"""From text to closures: a Pratt parser over the grammar of DMN 10.3.1.2."""
from app.engine.feel.grammar.names import KEYWORDS
from app.engine.feel.grammar.parser import Parsed, Use, parse_expression, parse_unary_tests

__all__ = ["KEYWORDS", "Parsed", "Use", "parse_expression", "parse_unary_tests"]
