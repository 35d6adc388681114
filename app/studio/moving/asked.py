"""What somebody asks for: from which versions to which, who takes over, which timers anew, what is accepted."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode

from app.catalog import Published

MAPPED = "map:"
MOST = 500


@dataclass(frozen=True)
class Asked:
    """`to` and `sources` are numbers of versions; None: the live one, and all others with open requests.

    `mapping`, `recompute` and `accepted` as in `app.cases.moving.plan`.
    """

    to: int | None = None
    sources: tuple[int, ...] | None = None
    mapping: dict[str, str] = field(default_factory=dict)
    recompute: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()

    @classmethod
    def read(cls, pairs: Iterable[tuple[str, str]]) -> "Asked":
        """From the fields of the page; what cannot be read is left out, and of very many only the first."""
        pairs = [(name, value.strip()) for name, value in pairs if value.strip()][:MOST]
        told = {name: [value for key, value in pairs if key == name] for name in ("to", "from", "anew", "accept")}
        numbers = tuple(sorted({int(one) for one in told["from"] if _is_number(one)}))
        mapping = {name.removeprefix(MAPPED): value for name, value in pairs if name.startswith(MAPPED)}
        to = next((int(one) for one in told["to"] if _is_number(one)), None)
        chosen = bool(numbers) or ("chosen", "1") in pairs
        accepted = (one for one in told["accept"] if one.startswith("move-"))
        return cls(to, numbers if chosen else None, mapping, _unique(told["anew"]), _unique(accepted))

    @classmethod
    def parse(cls, text: str) -> "Asked":
        """From what `query` wrote."""
        return cls.read(parse_qsl(text))

    @property
    def query(self) -> str:
        """As one line, for addresses and for the form that begins the move."""
        return urlencode(list(self.pairs))

    @property
    def pairs(self):
        """The fields that say this."""
        if self.to is not None:
            yield "to", str(self.to)
        if self.sources is not None:
            yield "chosen", "1"
            yield from (("from", str(one)) for one in self.sources)
        yield from ((MAPPED + old, new) for old, new in sorted(self.mapping.items()))
        yield from (("anew", one) for one in self.recompute)
        yield from (("accept", one) for one in self.accepted)

    def towards(self, version: Published) -> "Asked":
        """The same for this version, without what is not in it."""
        drawn = version.diagram
        known = {*drawn.elements, *drawn.flows, *drawn.specs}
        mapping = {old: new for old, new in self.mapping.items() if new in known}
        anew = tuple(one for one in self.recompute if one in known)
        return Asked(version.number, self.sources, mapping, anew, self.accepted)

    @property
    def plain(self) -> dict:
        """What was said about the way, to be kept until it is gone."""
        return {"mapping": self.mapping, "recompute": list(self.recompute), "accepted": list(self.accepted)}

    @classmethod
    def kept(cls, plain: dict | None) -> "Asked":
        """From what `plain` gave."""
        said = plain or {}
        lists = (tuple(said.get(name, ())) for name in ("recompute", "accepted"))
        return cls(None, None, said.get("mapping", {}), *lists)

    @property
    def decided(self) -> bool:
        """Whether anything was said beside the versions."""
        return bool(self.mapping or self.recompute or self.accepted)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 9


def _unique(values) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
