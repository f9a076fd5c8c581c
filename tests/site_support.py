"""Built sites for the tests: each is built once, however many workers run."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path

from filelock import FileLock

ROOT = Path(__file__).resolve().parents[1]
TOY = ROOT / "tests" / "toy"
BASE = "https://kb.example/recovery/"
"""A base address with a sub-path, so that nothing works only at the root of a host."""
REPOSITORY = "https://git.example/kb"


def build(root: Path, site: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `kb build` on a library as an editor would."""
    return subprocess.run(
        [sys.executable, "-m", "recovery_kb.cli", "--root", str(root), "build", "--site", str(site), "--lang", "en"],
        cwd=ROOT,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join(filter(None, [environment.pop("first_path", ""), str(ROOT / "hooks")])),
            "KB_SITE_URL": BASE,
            "KB_REPOSITORY": REPOSITORY,
            **environment,
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def build_once(root: Path, name: str, shared: Path) -> Path:
    """The site of a library, built by whichever worker comes first."""
    site = shared / name
    with FileLock(f"{site}.lock"):
        if not site.exists():
            result = build(root, site)
            assert result.returncode == 0, result.stdout + result.stderr
    return site


@dataclass
class Element:
    """A start tag."""

    tag: str
    attributes: dict[str, str]


@dataclass
class Page(HTMLParser):
    """A built page, taken apart."""

    file: Path
    site: Path
    elements: list[Element] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.html = self.file.read_text(encoding="utf-8")
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text += data

    @cached_property
    def path(self) -> str:
        """Its address below the site's base."""
        return self.file.relative_to(self.site).as_posix().removesuffix("index.html")

    @property
    def language(self) -> str:
        """The language its address belongs to."""
        first = self.path.partition("/")[0]
        return first if first in {"nb", "he"} else "en"

    def all(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        """The attributes of every element of a tag that has some attributes."""
        return [
            element.attributes
            for element in self.elements
            if element.tag == tag and all(element.attributes.get(name) == value for name, value in wanted.items())
        ]

    def one(self, tag: str, **wanted: str) -> dict[str, str]:
        """The attributes of the only such element."""
        (found,) = self.all(tag, **wanted)
        return found

    def meta(self, name: str) -> str:
        """The content of a `<meta>` by name or property."""
        found = self.all("meta", name=name) + self.all("meta", property=name)
        return found[0].get("content", "") if found else ""


def pages(site: Path) -> list[Page]:
    """Every page of the site but those that only lead on."""
    found = [Page(file, site) for file in sorted(site.rglob("index.html"))]
    return [page for page in found if "lead-on.js" not in page.html]


def snapshot(site: Path) -> dict[str, bytes]:
    """Every file of a site with its bytes."""
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in sorted(site.rglob("*")) if file.is_file()}
