"""Loops on activities: the standard loop and multi-instance, a token for each round (BPMN 13.3.6, 13.3.7)."""

from app.engine.loops.multi import MultiInstance
from app.engine.loops.standard import StandardLoop

__all__ = ["MultiInstance", "StandardLoop"]
