"""The `kb` command."""

from recovery_kb.cli.main import main

__all__ = ["main"]
