"""The Content-Security-Policy in a real browser: nothing the pages do offends it, and what it forbids does not happen.

The fixture `visit` fails on any console message, and a browser reports every offence there.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from browser.conftest import DESKTOP, PHONE, Visit, Watched
from browser.places import EVERY, ONCE, PREFIXES

SUMMARY = "summaries/leboutillier2015/"
WORD = {"en": "hope", "nb": "håp", "he": "תקווה"}
OFFENCES = """
    window.offences = [];
    document.addEventListener("securitypolicyviolation", event => window.offences.push(event.effectiveDirective));
"""


def with_offences(watched: Watched) -> Page:
    watched.page.add_init_script(OFFENCES)
    return watched.page


def offences(page: Page) -> list[str]:
    """The directives that the page has offended so far."""
    found: list[str] = page.evaluate("window.offences")
    return found


@pytest.mark.parametrize("language", PREFIXES)
def test_every_type_of_page_keeps_to_the_policy(visit: Visit, language: str) -> None:
    watched = visit()
    page = with_offences(watched)
    for path in [path for _, code, path in EVERY if code == language] + [path for _, path in ONCE]:
        watched.open(path)
        assert offences(page) == [], path


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["390", "1280"])
@pytest.mark.parametrize("language", PREFIXES)
def test_everything_that_can_be_done_keeps_to_the_policy(visit: Visit, size: tuple[int, int], language: str) -> None:
    watched = visit(size)
    page = with_offences(watched)
    watched.open(PREFIXES[language] + SUMMARY)
    page.locator(".kb-scheme").click()
    for fold in page.locator(".kb-disclose:visible").all():
        fold.click()
        fold.press("Escape")
    page.keyboard.press("/")
    page.locator("#kb-box [role=combobox]").fill(WORD[language])
    expect(page.locator("#kb-box [role=option]").first).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.locator("#kb-box")).to_be_hidden()
    other = next(code for code in PREFIXES if code != language)
    page.locator(f".kb-languages a[hreflang={other}]").click()
    page.wait_for_url(f"{watched.address}{PREFIXES[other]}{SUMMARY}")
    assert offences(page) == []
    watched.open(f"{PREFIXES[language]}search/?q={WORD[language]}")
    expect(page.locator("#kb-found [data-kb-result]").first).to_be_visible()
    if size == PHONE:
        page.locator("[aria-controls=kb-filters]").click()
    page.locator("#kb-filters input[name=kind]:visible").first.check()
    expect(page.locator("#kb-found [data-kb-result]").first).to_be_visible()
    assert "kind=" in page.url
    assert offences(page) == []


@pytest.mark.parametrize("path", ["", "404.html", "id/leboutillier2015/"], ids=["home", "wrong", "permanent"])
@pytest.mark.parametrize(
    ("addition", "directive"),
    [
        ("<script>window.wasRun = true</script>", "script-src-elem"),
        ('<p id="probe" onclick="window.wasRun = true">', "script-src-attr"),
        ('<p id="probe" style="color: rgb(1, 2, 3)">', "style-src-attr"),
        ("<style>body { color: rgb(1, 2, 3) !important }</style>", "style-src-elem"),
        ('<script src="https://elsewhere.example/a.js"></script>', "script-src-elem"),
        ('<img alt="" src="https://elsewhere.example/a.png">', "img-src"),
        ('<iframe title="a" src="https://elsewhere.example/"></iframe>', "frame-src"),
        ('<base href="https://elsewhere.example/">', "base-uri"),
    ],
)
def test_what_the_policy_forbids_does_not_happen(visit: Visit, path: str, addition: str, directive: str) -> None:
    watched = visit()
    page = with_offences(watched)

    def add(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=response.text().replace("</main>", addition + "</main>"))

    page.route(lambda address: address == watched.address + path, add)
    answered: list[str] = []
    page.on("response", lambda response: answered.append(response.url))
    # The page of a permanent address would lead on.
    page.route("**/lead-on.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    watched.open(path)
    page.evaluate("document.getElementById('probe')?.click()")
    assert offences(page) == [directive]
    assert page.evaluate("window.wasRun === undefined")
    assert page.evaluate("getComputedStyle(document.getElementById('probe') ?? document.body).color") != "rgb(1, 2, 3)"
    assert not [address for address in answered if not address.startswith(watched.address)]
    # The attempts are reported, even those that the browser stopped.
    assert watched.complaints
    watched.complaints.clear()


@pytest.mark.parametrize("code", ["document.body.innerHTML = '<p>'", "new Function('return 1')", "setTimeout('1')"])
def test_no_script_is_made_of_text(visit: Visit, code: str) -> None:
    watched = visit()
    page = watched.open("")
    # From a script of the site, as the test's own are exempt.
    page.route(
        "**/probe.js",
        lambda route: route.fulfill(body=f"export default () => {{ {code} }};", content_type="text/javascript"),
    )
    outcome = page.evaluate(
        "import('./probe.js').then(probe => probe.default()).then(() => 'done', error => error.name)"
    )
    assert outcome in {"TypeError", "EvalError"}
    watched.complaints.clear()
