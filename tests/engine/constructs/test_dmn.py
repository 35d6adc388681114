"""DMN: every construct of the decision model with an example."""

import pytest

from app.engine.dmn import DecisionRefused, read_decisions
from tests.engine.constructs import REFUSED, Construct, refused, runs, shows
from tests.engine.dmn.models import decision, given, literal, model, table

RULES = ("> 1 -> 10", "> 2 -> 20", "> 3 -> 20")
POLICIES = {
    "UNIQUE": ("Unique", 2, 10),
    "ANY": ("Any", 4, None),
    "FIRST": ("First", 4, 10),
    "PRIORITY": ("Priority", 4, 20),
    "RULE ORDER": ("Rule order", 4, [10, 20, 20]),
    "OUTPUT ORDER": ("Output order", 4, [20, 20, 10]),
    "COLLECT": ("Collect", 4, [10, 20, 20]),
    "COLLECT+SUM": ("Collect, sum", 4, 50),
    "COLLECT+MIN": ("Collect, smallest", 4, 10),
    "COLLECT+MAX": ("Collect, largest", 4, 20),
    "COLLECT+COUNT": ("Collect, count", 4, 3),
}


def read(*parts):
    return read_decisions(model(*parts))


def decide(name, inputs, *parts):
    return read(*parts).decide(name, inputs)


@shows(*(Construct(f"Hit policy: {name.lower()}", "8.2.10") for name, _, _ in POLICIES.values()))
@pytest.mark.parametrize("policy", POLICIES)
def test_hit_policies(policy):
    _, x, expected = POLICIES[policy]
    box = decision("d", table(policy, ["x"], ["points=20,10"], *RULES))
    if expected is None:
        with pytest.raises(DecisionRefused):
            decide("d", {"x": x}, box)
        box = decision("d", table(policy, ["x"], ["points"], *RULES[1:]))
        expected = 20
    assert decide("d", {"x": x}, box) == expected


@shows(
    Construct(
        "Two hits in a unique table, different hits in an any table",
        "8.2.10",
        REFUSED,
        "at the table, while deciding: an incident, never a guess",
    )
)
def test_broken_policies():
    for policy in ("UNIQUE", "ANY"):
        with pytest.raises(DecisionRefused):
            decide("d", {"x": 3}, decision("d", table(policy, ["x"], ["points"], *RULES)))


@runs("Default output entries", "8.3.3", "when no rule hits")
def test_defaults():
    box = table("UNIQUE", ["x"], ["points"], *RULES)
    box = box.replace(
        '<output name="points"></output>',
        '<output name="points"><defaultOutputEntry><text>0</text></defaultOutputEntry></output>',
    )
    assert decide("d", {"x": 0}, decision("d", box)) == 0


@runs("No hit and no default", "10.3.2.10", "null, under every hit policy")
def test_no_hit():
    assert decide("d", {"x": 0}, decision("d", table("COLLECT", ["x"], ["points"], *RULES))) is None


@runs("Several inputs and outputs", "8.2", "a structure of the outputs")
def test_several_columns():
    box = table("UNIQUE", ["x", "y"], ["a", "b"], '> 1|"p" -> 1|"one"', '> 1|not("p") -> 2|"two"')
    assert decide("d", {"x": 2, "y": "q"}, decision("d", box)) == {"a": 2, "b": "two"}


CELLS = {
    "-": 5,
    "5": 5,
    "> 4": 5,
    "[1..5]": 5,
    "]1..5[": 4,
    "1, 5": 5,
    "not(4)": 5,
    "null": None,
    "? > 4 and ? < 6": 5,
    "x + 0": 5,
    "[1, 5]": 5,
    '"a"': "a",
}


@shows(*(Construct(f"Cell `{cell}`", "8.3.3, 10.3.1.2, rules 7 to 15") for cell in CELLS))
@pytest.mark.parametrize("cell", CELLS)
def test_cells(cell):
    box = decision("d", table("UNIQUE", ["x"], ["hit"], f"{cell} -> true"))
    assert decide("d", {"x": CELLS[cell]}, box) is True


def entry(name, box):
    return f"<contextEntry>{name and f'<variable name={name!r}/>'}{box}</contextEntry>"


