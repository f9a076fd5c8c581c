"""Building the site, and showing it while it is written."""

from __future__ import annotations

import functools
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import NoReturn

import click

from recovery_kb.build import PROJECT, run_engine, swap, workshop
from recovery_kb.index.links import base_of, broken_links
from recovery_kb.strings import strings

FAILED = 1


def build_site(root: Path, site: Path, language: str, base: str | None = None) -> int:
    """Build the library at `root` for the address `base` and swap the result in for `site`; exit code 0 or 1."""
    words = strings(language)
    new = workshop(site)
    try:
        if run_engine(root, new, language, base):
            click.echo(words["build-failed"].format(site=site), err=True)
            return FAILED
        broken = list(broken_links(new, base_of(new)))
        for link in broken:
            click.echo(words["build-link"].format(page=link.page, target=link.target), err=True)
        if broken:
            click.echo(words["build-failed"].format(site=site), err=True)
            return FAILED
        swap(new, site)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    click.echo(words["build-done"].format(site=site))
    return 0


def preview_site(root: Path, port: int, language: str) -> int:
    """Serve the site and rebuild it when content, templates or code change, until interrupted."""
    with tempfile.TemporaryDirectory(prefix="kb-preview-") as folder:
        site = Path(folder) / "site"
        site.mkdir()
        handler = functools.partial(_Handler, directory=str(site))
        with ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
            Thread(target=server.serve_forever, daemon=True).start()
            address = f"http://127.0.0.1:{server.server_port}/"
            click.echo(strings(language)["preview-at"].format(address=address))
            try:
                _rebuild_for_ever(lambda: build_site(root, site, language, address), root)
            except KeyboardInterrupt:
                return 0


def _rebuild_for_ever(build: Callable[[], int], root: Path) -> NoReturn:
    watched = [
        root / "summaries",
        root / "docs",
        PROJECT / "overrides",
        PROJECT / "hooks",
        PROJECT / "mkdocs.yml",
    ]
    seen: dict[str, float] = {}
    while True:
        now = _times(watched)
        if now != seen:
            seen = now
            build()
        time.sleep(1)


def _times(paths: list[Path]) -> dict[str, float]:
    """When each file was last written; a file that vanishes meanwhile is left out."""
    times = {}
    for path in paths:
        for folder, _, names in os.walk(path) if path.is_dir() else [(str(path.parent), [], [path.name])]:
            if folder.endswith("__pycache__"):
                continue
            for name in names:
                file = Path(folder, name)
                try:
                    times[str(file)] = file.stat().st_mtime
                except OSError:
                    continue
    return times


class _Handler(SimpleHTTPRequestHandler):
    """Serves the folder as a static host would: its own page for wrong addresses, nothing cached."""

    def end_headers(self) -> None:
        """Let the browser ask anew each time, so that a rebuilt page is seen."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Show the site's own page for addresses that lead nowhere."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the editor reads the problems, not the requests."""
