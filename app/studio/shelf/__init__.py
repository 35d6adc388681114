"""The studio's shelf: what one designs, by department, with what is going on."""

from app.studio.shelf.shelf import Line, Shelf, shelves

__all__ = ["Line", "Shelf", "shelves"]
