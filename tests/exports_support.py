"""The records that exports are tested with, as the library would give them."""

from __future__ import annotations

from typing import Any

import yaml

from site_support import ROOT

EXPORTS = ROOT / "tests" / "unit" / "exports"
RECORDS: list[dict[str, Any]] = yaml.safe_load((EXPORTS / "records.yml").read_text(encoding="utf-8"))
