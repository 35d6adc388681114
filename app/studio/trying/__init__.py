"""Trying a service before it is published: plays in a sandbox, walks that keep them, and what the walks cover."""

from app.studio.trying.coverage import Coverage, coverage
from app.studio.trying.play import Play, PlayAct, forget_plays
from app.studio.trying.walk import WalkResult
from app.studio.trying.way import Way

__all__ = ["Coverage", "Play", "PlayAct", "WalkResult", "Way", "coverage", "forget_plays"]
