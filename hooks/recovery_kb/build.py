"""A strict build beside the site that stands, swapped in whole."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
"""Where `mkdocs.yml` and the templates stand, also when another library is built with them."""

AT_FDCWD = -100
RENAME_EXCHANGE = 2


def run_engine(root: Path, target: Path, language: str, base: str | None = None) -> int:
    """Let the site engine build the library at `root` into `target`; its exit code.

    `base` is the site's address where it is not the configured one. A process of its own: the engine
    keeps state, and a crash in it is only an exit code here.
    """
    environment = {
        **os.environ,
        "KB_ROOT": str(root),
        "KB_DOCS": str(root / "docs"),
        "KB_LANG": language,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUTF8": "1",
        # Sets of text are ordered by hash: a fixed seed keeps output the same on every run.
        "PYTHONHASHSEED": "0",
    }
    if base:
        environment["KB_SITE_URL"] = base
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    command += ["--config-file", str(PROJECT / "mkdocs.yml"), "--site-dir", str(target)]
    return subprocess.run(command, env=environment, check=False).returncode


def swap(new: Path, site: Path) -> None:
    """Put the finished folder `new` where `site` stands; whoever looks sees the old site whole or the new one."""
    if not site.exists():
        new.rename(site)
        return
    if not _exchange(new, site):
        # Where the system can't exchange two folders there is a moment without a site, but never half a one.
        old = site.with_name(f"{site.name}.old.{os.getpid()}")
        site.rename(old)
        new.rename(site)
        new = old
    shutil.rmtree(new)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step (Linux, most file systems)."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    done: int = rename(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE)
    return done == 0


def workshop(site: Path) -> Path:
    """An empty folder beside the site to build in; the leavings of builds that were killed are removed."""
    site.parent.mkdir(parents=True, exist_ok=True)
    for left in site.parent.glob(f"{site.name}.new.*"):
        if not _is_alive(left.suffix.removeprefix(".")):
            shutil.rmtree(left, ignore_errors=True)
    new = site.with_name(f"{site.name}.new.{os.getpid()}")
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir()
    return new


def _is_alive(pid: str) -> bool:
    try:
        os.kill(int(pid), 0)
    except PermissionError:
        return True
    except (OSError, ValueError):
        return False
    return True
