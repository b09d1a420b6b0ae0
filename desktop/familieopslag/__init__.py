"""Familieopslag: look up a citizen's stamdata, address and family in SF6006 Familie+."""

__version__ = "0.1.0"
