"""The part of JUEL (`${...}`, Camunda 7 and Flowable) that decides over data.

    compile_expression("${amount > 1000 && !empty lines}").evaluate({"amount": 1200, "lines": [1]})      # True

Calls of methods and beans reach into Java and are refused with a remedy.
"""
from app.engine.juel.errors import JuelError
from app.engine.juel.expression import Expression, compile_expression
from app.engine.juel.uses import uses_in

__all__ = ["Expression", "JuelError", "compile_expression", "uses_in"]
