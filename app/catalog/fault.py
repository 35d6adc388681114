"""What stands in the way of a service in the folders: which file, which line, which element, and what to do."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """`severity` is "error" (the service is not published) or "warning"; `line` counts from 1, 0 for the whole file."""

    slug: str
    file: str
    line: int
    element: str
    message: str
    remedy: str = ""
    severity: str = "error"

    def __str__(self):
        place = f"{self.file}:{self.line}" if self.line else self.file
        element = f" [{self.element}]" if self.element else ""
        return f"{place}{element} {self.message} {self.remedy}".strip()


class Broken(Exception):
    """A service's files cannot be used. The faults say where and why."""

    def __init__(self, *faults: Fault):
        self.faults = faults
        super().__init__("; ".join(str(fault) for fault in faults))


def line_of(text: bytes, element: str) -> int:
    """The line on which an element of a diagram or form begins, by its id; 0 if it is not there."""
    for mark in (f'id="{element}"', f"id='{element}'", f'"id": "{element}"', f'"id":"{element}"'):
        at = text.find(mark.encode())
        if element and at >= 0:
            return text.count(b"\n", 0, at) + 1
    return 0
