"""What is wrong with the rules of a table: cases no rule covers, rules that contradict or never decide (DMN 8.2.10)."""

from dataclasses import dataclass
from itertools import product

from app.engine.dmn.xml import child, children, text_in
from app.engine.feel import FeelError, UnaryTests, compile_unary
from app.engine.feel.scanner import scan
from app.studio.editing.tables.columns import simple

MOST = 40_000
SHOWN = 3
OTHER = "…"
NEAR = 0.001
SEVERAL = ("COLLECT", "RULE ORDER", "OUTPUT ORDER")


@dataclass(frozen=True)
class Judgement:
    """`rule` is gap, overlap, contradiction or never; `rules` the ids it is about; `example` (column, value)."""

    rule: str
    rules: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    example: tuple[tuple[str, str], ...] = ()


def judged(table) -> list[Judgement]:
    """Everything to tell about one decision table's element; samples at, between and beyond the values it compares."""
    columns = [_Column.read(column, place, table) for place, column in enumerate(children(table, "input"))]
    rules = children(table, "rule")
    if not columns or not rules or any(column is None for column in columns):
        return []
    count = 1
    for column in columns:
        count *= len(column.samples)
    if count > MOST:
        return []
    return _told(table, columns, rules)


def _told(table, columns, rules) -> list[Judgement]:
    policy = (table.get("hitPolicy") or "UNIQUE").upper().replace("_", " ")
    outcomes = [tuple(text_in(entry) for entry in children(rule, "outputEntry")) for rule in rules]
    whole = (1 << len(rules)) - 1
    gaps, pairs, decided = [], {}, 0
    for combination in product(*(column.samples for column in columns)):
        hits = whole
        for _, mask in combination:
            hits &= mask
        example = tuple((column.name, shown) for column, (shown, _) in zip(columns, combination, strict=True))
        if not hits:
            gaps.append(example)
            continue
        decided |= hits & -hits if policy == "FIRST" else hits
        _together(hits, policy, outcomes, example, pairs)
    ids = [rule.get("id") or "" for rule in rules]
    told = [Judgement(kind, (ids[one], ids[two]), (one + 1, two + 1), example)
            for (kind, one, two), example in list(pairs.items())]
    told += [Judgement("never", (ids[at],), (at + 1,)) for at in range(len(rules)) if not decided >> at & 1]
    # Tables that collect give a list, of nothing too (8.2.11).
    certain = any(child(output, "defaultOutputEntry") is not None for output in children(table, "output"))
    if policy not in SEVERAL and not certain:
        told += [Judgement("gap", example=example) for example in gaps[:SHOWN]]
    return told


def _together(hits, policy, outcomes, example, pairs):
    """Rules that hit the same case though the policy says they never do, or never differ."""
    if policy not in ("UNIQUE", "ANY") or not hits & hits - 1:
        return
    places = [at for at in range(hits.bit_length()) if hits >> at & 1]
    for one, two in zip(places, places[1:], strict=False):
        if policy == "UNIQUE":
            pairs.setdefault(("overlap", one, two), example)
        elif outcomes[one] != outcomes[two]:
            pairs.setdefault(("contradiction", one, two), example)


@dataclass(frozen=True)
class _Column:
    """`samples`: (as shown, bits of the rules whose cell takes the value)."""

    name: str
    samples: tuple[tuple[str, int], ...]

    @classmethod
    def read(cls, column, place, table) -> "_Column | None":
        """None where the cells cannot be judged without knowing more: they read other values or are no FEEL."""
        entries = [children(rule, "inputEntry")[place:place + 1] for rule in children(table, "rule")]
        cells = [text_in(entry[0]) or "-" if entry else "-" for entry in entries]
        expression = child(column, "inputExpression")
        type_ = simple("" if expression is None else expression.get("typeRef"))
        values = child(column, "inputValues")
        try:
            tests = {cell: compile_unary(cell) for cell in dict.fromkeys(cells)}
            samples = _samples([*tests, *([text_in(values)] if text_in(values) else [])], type_, bool(text_in(values)))
        except FeelError:
            return None
        if samples is None or any(test.parsed.names or test.parsed.calls for test in tests.values()):
            return None
        name = column.get("label") or ("" if expression is None else text_in(expression))
        shown = tuple((text, _mask(value, cells, tests)) for text, value in samples)
        return cls(name, shown)


def _mask(value, cells, tests: dict[str, UnaryTests]) -> int:
    fits = {cell: test.matches(value) for cell, test in tests.items()}
    return sum(1 << at for at, cell in enumerate(cells) if fits[cell])


def _samples(cells, type_, closed):
    """(shown, value) at, between and beyond what the cells compare with; None where that cannot be told."""
    tokens = [token for cell in cells for token in scan(cell)]
    if any(token.kind == "at" for token in tokens):
        return None
    texts = list(dict.fromkeys(token.text for token in tokens if token.kind == "string"))
    numbers = sorted({float(token.text) for token in tokens if token.kind == "number"})
    words = {token.text for token in tokens if token.kind == "name"}
    if words - {"true", "false", "not", "null"} or (texts and numbers):
        return None
    if type_ == "boolean" or words & {"true", "false"}:
        return [("true", True), ("false", False)]
    if texts:
        return [(text, text) for text in texts] + ([] if closed else [(OTHER, "\uffff")])
    if numbers:
        negative = any(token.text == "-" and token.kind == "sign" for token in tokens)
        points = {*numbers, *([-number for number in numbers] if negative else [])}
        near = sorted({point + step for point in points for step in (-NEAR, 0, NEAR)})
        return [(_shown(value), value) for value in near]
    return [(OTHER, "\uffff" if type_ in ("", "string") else 0)]


def _shown(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")
