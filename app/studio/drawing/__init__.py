"""What the editor of drawings knows beyond the drawing: who does a step today, what can be called, its words."""

from app.studio.drawing.facts import elements
from app.studio.drawing.fragments import FragmentGone, fragments, take
from app.studio.drawing.modeler_words import translations
from app.studio.drawing.panel_words import topics
from app.studio.drawing.parts import drawings, forms, interface, services, tables
from app.studio.drawing.who import choices, in_words, today
from app.studio.drawing.words import page_words

__all__ = [
    "FragmentGone",
    "choices",
    "drawings",
    "elements",
    "forms",
    "fragments",
    "in_words",
    "interface",
    "page_words",
    "services",
    "tables",
    "take",
    "today",
    "topics",
    "translations",
]
