"""Naming the people who view, design, publish and name others in a department."""

from app.studio.granting.granting import ForOthers, Holding, NotOfUs, RightGone, grant, holdings, keepers, withdraw

__all__ = ["ForOthers", "Holding", "NotOfUs", "RightGone", "grant", "holdings", "keepers", "withdraw"]