ADD = f'<functionDefinition><formalParameter name="x"/>{literal("x + 1")}</functionDefinition>'
IN = f"<in>{literal('[1, 2, 3]')}</in>"
BOXES = {
    "Literal expression": (literal("2 + 3"), 5),
    "Boxed context": (f"<context>{entry('a', literal('2'))}{entry('b', literal('a * 3'))}</context>", {"a": 2, "b": 6}),
    "Boxed context with a result": (f"<context>{entry('a', literal('2'))}{entry('', literal('a * 3'))}</context>", 6),
    "Boxed list": (f"<list>{literal('1')}{literal('2')}</list>", [1, 2]),
    "Relation": (
        f'<relation><column name="x"/><row>{literal("1")}</row><row>{literal("2")}</row></relation>',
        [{"x": 1}, {"x": 2}],
    ),
    "Boxed function": (f"<context>{entry('f', ADD)}{entry('', literal('f(1)'))}</context>", 2),
    "Boxed conditional": (
        f"<conditional><if>{literal('1 > 2')}</if><then>{literal('1')}</then><else>{literal('2')}</else></conditional>",
        2,
    ),
    "Boxed filter": (f"<filter>{IN}<match>{literal('item > 1')}</match></filter>", [2, 3]),
    "Boxed iterator: for": (f'<for iteratorVariable="x">{IN}<return>{literal("x * 2")}</return></for>', [2, 4, 6]),
    "Boxed iterator: some": (f'<some iteratorVariable="x">{IN}<satisfies>{literal("x > 2")}</satisfies></some>', True),
    "Boxed iterator: every": (
        f'<every iteratorVariable="x">{IN}<satisfies>{literal("x > 2")}</satisfies></every>',
        False,
    ),
}


@shows(*(Construct(name, "10.2") for name in BOXES))
@pytest.mark.parametrize("name", BOXES)
def test_boxed_expressions(name):
    box, expected = BOXES[name]
    assert decide("d", {}, decision("d", box)) == expected


KNOWLEDGE = (
    '<businessKnowledgeModel id="twice" name="twice"><encapsulatedLogic><formalParameter name="n"/>'
    f"{literal('n * 2')}</encapsulatedLogic></businessKnowledgeModel>"
)


@runs("Business knowledge models", "6.2.1.3, 10.2.1.6")
@runs("Invocation, in an expression and boxed", "10.2.1.5")
def test_knowledge():
    boxed = f"<invocation>{literal('twice')}<binding><parameter name='n'/>{literal('4')}</binding></invocation>"
    for box in (literal("twice(4)"), boxed):
        assert decide("d", {}, KNOWLEDGE, decision("d", box, "knowledge:twice")) == 8


@runs("Requirement graphs: decisions that stand on decisions", "6.2")
@runs("Input data", "6.2.1.2", "seen by those who require it; values nobody declares are seen everywhere")
def test_requirements():
    parts = (
        given("x"),
        decision("base", literal("x + 1"), "input:x"),
        decision("d", literal("base * 2"), "decision:base"),
    )
    assert decide("d", {"x": 2}, *parts) == 6


@refused("Decisions that require each other", "6.2.1.1", "neither could be taken first")
def test_circles():
    with pytest.raises(DecisionRefused):
        decide("a", {}, decision("a", literal("b"), "decision:b"), decision("b", literal("a"), "decision:a"))


@runs("Decision services", "6.2.1.5, 10.4")
def test_services():
    service = (
        '<decisionService id="s" name="s"><variable name="s"/><outputDecision href="#d"/>'
        '<inputData href="#x"/></decisionService>'
    )
    parts = given("x"), decision("d", literal("x + 1"), "input:x"), service
    assert decide("e", {}, *parts, decision("e", literal("s(4)"), "knowledge:s")) == 5


@runs(
    "Item definitions: types, components, allowed values, collections",
    "7.3.2",
    "inputs are held to them, dates are read",
)
def test_item_definitions():
    item = (
        '<itemDefinition name="tSize"><typeRef>string</typeRef><allowedValues><text>"S","M"</text></allowedValues>'
        "</itemDefinition>"
    )
    parts = item, given("x", "tSize"), decision("d", literal("x"), "input:x")
    assert decide("d", {"x": "M"}, *parts) == "M"
    assert read(*parts).evaluate("d", {"x": "XL"}) is None


@runs("Models of DMN 1.1 to 1.5", "", "read by local names: files claim one version and use words of another")
@pytest.mark.parametrize(
    "space",
    [
        "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
        "http://www.omg.org/spec/DMN/20180521/MODEL/",
        "https://www.omg.org/spec/DMN/20191111/MODEL/",
        "https://www.omg.org/spec/DMN/20211108/MODEL/",
        "https://www.omg.org/spec/DMN/20230324/MODEL/",
    ],
)
def test_versions(space):
    text = model(decision("d", literal("1"))).replace(b"https://www.omg.org/spec/DMN/20230324/MODEL/", space.encode())
    assert read_decisions(text).decide("d", {}) == 1


@runs("Imports of other decision files", "6.3.3", "from the files of the bundle")
def test_imports():
    other = model(decision("base", literal("4"))).replace(b"urn:test", b"urn:other")
    imports = '<import name="o" namespace="urn:other" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>'
    need = '<informationRequirement><requiredDecision href="urn:other#base"/></informationRequirement>'
    mine = decision("d", literal("o.base + 1")).replace("<literal", need + "<literal", 1)
    assert read_decisions(model(imports, mine), [other]).decide("d", {}) == 5


@refused("Cells in JavaScript, Groovy or Python", "", "a trouble at its place, with what to write instead")
def test_foreign_cells():
    box = '<literalExpression expressionLanguage="groovy"><text>x++</text></literalExpression>'
    with pytest.raises(DecisionRefused):
        decide("d", {"x": 1}, decision("d", box))
