"""Moving a run to another version of its diagram: what stands in the way, and the run as it stands there."""

from app.engine.moving.reason import GRAVITY, Reason, Verdict, reason
from app.engine.moving.route import Moved, Route

__all__ = ["GRAVITY", "Moved", "Reason", "Route", "Verdict", "reason"]
