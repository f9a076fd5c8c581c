"""What Lighthouse makes of the site on a phone: its four scores for every type of page in every language.

python -m benchmark.lighthouse --runs 3

Lighthouse comes from npm and stands in npm's own cache; nothing else of the project needs Node.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit

from benchmark.server import serving
from browser.places import PREFIXES
from browser_support import ARGUMENTS
from site_support import BASE, ROOT, build

sys.path.insert(0, str(ROOT / ".ci"))
from find_browser import installed

PACKAGE = "lighthouse@12.8.2"
PAGES = {
    "home": "",
    "list": "summaries/",
    "summary": "summaries/leboutillier2015/",
    "concept": "concepts/chime-hope/",
    "scheme": "concepts/chime/",
    "search": "search/",
}
LEAST = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
"""The score that every page must reach, of 100."""
FIGURES = {
    "first-contentful-paint": "FCP, ms",
    "largest-contentful-paint": "LCP, ms",
    "total-blocking-time": "TBT, ms",
    "cumulative-layout-shift": "CLS",
    "total-byte-weight": "kB",
}
PATIENCE = 180

Report = dict[str, Any]


def report(address: str, folder: Path) -> Report:
    """Lighthouse's own report on an address; its default is a slow phone on a slow line."""
    file = folder / "report.json"
    command = ["npx", "--yes", PACKAGE, address, "--quiet", "--output=json", f"--output-path={file}"]
    command += [f"--chrome-flags=--headless=new {' '.join(ARGUMENTS)}"]
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "CHROME_PATH": str(installed())},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")
    found: Report = json.loads(file.read_text(encoding="utf-8"))
    return found


def scores(found: Report) -> dict[str, int]:
    """The four scores, of 100."""
    return {name: round(100 * (found["categories"][name]["score"] or 0)) for name in LEAST}


def lacking(found: Report) -> list[str]:
    """The checks that cost a point, each with what Lighthouse says about it."""
    weighed = {
        part["id"]
        for name, least in LEAST.items()
        if scores(found)[name] < least
        for part in found["categories"][name]["auditRefs"]
        if part["weight"]
    }
    audits = [found["audits"][id_] for id_ in sorted(weighed)]
    return [
        f"{audit['id']}: {audit['title']} {audit.get('displayValue', '')}".rstrip()
        for audit in audits
        if audit["score"] is not None and audit["score"] < 0.9
    ]


def figure(reports: Sequence[Report], name: str) -> str:
    """The median of a figure, as a cell of the table."""
    value = median(found["audits"][name]["numericValue"] for found in reports)
    if name == "total-byte-weight":
        return f"{value / 1000:.0f}"
    return f"{value:.3f}" if name == "cumulative-layout-shift" else f"{value:.0f}"


def main() -> None:
    """Build the site, serve it with gzip as hosts do, ask Lighthouse, print a table; exit 1 below the bar."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=1, help="so many runs a page, of which the median counts")
    parser.add_argument("--pages", nargs="+", choices=PAGES, default=list(PAGES))
    parser.add_argument("--languages", nargs="+", choices=PREFIXES, default=list(PREFIXES))
    stated = parser.parse_args()
    if not shutil.which("npx"):
        raise SystemExit("Lighthouse runs on Node: install Node 20 or newer, with npm.")

    place = urlsplit(BASE).path
    below: list[str] = []
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        with serving({place: folder / "site"}) as host:
            # The pages name their own address, which is one of the things looked at.
            result = build(ROOT, folder / "site", KB_SITE_URL=host.address + place)
            if result.returncode:
                raise SystemExit(result.stdout + result.stderr)
            print(f"{PACKAGE}, mobile, median of {stated.runs}; load at the start {os.getloadavg()[0]:.2f}\n")
            print(f"| page | language | {' | '.join(LEAST)} | {' | '.join(FIGURES.values())} |")
            print(f"| --- | --- |{' ---: |' * (len(LEAST) + len(FIGURES))}", flush=True)
            for page in stated.pages:
                for language in stated.languages:
                    address = f"{host.address}{place}{PREFIXES[language]}{PAGES[page]}"
                    reports = [report(address, folder) for _ in range(stated.runs)]
                    found = {name: round(median(scores(one)[name] for one in reports)) for name in LEAST}
                    cells = [*map(str, found.values()), *(figure(reports, name) for name in FIGURES)]
                    print(f"| {page} | {language} | {' | '.join(cells)} |", flush=True)
                    if any(found[name] < least for name, least in LEAST.items()):
                        below += [f"{page}, {language}: {line}" for one in reports for line in lacking(one)] or [
                            f"{page}, {language}"
                        ]
    if below:
        print("\nBelow the bar:\n" + "\n".join(f"- {line}" for line in sorted(set(below))))
        raise SystemExit(1)


if __name__ == "__main__":
    main()
