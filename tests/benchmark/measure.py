"""Measures our search beside stock Material search and plain Pagefind on a generated library, in one run.

python -m benchmark.measure --summaries 1000
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Error, Page, sync_playwright

from benchmark.library import SEED, write_library
from benchmark.queries import Query, queries
from benchmark.report import spread, table
from benchmark.server import Host, serving
from benchmark.stock import BASE as STOCK_BASE
from benchmark.stock import write_stock
from benchmark.subjects import PATIENCE, Material, OurBox, Ours, PlainPagefind, Subject
from recovery_kb.check import check
from recovery_kb.languages import LANGUAGES
from site_support import BASE, ROOT, build

sys.path.insert(0, str(ROOT / ".ci"))
from find_browser import installed

HERE = Path(__file__).parent
ENGINE = "assets/search/engine.js"

REPEATED = 60
"""So many queries are asked once more."""
WITH_PAGE = 3
"""So many cold queries are enough where every page loads the whole index and no query loads anything."""

Figures = dict[str, Any]


class Work:
    """The folder that a size of library is measured in."""

    def __init__(self, folder: Path, count: int) -> None:
        self.count = count
        self.root = folder / f"library-{count}"
        self.site = folder / f"site-{count}"
        self.stock = folder / f"stock-{count}"
        self.plain = folder / f"pagefind-{count}"


def load() -> float:
    """How busy the machine is: the mean number of running processes of the last minute."""
    return round(os.getloadavg()[0], 2)


def timed(command: Sequence[str]) -> tuple[Figures, str]:
    """Run a command; its seconds on the clock and of the processors, the load, and what it printed."""
    figures: Figures = {"load before": load()}
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, encoding="utf-8", env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    )
    assert process.stdout
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{output}")
    figures |= {
        "seconds": round(time.perf_counter() - start, 2),
        "processor seconds": round(usage.ru_utime + usage.ru_stime, 2),
        "load after": load(),
    }
    return figures, output


def prepare(work: Work, *, reuse: bool) -> Figures:
    """Write the library and build our site of it; how long the whole build took, where there was one."""
    if not (reuse and work.root.exists()):
        write_library(work.root, work.count)
    if reuse and work.site.exists():
        return {}
    start = time.perf_counter()
    result = build(work.root, work.site)
    if result.returncode:
        raise SystemExit(result.stdout + result.stderr)
    return {"whole build": round(time.perf_counter() - start, 2)}


def our_index(work: Work) -> Figures:
    """Build our index anew on the built site."""
    module = [sys.executable, "-m", "benchmark.ours", str(work.root), str(work.site)]
    figures, output = timed(module)
    folder = work.site / "assets" / "search"
    # The clocks of the step itself: the command also reads the library, which a build has in hand.
    told = json.loads(output.splitlines()[-1])
    figures |= {"seconds": round(told["index"], 2), "processor seconds": round(told["processors"], 2)}
    size = _size([*(folder / name for name in (*LANGUAGES, "concepts", "pagefind.js")), *folder.glob("*.json")])
    return figures | size | {"pages": sum(_pages(folder / code) for code in LANGUAGES)}


def material_index(work: Work) -> Figures:
    """Build the stock site; what its search took of that is measured inside."""
    shutil.rmtree(work.stock, ignore_errors=True)
    library, _ = check(work.root)
    config = write_stock(library, work.stock)
    figures, output = timed([sys.executable, "-m", "benchmark.stock", str(config)])
    told = json.loads(output.splitlines()[-1])
    index = work.stock / "site" / "search" / "search_index.json"
    entries = json.loads(index.read_text(encoding="utf-8"))["docs"]
    figures |= {"seconds": round(told["index"], 2), "processor seconds": round(told["processors"], 2)}
    figures |= {"whole build": round(told["whole"], 2), "entries": len(entries)}
    pages = len({entry["location"].partition("#")[0] for entry in entries})
    return figures | _size([index]) | {"pages": pages}


def plain_index(work: Work) -> Figures:
    """Let Pagefind index our built site as it stands."""
    shutil.rmtree(work.plain, ignore_errors=True)
    command = [sys.executable, "-m", "pagefind", "--site", str(work.site), "--output-path", str(work.plain), "--silent"]
    figures, _ = timed(command)
    return figures | _size([work.plain]) | {"pages": _pages(work.plain)}


def _size(paths: Sequence[Path]) -> Figures:
    files = [file for path in paths for file in ([path] if path.is_file() else path.rglob("*")) if file.is_file()]
    return {"bytes on disk": sum(file.stat().st_size for file in files), "files": len(files)}


def _pages(bundle: Path) -> int:
    entry = json.loads((bundle / "pagefind-entry.json").read_text(encoding="utf-8"))
    return sum(language["page_count"] for language in entry["languages"].values())


def opened(browser: Browser, host: Host, subject: Subject, language: str) -> Page:
    """A page in a new browser context, loaded and quiet."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=not subject.is_bound)
    context.add_init_script(path=HERE / "probes.js")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(host.address + subject.address(language), wait_until="load")
    if not subject.is_loaded_with_page:
        host.wait(0.1)
    return page


