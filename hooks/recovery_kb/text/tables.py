"""The word tables beside this module, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def table(language: str) -> dict[str, Any]:
    """The tables of one language, as its YAML file lists them. Raises FileNotFoundError if there is none."""
    text = files(__package__).joinpath(f"{language}.yml").read_text(encoding="utf-8")
    # The C loader is ten times as fast, and is not on every machine.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    content: dict[str, Any] = yaml.load(text, Loader=loader)
    return content
