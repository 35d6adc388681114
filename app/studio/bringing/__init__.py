"""Bringing a service into the studio: files and zips, templates, copies of other services, an empty sheet."""

from app.studio.bringing.beginning import NothingBrought, bring, from_service, from_template, mend, replace_drawing
from app.studio.bringing.note import Note
from app.studio.bringing.templates import Template, templates
from app.studio.bringing.thumbnail import Thumbnail, thumbnail
from app.studio.bringing.told import Told

__all__ = [
    "Note",
    "NothingBrought",
    "Template",
    "Thumbnail",
    "Told",
    "bring",
    "from_service",
    "from_template",
    "mend",
    "replace_drawing",
    "templates",
    "thumbnail",
]
