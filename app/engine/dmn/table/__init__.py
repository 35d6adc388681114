"""Decision tables (DMN clause 8)."""
from app.engine.dmn.table.reading import decision_table

__all__ = ["decision_table"]
