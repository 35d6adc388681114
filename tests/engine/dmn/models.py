"""Small DMN models, written short."""

HEAD = '<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="urn:test" name="test">'


def model(*parts: str) -> bytes:
    return (HEAD + "".join(parts) + "</definitions>").encode()


def literal(text: str, kind: str = "") -> str:
    return f'<literalExpression{kind and f" typeRef={kind!r}"}><text><![CDATA[{text}]]></text></literalExpression>'


def decision(name: str, box: str, *needs: str, kind: str = "") -> str:
    """`needs` are `input:ID`, `decision:ID` or `knowledge:ID`."""
    variable = f'<variable name="{name}"{kind and f" typeRef={kind!r}"}/>'
    return f'<decision id="{name}" name="{name}">{variable}{"".join(map(_need, needs))}{box}</decision>'


def given(name: str, kind: str = "") -> str:
    return f'<inputData id="{name}" name="{name}"><variable name="{name}"{kind and f" typeRef={kind!r}"}/></inputData>'


def table(policy: str, inputs: list[str], outputs: list[str], *rules: str) -> str:
    """An output is `name`, or `name=value,value` with its values by priority; a rule is `cell|cell -> cell|cell`."""
    columns = "".join(f"<input><inputExpression><text>{name}</text></inputExpression></input>" for name in inputs)
    results = "".join(map(_output, outputs))
    rows = "".join(_rule(place, rule) for place, rule in enumerate(rules, 1))
    policy, _, aggregation = policy.partition("+")
    head = f'<decisionTable id="T" hitPolicy="{policy}" aggregation="{aggregation}">'
    return f"{head}{columns}{results}{rows}</decisionTable>"


def _need(need: str) -> str:
    kind, key = need.split(":")
    if kind == "knowledge":
        return f'<knowledgeRequirement><requiredKnowledge href="#{key}"/></knowledgeRequirement>'
    return f'<informationRequirement><required{kind.capitalize()} href="#{key}"/></informationRequirement>'


def _output(output: str) -> str:
    name, _, values = output.partition("=")
    return f'<output name="{name}">{values and f"<outputValues><text>{values}</text></outputValues>"}</output>'


def _rule(place: int, rule: str) -> str:
    tests, values = rule.split("->")
    cells = "".join(_cell("inputEntry", cell) for cell in tests.split("|"))
    results = "".join(_cell("outputEntry", cell) for cell in values.split("|"))
    return f'<rule id="r{place}">{cells}{results}</rule>'


def _cell(kind: str, text: str) -> str:
    return f"<{kind}><text><![CDATA[{text.strip()}]]></text></{kind}>"
