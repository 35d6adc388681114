"""How much work one evaluation may cost, so that no expression hangs its reader."""
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Budget:
    """`steps` loop rounds, calls and elements; `depth` nested calls; `size` characters or elements in one value."""

    steps: int = 200_000
    depth: int = 60
    size: int = 1_000_000


LONGEST_TEXT = 20_000
DEEPEST_TEXT = 60
