"""Who gets the steps of a lane, chosen from a list and written as the expression that a service's yaml holds."""

import re
from dataclasses import dataclass

_KEY = r'"([^"\\]+)"'
_WRITTEN = {
    "requester": ("=requester", r"=\s*requester"),
    "beneficiary": ("=beneficiary", r"=\s*beneficiary"),
    "manager": ("=manager(beneficiary)", r"=\s*manager\(\s*(?:beneficiary|requester)\s*\)"),
    "head": ("=head(department)", r"=\s*head\(\s*department\s*\)"),
    "cost_centre": ("=owner(cost_centre)", r"=\s*owner\(\s*cost_centre\s*\)"),
    "head_of": ('=head("{}")', rf"=\s*head\(\s*{_KEY}\s*\)"),
    "group": ('=group("{}")', rf"=\s*group\(\s*{_KEY}\s*\)|group:([\w.-]+)"),
    "site_group": ('=group("{}" + site)', rf"=\s*group\(\s*{_KEY}\s*\+\s*site\s*\)"),
    "person": ("{}", rf"=\s*{_KEY}|(?:person:)?([\w.-]+)"),
    "feel": ("{}", r"(.+)"),
}
KINDS = tuple(_WRITTEN)
WITH_VALUE = ("head_of", "group", "site_group", "person", "feel")


@dataclass(frozen=True)
class Assignment:
    """`kind` of KINDS; `value` is the key of a department, group or person, how the names of groups of sites begin,
    or the expression itself. Without a kind nobody is named."""

    kind: str = ""
    value: str = ""

    @classmethod
    def read(cls, expression: str | None) -> "Assignment":
        """From what a yaml or drawing says."""
        text = (expression or "").strip()
        for kind, (_, pattern) in _WRITTEN.items():
            found = re.fullmatch(pattern, text, re.DOTALL) if text else None
            if found:
                return cls(kind, next(filter(None, found.groups()), ""))
        return cls()

    @property
    def expression(self) -> str:
        """As the yaml says it; empty while what it needs is not chosen."""
        if not self.kind or (self.kind in WITH_VALUE and not self.value):
            return ""
        value = self.value if self.value.startswith("=") or self.kind != "feel" else f"={self.value}"
        return _WRITTEN[self.kind][0].format(value)
