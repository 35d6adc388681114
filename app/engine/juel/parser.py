"""EL's grammar (1.19) to closures `node(data, functions) -> value`."""
from app.engine.juel.errors import JuelError
from app.engine.juel.nodes import Node, binary, call, choice, constant, indexed, number_in, unary, variable
from app.engine.juel.refusals import refused_method
from app.engine.juel.scanner import Token

DEEPEST = 60
_LEVELS = {
    "||": 1, "&&": 2, "==": 3, "!=": 3, "<": 4, ">": 4, "<=": 4, ">=": 4, "+": 5, "-": 5, "*": 6, "/": 6, "%": 6,
}
CONSTANTS = {"true": True, "false": False, "null": None}


class Parser:
    """One expression between braces. `names` and `calls` collect what it reads and which functions it calls."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.place = 0
        self.depth = 0
        self.choices = 0
        self.names: set[str] = set()
        self.calls: set[str] = set()

    def whole(self) -> Node:
        node = self.choice()
        if self.token.kind != "end":
            raise self.unexpected()
        return node

    @property
    def token(self) -> Token:
        return self.tokens[self.place]

    def take(self, *signs: str) -> bool:
        found = self.token.kind == "sign" and self.token.text in signs
        self.place += found
        return found

    def expect(self, sign: str) -> None:
        if not self.take(sign):
            raise self.unexpected(f"{sign} is missing before this.")

    def unexpected(self, remedy: str = "") -> JuelError:
        found = self.token.text or "the end"
        return JuelError(f"The expression cannot be read: {found} is not expected here.", remedy, self.token.at)

    def choice(self) -> Node:
        self.depth += 1
        if self.depth > DEEPEST:
            raise JuelError("The expression is nested too deeply.", position=self.token.at)
        node = self.binary(1)
        if self.take("?"):
            self.choices += 1
            yes = self.choice()
            self.choices -= 1
            self.expect(":")
            node = choice(node, yes, self.choice())
        self.depth -= 1
        return node

    def binary(self, level: int) -> Node:
        left = self.unary()
        while self.token.kind == "sign" and _LEVELS.get(self.token.text, 0) >= level:
            sign = self.tokens[self.place].text
            self.place += 1
            left = binary(sign, left, self.binary(_LEVELS[sign] + 1))
        return left

    def unary(self) -> Node:
        signs = []
        while self.token.kind == "sign" and self.token.text in ("-", "!", "empty"):
            signs.append(self.token.text)
            self.place += 1
        node = self.value()
        for sign in reversed(signs[-DEEPEST:]):
            node = unary(sign, node)
        return node

    def value(self) -> Node:
        node = self.start()
        while self.token.kind == "sign" and self.token.text in (".", "[", "("):
            if self.take("."):
                node = self.member(node)
            elif self.take("["):
                node = indexed(node, self.choice())
                self.expect("]")
            else:
                raise self.unexpected("Only functions that Mizban offers can be called.")
        return node

    def member(self, node: Node) -> Node:
        if self.token.kind != "name":
            raise self.unexpected("A name belongs after the dot.")
        token, self.place = self.token, self.place + 1
        if self.token.text == "(" and self.token.kind == "sign":
            raise refused_method(token.text, self.tokens, token.at)
        return indexed(node, constant(token.text))

    def start(self) -> Node:
        token, self.place = self.token, self.place + (self.token.kind != "end")
        if token.kind == "number":
            return constant(number_in(token.text))
        if token.kind == "string":
            return constant(token.text)
        if token.kind == "name":
            return self.name(token)
        if token.kind == "sign" and token.text == "(":
            node = self.choice()
            self.expect(")")
            return node
        self.place -= token.kind != "end"
        raise self.unexpected()

    def name(self, token: Token) -> Node:
        if token.text in CONSTANTS:
            return constant(CONSTANTS[token.text])
        if self._prefixed_call():
            raise JuelError(f"{token.text}: calls Java, which does not run here.", "Use a script task.", token.at)
        if self.take("("):
            self.calls.add(token.text)
            return call(token.text, self.arguments())
        self.names.add(token.text)
        return variable(token.text)

    def _prefixed_call(self) -> bool:
        """`fn:length(`; after a question mark the colon belongs to the choice."""
        ahead = self.tokens[self.place : self.place + 3]
        return not self.choices and len(ahead) == 3 and ahead[0].text == ":" and ahead[2].text == "("

    def arguments(self) -> list[Node]:
        given: list[Node] = []
        while not self.take(")"):
            given.append(self.choice())
            if not self.take(",") and self.token.text != ")":
                raise self.unexpected("A comma or ) is missing.")
        return given
