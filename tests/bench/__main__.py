"""`make bench`: measures everything, or what is named: `make bench BENCH="main_job inbox"`."""

import sys
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).parent


def main(names: list[str]) -> int:
    found = sorted(path.stem.removeprefix("bench_") for path in HERE.glob("bench_*.py"))
    strange = set(names) - set(found)
    if strange:
        print(f"There is no benchmark {', '.join(sorted(strange))}; there are: {', '.join(found) or 'none'}.")
        return 1
    modules = [import_module(f"tests.bench.bench_{name}") for name in names or found]
    figures = [show(figure) for module in modules for figure in module.measure()]
    missed = sum(not figure.held for figure in figures)
    print(f"{len(figures) - missed} held, {missed} missed")
    return 1 if missed else 0


def show(figure):
    verdict = "held" if figure.held else "MISSED"
    bar = "" if figure.bar is None else f"  ({verdict}: at most {figure.bar:g} {figure.unit})"
    print(f"{figure.name:<60} {figure.value:8.2f} {figure.unit}{bar}", flush=True)
    return figure


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
