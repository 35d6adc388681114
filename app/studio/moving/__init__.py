"""What the pages of moving running requests show: the plan with what is decided, the drawing, who may open which."""

from app.studio.moving.asked import Asked
from app.studio.moving.called import called
from app.studio.moving.choice import ACCEPT, ANEW, MAP, Choice
from app.studio.moving.outlook import Outlook
from app.studio.moving.sheet import written
from app.studio.moving.standing import places, standing
from app.studio.moving.trial import would_move
from app.studio.moving.visible import visible

__all__ = [
    "ACCEPT", "ANEW", "MAP", "Asked", "Choice", "Outlook", "called", "places", "standing", "visible", "would_move",
    "written",
]
