"""Offers applied to files: the drawing changed and redrawn, everything else left as its author has it."""

from app.engine.offering.files import apply_offer, changed_by, mended, offers

__all__ = ["apply_offer", "changed_by", "mended", "offers"]
