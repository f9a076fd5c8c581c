"""Our index step alone, on a site that is built: python -m benchmark.ours ROOT SITE"""

from __future__ import annotations

import json
import resource
import shutil
import sys
import time
from pathlib import Path

from recovery_kb.check import check
from recovery_kb.languages import LANGUAGES
from recovery_kb.render.site import Site
from recovery_kb.search.site import FOLDER, write_search
from site_support import BASE


def strip(site: Path) -> None:
    """Take out what the index step writes; the scripts beside it come from the theme and stay."""
    folder = site / FOLDER
    for name in (*LANGUAGES, "concepts"):
        shutil.rmtree(folder / name, ignore_errors=True)
    for file in (*folder.glob("*.json"), folder / "pagefind.js"):
        file.unlink(missing_ok=True)


def processors() -> float:
    """Seconds of the processors so far, those of finished children included."""
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def main() -> None:
    """Write the index anew and print how long it took."""
    root, folder = map(Path, sys.argv[1:])
    library, _ = check(root)
    strip(folder)
    start, used = time.perf_counter(), processors()
    write_search(Site(library, BASE), folder)
    print(json.dumps({"index": time.perf_counter() - start, "processors": processors() - used}))


if __name__ == "__main__":
    main()
