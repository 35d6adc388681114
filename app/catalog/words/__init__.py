"""Sentences of the catalogue that are said outside of pages."""
