"""Random forms, posts and data, drawn from a seed, for properties that must hold for every one of them."""

from random import Random

KEYS = [f"k{number}" for number in range(8)]
TYPES = [
    "textfield",
    "textarea",
    "number",
    "datetime",
    "checkbox",
    "radio",
    "select",
    "checklist",
    "taglist",
    "filepicker",
    "expression",
    "money",
    "person",
    "groupref",
    "asset",
    "service",
    "text",
    "table",
    "image",
    "separator",
    "spacer",
    "button",
    "html",
    "strange",
]
FORMULAS = """=k0; =k1 = "a"; =k2 > 3; =k3 = null; =not(k4); =count(k5) > 1; =k6.amount; =1 +; =k7[1] + k0;
    > 5; =[k0, k1]; =this.k0 = parent.k1; ={a: k0}; =sum(k5.k1); =today(); =k0 = k1; =i > 1; =[1..3]"""
FORMULAS = [formula.strip() for formula in FORMULAS.split(";")]
WORDS = [
    "",
    "a",
    "b",
    "3",
    "۱۲",
    "1,5",
    "x" * 50,
    "2026-11-29",
    "8 Azar 1405",
    "14:30",
    "sara",
    "f1",
    "\x00\u200f",
    "1e9",
]
SETTINGS = [
    "readonly",
    "defaultValue",
    "expression",
    "dataSource",
    "multiple",
    "accept",
    "text",
    "source",
    "decimalDigits",
    "subtype",
    "valuesKey",
]
LIMITS = ["required", "min", "max", "minLength", "maxLength", "pattern", "validationType"]
OWN = ["required-if", "currency", "multiple", "max-size", "check", "country", "min-rows", "option:a:hide"]


class Artist:
    """Draws forms, raw answers and posts that nobody sane would write."""

    def __init__(self, seed: int):
        self.random = Random(seed)

    def one(self, things):
        return self.random.choice(things)

    def chance(self, of: int) -> bool:
        return self.random.randrange(of) == 0

    def schema(self) -> dict:
        return {"type": "default", "id": "x", "components": self.components(0), "rules": [self.rule()]}

    def rule(self) -> dict:
        return {"test": self.one(FORMULAS), "message": self.one(FORMULAS), "at": self.one([*KEYS, "", "nowhere"])}

    def components(self, depth: int) -> list:
        return [self.component(depth) for _ in range(self.random.randrange(7))]

    def component(self, depth: int) -> dict:
        made = self.container(depth) if depth < 2 and self.chance(5) else self.field()
        if self.chance(4):
            made["conditional"] = {"hide": self.one(FORMULAS)}
        return made

    def container(self, depth: int) -> dict:
        return {
            "type": self.one(["group", "dynamiclist"]),
            "path": self.one([*KEYS, "", "k0.k1"]),
            "components": self.components(depth + 1),
            "defaultRepetitions": self.plain(0),
        }

    def field(self) -> dict:
        made = {"type": self.one(TYPES), "key": self.one([*KEYS, "k0.k1", ""]), "label": self.one(WORDS)}
        made["values"] = [
            {"value": value, "label": self.one(WORDS)} for value in self.random.sample(["a", "b", 3, True], 2)
        ]
        made |= {name: self.setting() for name in SETTINGS if self.chance(5)}
        made["validate"] = {name: self.setting() for name in LIMITS if self.chance(4)}
        made["properties"] = {
            name: self.one([*FORMULAS, "EUR", "iban", "IR", "true", "2"]) for name in OWN if self.chance(4)
        }
        return made

    def setting(self):
        return self.one(FORMULAS) if self.chance(2) else self.plain(0)

    def plain(self, depth: int = 2):
        """Any plain value: texts, numbers, lists and dicts of them."""
        if depth and self.chance(3):
            names = [*KEYS, "amount", "currency", "date", "time", "keys", "text", "id"]
            return {self.one(names): self.plain(depth - 1) for _ in range(3)}
        if depth and self.chance(4):
            return [self.plain(depth - 1) for _ in range(self.random.randrange(4))]
        return self.one([None, True, False, 0, -3, 2.5, 10**40, 1e300, *WORDS])

    def raw(self) -> dict:
        odd = {self.one(KEYS): self.one([float("nan"), float("inf"), object()])} if self.chance(3) else {}
        return {self.one([*KEYS, "_add", "_remove", "_tried", "stranger"]): self.plain(3) for _ in range(7)} | odd

    def scope(self) -> dict:
        return {self.one([*KEYS, "requester"]): self.plain(3) for _ in range(6)}

    def posts(self) -> list[tuple[str, str]]:
        tails = ["", ".0", ".k1", ".0.k2", ".1.k2", ".amount", "._text", ".date", ".99999.k1"]
        heads = [*KEYS, "stranger"]
        pairs = [(self.one(heads) + self.one(tails), self.one(WORDS)) for _ in range(12)]
        return [*pairs, (self.one(["_add", "_remove", "_tried", "x"]), self.one(heads) + self.one(tails))]
