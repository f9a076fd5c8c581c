"""Door to validation: a library with errors is not built."""

from __future__ import annotations

import os
import sys

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from recovery_kb.check import errors
from recovery_kb.cli.output import as_text, environment_language


def on_pre_build(config: MkDocsConfig) -> None:
    """Show every error at once and stop; advice on content is for `kb check`."""
    found = errors(config.extra["kb_problems"])
    if found:
        language = os.environ.get("KB_LANG") or environment_language()
        print(*as_text(found, language), sep="\n", file=sys.stderr)
        raise Abort(str(len(found)))
