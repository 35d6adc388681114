"""DMN 1.1 to 1.5, written new: tables, boxed expressions and requirement graphs over FEEL.

    decisions = read_decisions(xml)
    decisions.decide("approver", {"amount": 1200})        # plain data in, plain data out
"""
from app.engine.dmn.decisions import Decisions, read_decisions
from app.engine.dmn.errors import DecisionRefused
from app.engine.dmn.model import Trouble
from app.engine.dmn.tck import Failure, Score, TestFile, read_tests

__all__ = ["DecisionRefused", "Decisions", "Failure", "Score", "TestFile", "Trouble", "read_decisions", "read_tests"]
