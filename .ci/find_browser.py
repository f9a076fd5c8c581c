"""Make sure that the tests have a browser: an installed one, else Playwright's, else Debian's."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLAYWRIGHT = [sys.executable, "-m", "playwright"]


def installed() -> str | None:
    """The path of a Chromium or Chrome on this machine, Playwright's own included."""
    stated = os.environ.get("KB_BROWSER")
    if stated:
        return stated
    for name in NAMES:
        found = shutil.which(name)
        if found:
            return found
    if not playwright_runs():
        return None
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def playwright_runs() -> bool:
    """Whether Playwright's driver starts: on the barest of systems a library that it needs is missing."""
    return subprocess.run([*PLAYWRIGHT, "--version"], capture_output=True, check=False).returncode == 0


def install() -> None:
    """Install what is missing."""
    if not playwright_runs():
        install_packages("libatomic1")
    if not installed() and subprocess.run([*PLAYWRIGHT, "install", "chromium"], check=False).returncode:
        install_packages("chromium")


def install_packages(*names: str) -> None:
    """Install Debian packages, where there is a Debian and the right to do so."""
    if shutil.which("apt-get"):
        sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
        subprocess.run([*sudo, "apt-get", "update", "-qq"], check=False)
        subprocess.run([*sudo, "apt-get", "install", "-y", "-qq", *names], check=False)


if __name__ == "__main__":
    if not installed() or not playwright_runs():
        print("Setting up a browser for the tests.")
        install()
    if not installed() or not playwright_runs():
        sys.exit("No browser could be set up: install Chromium or Chrome and try again.")
