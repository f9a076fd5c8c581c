"""A browser to start, and a built site served to it as a static host would."""

from __future__ import annotations

import functools
import sys
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

from site_support import BASE, ROOT

sys.path.insert(0, str(ROOT / ".ci"))
from find_browser import installed

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LAUNCH = {"executable_path": installed(), "args": ARGUMENTS}
"""How the browser is started."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def serve(site: Path, folder: Path) -> Iterator[str]:
    """The address of a site served below the base's sub-path; `folder` is empty, and is what is served."""
    (folder / urlsplit(BASE).path.strip("/")).symlink_to(site)
    handler = functools.partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{urlsplit(BASE).path}"
        server.shutdown()
