from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from recovery_kb.text import Analyser

_HERE = Path(__file__).parent


def cases(name: str) -> Any:
    return yaml.safe_load((_HERE / name).read_text(encoding="utf-8"))


@cache
def vocabulary(language: str) -> tuple[str, ...]:
    path = _HERE / f"vocabulary.{language}.txt"
    return tuple(path.read_text(encoding="utf-8").split()) if path.exists() else ()


@cache
def analyser(language: str) -> Analyser:
    return Analyser(language, vocabulary(language))
