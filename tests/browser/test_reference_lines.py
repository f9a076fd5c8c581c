"""Reference lines on the glass: every type of work, in each script, on a page in each language, in both styles.

All lines stand on one page, in the template's own list and under the site's own style sheets, and are judged by the
places of their signs. Of the markup only this is taken: which passages are isolated (`bdi`).
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby, pairwise
from typing import Any, NamedTuple

import pytest
import yaml
from jinja2 import Environment, FileSystemLoader
from playwright.sync_api import Route

from browser.conftest import Visit
from browser.places import PREFIXES
from recovery_kb.citations import STYLES, Reference, reference
from recovery_kb.languages import LANGUAGES
from site_support import ROOT

CITATIONS = ROOT / "tests" / "unit" / "citations"
REAL: list[dict[str, Any]] = yaml.safe_load((CITATIONS / "citeproc_js/works.yml").read_text(encoding="utf-8"))
AWKWARD: list[dict[str, Any]] = [
    {
        "type": "article-journal",
        "language": "he",
        "title": 'החלמה (Recovery) ו"תקווה": CHIME, WRAP ו-IMR בשנים 2010–2018, מהדורה 2.0',
        "author": [{"family": "כהן־לוי", "given": "דנה"}, {"family": "O'Dea", "given": "Tom B."}],
        "container-title": "Israel Journal of Examples (עברית)",
        **{"volume": "38", "issue": "2", "page": "215-240", "issued": "2018-03", "DOI": "10.1234/IJE.2018(38)2.215"},
    },
    {
        "type": "book",
        "language": "he",
        "title": "„שיקום”: מדריך לעבודה על־פי ICF (2001)",
        "author": [{"literal": "WHO – ארגון הבריאות העולמי"}],
        "translator": [{"family": "שגב", "given": "אור"}],
        **{"edition": "3", "issued": "2011/2013", "publisher": "Example Press בע״מ", "publisher-place": "ירושלים"},
    },
    {
        "type": "article-journal",
        "language": "en",
        "title": "The word החלמה (hakhlama) and what “recovery” means: 12 interviews, 2010–2012",
        "author": [{"family": "Segev", "given": "Or"}, {"literal": "ISPRA יספר״א"}],
        "container-title": "Examples & Words",
        **{"volume": "7", "issue": "1-2", "page": "e12-e30", "issued": "2012", "URL": "https://example.org/א?b=1&c=2"},
    },
    {
        "type": "chapter",
        "language": "nb",
        "title": "«Håp» (תקווה) i møte med NAV",
        "author": [{"family": "Ås", "given": "Jon Olav"}],
        "editor": [{"family": "Moe", "given": "Kari"}],
        "container-title": "Ord på «vandring»",
        **{"edition": "2", "page": "45–60", "issued": "2015", "publisher": "Eksempelforlaget"},
    },
]
# The first of each type in each language: more would only take longer.
FIRST = {(work["type"], work["language"]): work for work in reversed(REAL)}
WORKS = [{name: value for name, value in work.items() if name != "seen"} for work in FIRST.values()] + AWKWARD

# Every sign of every line: what it is, where it is, the outermost isolated passage it stands in (0: none), whether that
# passage runs rightwards, and whether a space stands before the sign.
SIGNS = """
() => [...document.querySelectorAll(".kb-references li")].map((line) => {
    const rightwards = (element) => getComputedStyle(element).direction === "ltr";
    const signs = [], range = document.createRange();
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let spaced = false, number = 0, before = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        let passage = null;
        for (let up = node.parentElement; up !== line; up = up.parentElement) if (up.tagName === "BDI") passage = up;
        if (passage && passage !== before) number++;
        before = passage;
        const runs = rightwards(passage || line);
        for (let place = 0; place < node.data.length; place++) {
            const sign = node.data[place];
            if (sign.trim()) {
                range.setStart(node, place);
                range.setEnd(node, place + 1);
                const box = range.getBoundingClientRect();
                signs.push([sign, box.x, box.right, Math.round(box.bottom / 4), passage ? number : 0, runs, spaced]);
            }
            spaced = !sign.trim();
        }
    }
    return {text: line.textContent.trim(), rightwards: rightwards(line), signs};
})
"""


class Sign(NamedTuple):
    """A visible sign of a line, in logical order."""

    sign: str
    left: float
    right: float
    row: int
    passage: int
    rightwards: bool
    spaced: bool

    def runs_against(self, *, rightwards: bool) -> bool:
        """Whether it runs against what surrounds it: a letter of the other script. Figures run rightwards in both."""
        is_hebrew = "\u0590" <= self.sign <= "\u05ff"
        return is_hebrew if rightwards else self.sign.isdecimal() or (self.sign.isalpha() and not is_hebrew)


def misplaced(signs: list[Sign], *, rightwards: bool) -> list[str]:
    """Neighbours in logical order that do not stand next to one another in a line's direction.

    Neighbours are isolated passages, each taken as one and judged within by its own direction; runs of letters and
    figures that go against the line; and all other signs one by one.
    """
    found: list[str] = []
    parts = [list(part) for _, part in groupby(signs, _numbered(rightwards=rightwards))]
    for part in parts:
        if part[0].passage:
            inner = [sign._replace(passage=0) for sign in part]
            found += misplaced(inner, rightwards=part[0].rightwards)
        elif len(part) > 1:
            found += [one.sign + two.sign for one, two in pairwise(part) if not _follow([one], [two], not rightwards)]
    for one, two in pairwise(parts):
        if not _follow(one, two, rightwards):
            found.append("".join(sign.sign for sign in [*one, *two]))
    return found


def _numbered(*, rightwards: bool) -> Callable[[Sign], int]:
    """What says of each sign in turn which part it belongs to."""
    number, before = 0, None

    def part_of(sign: Sign) -> int:
        nonlocal number, before
        same_passage = before is not None and before.passage == sign.passage
        is_run = all(one is not None and one.runs_against(rightwards=rightwards) for one in (before, sign))
        if not (same_passage and (sign.passage or (is_run and not sign.spaced))):
            number += 1
        before = sign
        return number

    return part_of


def _follow(one: list[Sign], two: list[Sign], rightwards: bool) -> bool:
    """Whether the second part begins where the first one ends, or on a later row."""
    if not {sign.row for sign in one} & {sign.row for sign in two}:
        return one[-1].row < two[0].row
    row = two[0].row
    first, second = ([sign for sign in part if sign.row == row] for part in (one, two))
    if rightwards:
        return max(sign.right for sign in first) <= min(sign.left for sign in second) + 1
    return max(sign.right for sign in second) <= min(sign.left for sign in first) + 1


def judged(line: dict[str, Any]) -> list[str]:
    """What stands wrong in a line, as the browser tells of it."""
    signs = [Sign(*sign) for sign in line["signs"]]
    for place in range(1, len(signs) - 1):
        around = signs[place - 1 : place + 2]
        is_close = len({sign.passage for sign in around}) == 1 and not any(sign.spaced for sign in around[1:])
        if is_close and around[1].sign in ".,:/" and all(sign.sign.isdecimal() for sign in around[::2]):
            signs[place] = around[1]._replace(sign="0")  # "2.0" is one figure
    return misplaced(signs, rightwards=line["rightwards"])


def lines(language: str) -> list[Reference]:
    return [reference(work, language, style=style) for style in STYLES for work in WORKS]


def test_a_dozen_types_stand_in_each_script() -> None:
    for script in ({"he"}, {"en", "nb"}):
        assert len({work["type"] for work in WORKS if work.get("language") in script}) >= 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_follows_in_the_line_follows_on_the_glass(visit: Visit, language: str) -> None:
    path = PREFIXES[language] + "summaries/leboutillier2015/"
    templates = Environment(loader=FileSystemLoader(ROOT / "overrides"), autoescape=False)
    shown = templates.get_template("partials/show.html").module.references(lines(language), True)  # type: ignore[attr-defined]

    def with_our_lines(route: Route) -> None:
        answer = route.fetch()
        before, start, rest = answer.text().partition('<h2 id="references">')
        heading, end, after = rest.partition("</h2>")
        route.fulfill(response=answer, body=before + start + heading + end + shown + after.partition("</section>")[2])

    watched = visit()
    watched.page.route(f"**/{path}", with_our_lines)
    found = watched.open(path).evaluate(SIGNS)
    assert len(found) == len(WORKS) * len(STYLES)
    assert {line["text"]: faults for line in found if (faults := judged(line))} == {}


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ('<li dir="rtl">לוי (2018). מרכז CHIME.</li>', ""),
        ('<li dir="rtl">לוי (2018). Open Access.</li>', "OpenAccess"),
        ('<li dir="rtl">לוי (2018). <bdi>Open Access</bdi>.</li>', ""),
        ('<li dir="ltr">Levi (2018). שיקום בקהילה.</li>', "שיקוםבקהילה"),
        ('<li dir="ltr">Levi (2018). <bdi>שיקום בקהילה</bdi>, 12(3).</li>', ""),
        ('<li dir="ltr">לוי, ד׳ (2018).</li>', "לוי"),
    ],
)
def test_the_judge_sees_what_is_wrong(visit: Visit, html: str, fault: str) -> None:
    page = visit().page
    page.set_content(f'<ul class="kb-references">{html}</ul>')
    (line,) = page.evaluate(SIGNS)
    wrong = judged(line)
    assert bool(wrong) == bool(fault), wrong
    assert not fault or any(fault in one for one in wrong), wrong
