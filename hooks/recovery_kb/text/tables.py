"""The word tables beside this module, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

TABLES = {"en": "english", "nb": "norwegian", "he": "hebrew"}
"""The file of each language that has one."""


@cache
def table(name: str) -> dict[str, Any]:
    """The tables of one file, as it lists them. Raises FileNotFoundError if there is none."""
    text = files(__package__).joinpath(f"{name}.yml").read_text(encoding="utf-8")
    # The C loader is ten times as fast, and is not on every machine.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    content: dict[str, Any] = yaml.load(text, Loader=loader)
    return content
