"""Publishing: what must hold, who has to look, when it happens, and what was known when it was decided."""

from app.studio.publishing.asking import AskedAlready, NothingToTakeBack, ask, second_person_needed, take_back
from app.studio.publishing.carrying import carry_out, set_back
from app.studio.publishing.evidence import Evidence, evidence, reviewers
from app.studio.publishing.gate import NotAccepted, NoteMissing, NotReady, WaysNotAccepted, refuse_unless_ready
from app.studio.publishing.groups import Group, grouped, reasons
from app.studio.publishing.point import Point
from app.studio.publishing.publication import Publication

__all__ = [
    "AskedAlready",
    "Evidence",
    "Group",
    "NotAccepted",
    "NotReady",
    "NoteMissing",
    "NothingToTakeBack",
    "Point",
    "Publication",
    "WaysNotAccepted",
    "ask",
    "carry_out",
    "evidence",
    "grouped",
    "reasons",
    "refuse_unless_ready",
    "reviewers",
    "second_person_needed",
    "set_back",
    "take_back",
]