def cold(browser: Browser, host: Host, subject: Subject, language: str, asked: Sequence[Query]) -> Figures:
    """What goes over the wire for the first use and for a query, each query in a new browser."""
    first, alone, ready = [], [], []
    parts: Counter[str] = Counter()
    loaded: dict[str, int] = {}
    for query in asked:
        mark = len(host.sent)
        page = opened(browser, host, subject, language)
        if not subject.is_loaded_with_page:
            mark = len(host.sent)
        start = time.perf_counter()
        subject.ready(page, language)
        ready.append(time.perf_counter() - start)
        host.wait(0.3)
        first.append(host.since(mark, subject.is_search))
        loaded = {path: size for path, size in host.sent[mark:] if subject.is_search(path)}
        mark = len(host.sent)
        subject.ask(page, language, query.text)
        host.wait(0.3)
        alone.append(host.since(mark))
        parts.update({"files": len(host.sent) - mark})
        for path, size in host.sent[mark:]:
            parts[_sort(path)] += size
        page.context.close()
    return {
        "first use": spread(first),
        "query alone": spread(alone),
        "query with first use": spread([one + other for one, other in zip(first, alone, strict=True)]),
        "seconds until ready": spread(ready),
        "first use, by file": loaded,
        "query alone, mean by sort": {name: round(size / len(asked)) for name, size in sorted(parts.items())},
    }


def _sort(path: str) -> str:
    """What a file of a search is: by its ending, and a chunk of the lexicon by its folder."""
    return "words" if "/words/" in path else Path(path).suffix


def warm(browser: Browser, host: Host, subject: Subject, language: str, asked: Sequence[Query]) -> Figures:
    """Milliseconds from key to results in a page that is ready: the first time, and once more when all is loaded."""
    page = opened(browser, host, subject, language)
    subject.ready(page, language)
    host.wait(0.3)
    subject.ask(page, language, "zzz")
    figures: Figures = {}
    for name, part in (("new query", asked), ("query repeated", asked[:REPEATED])):
        times = [(query.kind, subject.ask(page, language, query.text)) for query in part]
        figures[name] = spread([time for _, time in times if time >= 0])
        kinds = sorted({kind for kind, _ in times})
        figures[f"{name}, by kind"] = {
            kind: spread([time for own, time in times if own == kind and time >= 0]) for kind in kinds
        }
        unanswered = sum(time < 0 for _, time in times)
        if unanswered:
            figures[f"{name}, unanswered"] = unanswered
    page.context.close()
    return figures


def use(work: Work, subjects: Sequence[Subject], stated: argparse.Namespace) -> tuple[Figures, list[str]]:
    """Figures of every search by language; and what was asked for and is not there."""
    library, _ = check(work.root)
    asked = {language: queries(library, language, stated.queries, SEED) for language in LANGUAGES}
    place = urlsplit(BASE).path
    folders = {place: work.site, f"{place}pagefind/": work.plain, urlsplit(STOCK_BASE).path: work.stock / "site"}
    figures: Figures = {}
    with serving(folders) as host, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=["--no-sandbox", "--disable-gpu"])
        for subject in subjects:
            figures[subject.name] = {}
            for language in LANGUAGES:
                own: Figures = {"load before": load(), "way": subject.way}
                few = asked[language][: WITH_PAGE if subject.is_loaded_with_page else stated.cold]
                try:
                    own["cold"] = cold(browser, host, subject, language, few)
                    own["warm"] = warm(browser, host, subject, language, asked[language])
                except Error as error:
                    # The others are still worth measuring.
                    own["failed"] = error.message
                    print(f"{subject.name}, {language}: {error.message}", file=sys.stderr)
                own["load after"] = load()
                figures[subject.name][language] = own
                print(f"{subject.name}, {language}: measured, load {load()}", file=sys.stderr)
        browser.close()
    return figures, sorted({path for path, size in host.sent if not size and "favicon" not in path})


def measure(work: Work, stated: argparse.Namespace) -> Figures:
    """Everything, in one run."""
    built = prepare(work, reuse=stated.reuse)
    figures: Figures = {"summaries": work.count, "processors": os.cpu_count(), "load at start": load()}
    subjects: list[Subject] = [PlainPagefind(), Material()]
    figures["index"] = {}
    if (work.site / ENGINE).exists():
        subjects = [OurBox(), Ours(), *subjects]
        figures["index"]["ours"] = our_index(work) | built
    figures["index"] |= {"Material": material_index(work), "plain Pagefind": plain_index(work)}
    figures["use"], figures["not found"] = use(work, subjects, stated)
    return figures | {"load at end": load()}


def main() -> None:
    """Measure from the command line; the table is printed, the figures are written beside the library."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--summaries", type=int, default=1000)
    parser.add_argument("--queries", type=int, default=200, help="queries a language, warm")
    parser.add_argument("--cold", type=int, default=30, help="queries a language, each in a new browser")
    parser.add_argument("--work", type=Path, default=ROOT / ".cache" / "benchmark", help="where everything is made")
    parser.add_argument("--reuse", action="store_true", help="take the library and our site as they were left")
    stated = parser.parse_args()
    stated.work.mkdir(parents=True, exist_ok=True)
    figures = measure(Work(stated.work, stated.summaries), stated)
    text = table(figures)
    file = stated.work / f"figures-{stated.summaries}"
    file.with_suffix(".json").write_text(json.dumps(figures, ensure_ascii=False, indent=2), encoding="utf-8")
    file.with_suffix(".md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
