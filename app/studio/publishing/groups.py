"""Points of one kind told together: what they have in common once, and where each of them stands."""

import re
from collections import defaultdict
from dataclasses import dataclass

from app.studio.publishing.point import Point

WORD = re.compile(r"(?:“[^”]*”|«[^»]*»|\S)+")
GAP, MARKS = "…", ".:,;،؛"
REASON, REASON_OF, REASON_FOR_ALL = "reason:", "reason-of:", "reason-for-all"
"""Names of fields: the reason for one point, for those of one kind, for all."""


@dataclass(frozen=True)
class Group:
    """`kind` is the rule that found its points."""

    kind: str
    points: tuple[Point, ...]

    def text(self, language: str) -> str:
        """The sentence of its points, with a gap where they differ."""
        return _shared([one.text(language) for one in self.points])

    def remedy(self, language: str) -> str:
        return _shared([one.remedy(language) for one in self.points])

    def places(self, language: str) -> list[tuple[Point, str]]:
        """Each point with the words in which its sentence differs from those of the others."""
        said = [_words(one.text(language)) for one in self.points]
        start, end = _edges(said)
        return [(one, " ".join(words[start:len(words) - end]).rstrip(MARKS) or GAP)
                for one, words in zip(self.points, said, strict=True)]

    def reason(self, typed: dict) -> str:
        """The reason for the whole group: typed as such, or the same at all of its points."""
        given = {typed.get(REASON + one.key, "") for one in self.points}
        return typed.get(REASON_OF + self.kind) or (given.pop() if len(given) == 1 else "")

    def own_reasons(self, typed: dict) -> dict[str, str]:
        """Key of a point -> what is said of it alone."""
        shared = self.reason(typed)
        given = {one.key: typed.get(REASON + one.key, "") for one in self.points}
        return {key: reason for key, reason in given.items() if reason and reason != shared}

    def given(self, accepted: dict[str, str]) -> list[str]:
        """The reasons for which its points were accepted, each once."""
        return list(dict.fromkeys(filter(None, (accepted.get(one.key) for one in self.points))))

    def answered(self, typed: dict) -> bool:
        """Whether there is a reason for each of its points."""
        shared = self.reason(typed) or typed.get(REASON_FOR_ALL)
        return bool(shared) or all(typed.get(REASON + one.key) for one in self.points)


def grouped(points: list[Point]) -> list[Group]:
    """The points by their kinds, in the order in which the kinds first come."""
    kinds = defaultdict(list)
    for one in points:
        kinds[one.kind, one.weight].append(one)
    return [Group(kind, tuple(found)) for (kind, _), found in kinds.items()]


def reasons(typed: dict[str, str]) -> dict[str, str]:
    """Key of a point -> why it is accepted: its own reason, else that of its kind, else the one for all."""
    together = typed.get(REASON_FOR_ALL, "").strip()
    found = {}
    for name, text in typed.items():
        if name.startswith(REASON):
            key = name.removeprefix(REASON)
            found[key] = text.strip() or typed.get(REASON_OF + Point.kind_of(key), "").strip() or together
    return {key: text for key, text in found.items() if text}


def _shared(sentences: list[str]) -> str:
    said = [_words(one) for one in sentences]
    start, end = _edges(said)
    first = said[0]
    if len(set(sentences)) == 1:
        return sentences[0]
    if start + end == 0:
        return f"{sentences[0]} {GAP}"
    return " ".join([*first[:start], GAP, *first[len(first) - end:]])


def _words(sentence: str) -> list[str]:
    """A name in quotation marks is one word: it is the same, or another."""
    return WORD.findall(sentence)


def _edges(said: list[list[str]]) -> tuple[int, int]:
    """How many words all of them begin and end with."""
    shortest = min(map(len, said))
    start = next((at for at in range(shortest) if len({words[at] for words in said}) > 1), shortest)
    rest = shortest - start
    end = next((at for at in range(rest) if len({words[-1 - at] for words in said}) > 1), rest)
    return start, end
