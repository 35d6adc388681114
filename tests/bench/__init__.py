"""How fast the product is, as ratios that hold on any machine: each `bench_*.py` yields figures from `measure()`."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One measured value, smaller being better; `bar` is what it must not exceed, None for information only."""

    name: str
    value: float
    unit: str = "x"
    bar: float | None = None

    @property
    def held(self) -> bool:
        return self.bar is None or self.value <= self.bar
