"""The studio's shelf: what one designs, by department, with what is going on."""

from app.studio.shelf.shelf import Line, Shelf, shelves
from app.studio.shelf.tallies import Tally, known, tally

__all__ = ["Line", "Shelf", "Tally", "known", "shelves", "tally"]
