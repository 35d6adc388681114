"""Keeping rows in step with what a run has open: what is new, what is gone, without reading the rows."""


class Rows:
    """One kind of open thing of one case: `known` maps the engine's ids to row ids (or entries that hold them)."""

    def __init__(self, known: dict, current):
        self.current = {one.id: one for one in current}
        self.kept = {id: row for id, row in known.items() if id in self.current}
        self.gone = {id: row for id, row in known.items() if id not in self.current}
        self.new = {id: one for id, one in self.current.items() if id not in known}
        self.made = {}

    def after(self) -> dict:
        """What to remember on the case; call it after a flush, when new rows have their ids."""
        return {**self.kept, **{id: row.id for id, row in self.made.items()}}
