"""The order of a service beside its words: who may ask, who does the work, who answers for it, what it promises."""

from app.studio.order.assignment import KINDS as ASSIGNMENTS
from app.studio.order.assignment import Assignment
from app.studio.order.example import example_titles
from app.studio.order.fields import PRIORITIES, UNITS, Unfit, read_section
from app.studio.order.lanes import Lane, lanes_of
from app.studio.order.today import Crowd, Today, crowd, today

__all__ = ["ASSIGNMENTS", "Assignment", "Crowd", "Lane", "PRIORITIES", "Today", "UNITS", "Unfit", "crowd",
           "example_titles", "lanes_of", "read_section", "today"]
