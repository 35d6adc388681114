"""What is wrong with an answer, before it has a path and a label."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Trouble:
    """Why an answer cannot be taken: a code of `words.py`, and what its sentence mentions."""

    code: str
    params: dict = field(default_factory=dict)
