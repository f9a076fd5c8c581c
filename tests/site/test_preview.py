"""`kb preview` as an editor uses it: it shows the site, follows every change, and outlives every mistake."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_support import ROOT, TOY


def fetch(address: str) -> str:
    """A page's text; empty while nobody answers."""
    try:
        with urllib.request.urlopen(address, timeout=5) as response:
            return str(response.read().decode("utf-8"))
    except urllib.error.HTTPError as error:
        return str(error.read().decode("utf-8"))
    except OSError:
        return ""


def wait_for(address: str, words: str) -> None:
    """Wait until a page shows some words."""
    deadline = time.monotonic() + 90
    while words not in fetch(address):
        assert time.monotonic() < deadline, f"{address} never showed {words!r}"
        time.sleep(0.2)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TOY, tmp_path / "library"))


@pytest.fixture
def preview(library: Path, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The address of a running preview, and what it has said."""
    log = tmp_path / "said.txt"
    with log.open("w", encoding="utf-8") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "recovery_kb.cli", "--root", str(library), "preview", "--port", "0", "--lang", "en"],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "PYTHONUNBUFFERED": "1"},
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        try:
            deadline = time.monotonic() + 30
            while "http://" not in log.read_text(encoding="utf-8"):
                assert time.monotonic() < deadline
                time.sleep(0.1)
            address = "http://" + log.read_text(encoding="utf-8").partition("http://")[2].split()[0]
            yield address, log
        finally:
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=60) == 0


def test_a_mistake_leaves_the_last_good_site_and_mending_it_shows_at_once(
    library: Path, preview: tuple[str, Path]
) -> None:
    address, log = preview
    page = library / "docs" / "en" / "about.md"
    good = page.read_text(encoding="utf-8")
    wait_for(f"{address}about/", "</html>")

    page.write_text(good + "\nA sentence about lighthouses.\n", encoding="utf-8")
    wait_for(f"{address}about/", "A sentence about lighthouses.")

    page.write_text(good + "\nA sentence about foghorns. [[nothing-of-that-name]]\n", encoding="utf-8")
    deadline = time.monotonic() + 60
    while "docs/en/about.md:" not in log.read_text(encoding="utf-8"):
        assert time.monotonic() < deadline, "the mistake was never reported"
        time.sleep(0.2)
    shown = fetch(f"{address}about/")
    assert "A sentence about lighthouses." in shown
    assert "foghorns" not in shown

    page.write_text(good + "\nA sentence about harbours.\n", encoding="utf-8")
    wait_for(f"{address}about/", "A sentence about harbours.")
    assert "Traceback" not in log.read_text(encoding="utf-8")
    assert 'lang="he"' in fetch(f"{address}no/such/page/"), "a wrong address shows the site's own page for it"
