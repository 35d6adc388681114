"""The inbox: two panes, the tasks and the task."""

from app.inbox.routes import deeds, looking
from app.inbox.routes.panes import blueprint

__all__ = ["blueprint", "deeds", "looking"]
