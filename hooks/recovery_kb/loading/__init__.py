"""Reading content files: the only place that does. Nothing here raises for what an author wrote."""

from recovery_kb.loading.loader import load

__all__ = ["load"]
