"""A static host for measuring: it compresses as hosts do, and remembers what it sent."""

from __future__ import annotations

import gzip
import mimetypes
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".txt", ".xml"}
"""What a host compresses. Pagefind's own files are compressed already."""
LEVEL = 6
QUIET = 0.4
"""After so many seconds without a request nothing more is expected."""


class Host:
    """Serves folders below their prefixes, and counts."""

    def __init__(self, folders: dict[str, Path]) -> None:
        self.folders = dict(sorted(folders.items(), key=lambda item: -len(item[0])))
        self.sent: list[tuple[str, int]] = []
        """Path and body of every answer, in bytes as they go over the wire."""
        self.address = ""
        self.last = 0.0
        self.open = 0

    def file(self, path: str) -> Path | None:
        """The file that an address stands for."""
        for prefix, folder in self.folders.items():
            if path.startswith(prefix):
                file = folder / path.removeprefix(prefix)
                file = file / "index.html" if path.endswith("/") else file
                return file if file.is_file() else None
        return None

    def wait(self, least: float = 0.0) -> None:
        """Until nothing has been asked for a while."""
        start = time.monotonic()
        while self.open or time.monotonic() - max(self.last, start + least - QUIET) < QUIET:
            time.sleep(0.02)

    def since(self, mark: int, wanted: Callable[[str], bool] = lambda _: True) -> int:
        """Bytes sent since a mark, which is an earlier length of `sent`."""
        return sum(size for path, size in self.sent[mark:] if wanted(path))


@cache
def _body(file: Path) -> tuple[bytes, bool]:
    content = file.read_bytes()
    if file.suffix in COMPRESSED:
        return gzip.compress(content, LEVEL), True
    return content, False


@contextmanager
def serving(folders: dict[str, Path]) -> Iterator[Host]:
    """A running host for some folders by prefix (`/recovery/`)."""
    host = Host(folders)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Head and body in one packet: sent apart, the second waits 40 ms for the first to be confirmed.
        wbufsize = -1
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            host.open += 1
            path = unquote(urlsplit(self.path).path)
            try:
                self._answer(path)
            finally:
                host.last = time.monotonic()
                host.open -= 1

        def _answer(self, path: str) -> None:
            file = host.file(path)
            if file is None:
                self.send_error(404)
                host.sent.append((path, 0))
                return
            body, is_compressed = _body(file)
            self.send_response(200)
            self.send_header("Content-Type", mimetypes.guess_type(file.name)[0] or "application/octet-stream")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "max-age=600")
            if is_compressed:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(body)
            host.sent.append((path, len(body)))

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        Thread(target=server.serve_forever, daemon=True).start()
        host.address = f"http://127.0.0.1:{server.server_port}"
        yield host
        server.shutdown()
