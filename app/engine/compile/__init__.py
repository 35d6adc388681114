"""From a bundle's XML to the specs that run."""

from app.engine.compile.bundle import compile_bundle

__all__ = ["compile_bundle"]
