"""What may stand in a page, and what is refused."""

from __future__ import annotations

import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_kb.markup.engine import render
from recovery_kb.markup.safety import ATTRIBUTES, SCHEMES, TAGS, Fault, parse, refused, unbalanced


@pytest.mark.parametrize(
    "text",
    [
        "Plain words, *soft* and **loud**, `code`, 3 < 4 & 5 > 2.",
        "> a quote\n\n- a list\n- of two\n\n1. and\n2. one more",
        "| a | b |\n|:--|--:|\n| 1 | 2 |",
        "Term\n:   Definition",
        '!!! note "A box"\n    Within.',
        "```html\n<script>\n```",
        "![A map](map.png) [a link](https://a.example 'with \"a\" title')",
        "<bdi dir='rtl'>שלום</bdi> H<sub>2</sub>O <br> <abbr title='a > b'>x</abbr>",
        "<details><summary>More</summary>text</details>",
        "<toy@example.org> and <https://a.example/?a=1&b=2>",
        "A paragraph.\n{: .quiet lang=nb dir=ltr title='x' }",
    ],
)
def test_what_authors_need_passes(text: str) -> None:
    html = render(text).html
    assert refused(html) == []
    assert unbalanced(html) == []


@pytest.mark.parametrize(
    ("html", "faults"),
    [
        ("<script>x</script>", [Fault("script")]),
        ("<p>a</p><script>x</script><p><script>y</script></p>", [Fault("script"), Fault("script")]),
        ("<svg/onload=x>", [Fault("svg")]),
        ("<p onclick='x'>a</p>", [Fault("p", "onclick")]),
        ("<P ONCLICK=x STYLE=y>a</P>", [Fault("p", "onclick"), Fault("p", "style")]),
        ("<a href='javascript:x'>a</a>", [Fault("a", "href")]),
        ("<a href='JaVaScRiPt&#58;x'>a</a>", [Fault("a", "href")]),
        ("<a href=' java\tscript:x'>a</a>", [Fault("a", "href")]),
        ("<a href='data:text/html,x'>a</a>", [Fault("a", "href")]),
        ("<a href='vbscript:x'>a</a>", [Fault("a", "href")]),
        ("<a href='https://a.example' target='_blank'>a</a>", [Fault("a", "target")]),
        ("<img src='x' onerror='y' srcset='z'>", [Fault("img", "onerror"), Fault("img", "srcset")]),
        ("<!-- x -->", [Fault("!--")]),
        ("<![CDATA[x]]>", [Fault("![")]),
        ("<!DOCTYPE html>", [Fault("!")]),
        ("<?xml?>", [Fault("?")]),
        ("<p title='<b>'>a</p>", [Fault("<")]),
        ("<x-y>a</x-y>", [Fault("x-y")]),
        ("<td>a</td>", [Fault("td")]),
        ("<plaintext>", [Fault("plaintext")]),
    ],
)
def test_what_is_refused(html: str, faults: list[Fault]) -> None:
    assert refused(html) == faults


@pytest.mark.parametrize(
    ("html", "tags"),
    [
        ("<div>a", ["div"]),
        ("a</div>", ["div"]),
        ("<b><i>a</b></i>", ["i", "i"]),
        ("<p>a<div>b</div></p>", ["div"]),
        ("<a href='https://a.example'>a<a href='https://b.example'>b</a></a>", ["a"]),
        ("<p/>a", ["p"]),
        ("<ul><li>a<li>b</ul>", ["li", "li"]),
        ("<br>a<br/>", []),
        ("<p>a</p><p>b</p>", []),
    ],
)
def test_what_is_unbalanced(html: str, tags: list[str]) -> None:
    assert [token.tag for token in unbalanced(html)] == tags


# fmt: off
PIECES = st.sampled_from([
    "<", ">", "</", "/>", "b", "script", "svg", " onclick=", "=", "'", '"', "x", " ", "<!--", "-->", "<![CDATA[", "]]>",
    "<?", "<p>", "</p>", "<a href='", "javascript:", "&#106;", "\n", "[", "](", ")", "{: ", "}", "`", "style", "<img",
])
# fmt: on


@given(st.lists(PIECES, max_size=25).map("".join))
def test_what_passes_is_what_a_browser_would_keep(text: str) -> None:
    """If nothing is refused or unbalanced, the sanitiser changes no tag and no attribute of the page but links."""
    html = render(text).html
    if refused(html) or unbalanced(html):
        return
    cleaned = nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)
    assert parse(cleaned) == parse(html)
    assert not {token.tag for token in parse(html)} - TAGS
