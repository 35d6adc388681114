"""Giving the key of a field another name, everywhere it is read: on syntax trees, never on words."""

from app.studio.editing.renaming.plan import KeyKnown, KeyTaken, KeyUnfit, Plan, Seen, plan

__all__ = ["KeyKnown", "KeyTaken", "KeyUnfit", "Plan", "Seen", "plan"]
