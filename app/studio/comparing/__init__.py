"""Comparing: what is different between two versions of a service, as a list and as a picture."""

from app.studio.comparing.compare import compare
from app.studio.comparing.difference import LISTS, Aspect, Change, Difference
from app.studio.comparing.picture import picture

__all__ = ["LISTS", "Aspect", "Change", "Difference", "compare", "picture"]
