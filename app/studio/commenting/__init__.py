"""What those who design say to each other about an element, and who has the drawing open."""

from app.studio.commenting.presence import Presence
from app.studio.commenting.remark import Remark

__all__ = ["Presence", "Remark"]
