"""What several kinds of tests share."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from site_support import ROOT, TOY, build_once


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--audit", action="store_true", help="also run the long tests: every page of the site")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "audit: a long run, only with --audit")
    # Made-up examples are the same in every `make test`, so that it fails because of a change and not by chance; the
    # audit looks for new ones.
    settings.register_profile("steady", derandomize=True)
    if not config.getoption("--audit"):
        settings.load_profile("steady")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--audit"):
        return
    chosen = [item for item in items if not item.get_closest_marker("audit")]
    config.hook.pytest_deselected(items=[item for item in items if item not in chosen])
    items[:] = chosen


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all workers of this run share."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def site(shared: Path) -> Path:
    """The real site."""
    return build_once(ROOT, "site", shared)


@pytest.fixture(scope="session")
def toy_site(shared: Path) -> Path:
    """The site of the toy library, which has missing translations."""
    return build_once(TOY, "toy-site", shared)
