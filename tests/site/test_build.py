"""The build itself: the same bytes on any day and in any folder, and never a site that is half there."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from recovery_kb.index.links import broken_links
from site_support import BASE, ROOT, TOY, build, snapshot

CLOCK = Path(__file__).parent / "clock"
"""Holds a `sitecustomize.py` that sets Python's clock years ahead."""


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    """A copy of the toy library that a test may spoil."""
    return Path(shutil.copytree(TOY, tmp_path / "library"))


def test_another_day_and_another_folder_give_the_same_bytes(toy: Path, toy_site: Path, tmp_path: Path) -> None:
    later = tmp_path / "elsewhere" / "public"
    result = build(toy, later, first_path=str(CLOCK))
    assert result.returncode == 0, result.stderr
    assert snapshot(later) == snapshot(toy_site)


def test_the_clock_of_that_test_really_is_ahead() -> None:
    code = "import datetime, time; print(datetime.date.today().year, time.gmtime(time.time()).tm_year)"
    environment = {**os.environ, "PYTHONPATH": str(CLOCK)}
    shown = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert shown.stdout.split() == ["2031", "2031"]


def test_a_failed_build_leaves_the_old_site(toy: Path, toy_site: Path, tmp_path: Path) -> None:
    site = Path(shutil.copytree(toy_site, tmp_path / "site"))
    before = snapshot(site)
    text = next((toy / "summaries").rglob("index.en.md"))
    text.write_text(text.read_text(encoding="utf-8").replace("title:", "titel:", 1), encoding="utf-8")
    result = build(toy, site)
    assert result.returncode == 1
    assert re.search(rf"{re.escape(text.relative_to(toy).as_posix())}:\d+:\d+: ", result.stderr)
    assert "Traceback" not in result.stderr
    assert snapshot(site) == before
    assert [path.name for path in tmp_path.glob("site*")] == ["site"]


def test_a_killed_build_leaves_the_old_site_whole(toy: Path, toy_site: Path, tmp_path: Path) -> None:
    site = Path(shutil.copytree(toy_site, tmp_path / "site"))
    before = snapshot(site)
    command = [sys.executable, "-m", "recovery_kb.cli", "--root", str(toy), "build", "--site", str(site)]
    environment = {**os.environ, "KB_SITE_URL": BASE, "PYTHONPATH": str(ROOT / "hooks")}
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    deadline = time.monotonic() + 60
    # Wait until pages have really been written, so that the build is killed in its midst.
    while not any(tmp_path.glob("site.new.*/**/index.html")):
        assert process.poll() is None, "the build ended before it could be killed"
        assert time.monotonic() < deadline
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    assert snapshot(site) == before
    assert list(tmp_path.glob("site.new.*"))
    result = build(toy, site)
    assert result.returncode == 0, result.stderr
    assert not list(tmp_path.glob("site.new.*")), "the leavings of the killed build are removed"


def test_every_internal_link_and_anchor_resolves(site: Path, toy_site: Path) -> None:
    assert list(broken_links(site, BASE)) == []
    assert list(broken_links(toy_site, BASE)) == []


def test_a_broken_link_would_be_found(toy_site: Path, tmp_path: Path) -> None:
    site = Path(shutil.copytree(toy_site, tmp_path / "site"))
    home = site / "index.html"
    added = '<a href="nowhere/"></a><a href="about/#nothing"></a><a href="about/"></a></body>'
    home.write_text(home.read_text(encoding="utf-8").replace("</body>", added), encoding="utf-8")
    assert [link.target for link in broken_links(site, BASE)] == ["nowhere/", "about/#nothing"]
