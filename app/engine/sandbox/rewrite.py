"""The few forms of Python that the sandbox's interpreter lacks, rewritten into ones it has."""

import ast
import datetime
import decimal

from app.engine.sandbox.errors import SandboxError

METHODS = {
    name
    for kind in (dict, list, str, set, int, float, datetime.datetime, datetime.timedelta, decimal.Decimal)
    for name in dir(kind)
}
GET = "__m_get = lambda o, n: o[n] if isinstance(o, dict) and n in o else getattr(o, n)\n"


class Rewriting(ast.NodeTransformer):
    """`changed`: something was rewritten; `dots`: GET is needed in front. A deleted name becomes `...`."""

    def __init__(self, modules):
        self.modules, self.changed, self.dots = modules, False, False

    def visit_Delete(self, node):
        self.changed = True
        return [ast.copy_location(self._deleted(target), node) for target in node.targets]

    def visit_Call(self, node):
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id in ("globals", "vars") and not node.args:
            node.func.id, self.changed = "locals", True
        return node

    def visit_Attribute(self, node):
        self.generic_visit(node)
        if node.attr.startswith("_") or node.attr in METHODS or self._of_module(node.value):
            return node
        self.changed = True
        if not isinstance(node.ctx, ast.Load):
            return ast.copy_location(ast.Subscript(node.value, ast.Constant(node.attr), node.ctx), node)
        self.dots = True
        call = ast.Call(ast.Name("__m_get", ast.Load()), [node.value, ast.Constant(node.attr)], [])
        return ast.copy_location(call, node)

    def _of_module(self, value):
        return isinstance(value, ast.Name) and value.id in self.modules

    def _deleted(self, target):
        if isinstance(target, ast.Name):
            return ast.Assign([ast.Name(target.id, ast.Store())], ast.Constant(...))
        if isinstance(target, ast.Subscript) and not isinstance(target.slice, ast.Slice):
            return self._popped(target.value, self.visit(target.slice))
        if isinstance(target, ast.Attribute):
            return self._popped(target.value, ast.Constant(target.attr))
        raise SandboxError("This form of “del” is not supported.")

    def _popped(self, thing, key):
        return ast.Expr(ast.Call(ast.Attribute(self.visit(thing), "pop", ast.Load()), [key], []))
