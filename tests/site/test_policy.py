"""Every file a browser can open as a page carries the policy, before anything that loads, and needs no exception."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from site_support import Page

DATA = {"application/ld+json"}
"""Types of scripts that hold data: they are not run, and no policy concerns them."""


@pytest.fixture(scope="module", params=["site", "toy_site"])
def every(request: pytest.FixtureRequest) -> list[Page]:
    site: Path = request.getfixturevalue(request.param)
    return [Page(file, site) for file in sorted(site.rglob("*.html"))]


def test_the_policy_stands_first_on_every_page(every: list[Page]) -> None:
    policies = set()
    for page in every:
        loading = [one for one in page.elements if one.tag in {"link", "script", "style", "img", "base"}]
        (policy,) = [one for one in page.elements if one.attributes.get("http-equiv") == "Content-Security-Policy"]
        assert page.elements.index(policy) < page.elements.index(loading[0]), page.path
        policies.add(policy.attributes["content"])
    (only,) = policies
    directives = dict(part.strip().partition(" ")[::2] for part in only.split(";"))
    assert directives["default-src"] == "'none'"
    assert directives["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert directives["style-src"] == directives["connect-src"] == directives["form-action"] == "'self'"
    assert "unsafe-inline" not in only
    assert not re.search(r"https?:|\*", only), "no other host"


def test_nothing_is_inline(every: list[Page]) -> None:
    for page in every:
        for element in page.elements:
            assert element.tag != "style", page.path
            assert "style" not in element.attributes, (page.path, element)
            assert not [name for name in element.attributes if name.startswith("on")], (page.path, element)
            if element.tag == "script":
                assert "src" in element.attributes or element.attributes.get("type") in DATA, page.path
            assert not element.attributes.get("href", "").startswith("javascript:"), page.path
