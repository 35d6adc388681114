"""FEEL of DMN 1.3 to 1.5: expressions read once into closures, evaluated over plain data within a budget.

    expression = compile_expression("amount > 1000 and requester.site = \\"tehran\\"")
    expression.evaluate({"amount": 1200, "requester": {"site": "tehran"}})      # True

Values inside are Decimal, str, bool, None, list, dict, Date, Time, DateTime, DaysDuration, MonthsDuration, Range and
Function; `to_json` makes plain data of them. An error is null (and a warning), as DMN wants it; `strict=True` and
`Expression.holds()` raise FeelError instead.
"""
from app.engine.feel.budget import Budget
from app.engine.feel.builtins import BUILT_IN_NAMES
from app.engine.feel.errors import BudgetSpent, FeelError
from app.engine.feel.expression import Expression, UnaryTests, compile_expression, compile_unary
from app.engine.feel.function import Function
from app.engine.feel.grammar import Use
from app.engine.feel.plain import from_json, to_json
from app.engine.feel.ranges import Range
from app.engine.feel.run import Run
from app.engine.feel.scope import MISSING, Frame, Given
from app.engine.feel.temporal import (
    Date,
    DateTime,
    DaysDuration,
    MonthsDuration,
    Time,
    read_date,
    read_date_time,
    read_duration,
    read_time,
)
from app.engine.feel.types import Type

__all__ = [
    "BUILT_IN_NAMES", "Budget", "BudgetSpent", "Date", "DateTime", "DaysDuration", "Expression", "FeelError", "Frame",
    "Function", "Given", "MISSING", "MonthsDuration", "Range", "Run", "Time", "Type", "UnaryTests", "Use",
    "compile_expression", "compile_unary", "from_json", "read_date", "read_date_time", "read_duration", "read_time",
    "to_json",
]
