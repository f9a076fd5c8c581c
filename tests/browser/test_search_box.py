"""The search box and the search page as people use them: by keyboard, by ear, with a finger, without scripts."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import DESKTOP, PHONE, Visit, Watched
from browser.places import PREFIXES
from browser.test_accessibility import findings
from browser.test_order import is_in_order, letters

SUMMARY = "summaries/leboutillier2015/"
WORD = {"en": "hope", "nb": "håp", "he": "תקווה"}
NAMES = {"en": "Search", "nb": "Søk", "he": "חיפוש"}
DIRECTION = {"en": "ltr", "nb": "ltr", "he": "rtl"}
OPTION = "#kb-box [role=option]"
SELECTED = "#kb-box [role=option][aria-selected=true]"
FIELD = "#kb-box [role=combobox]"
PAGE_FIELD = "#kb-search input"


def open_box(page: Page, query: str = "") -> None:
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    if query:
        page.keyboard.type(query)
        expect(page.locator(OPTION).first).to_be_visible()


def search_page(watched: Watched, language: str, query: str = "", more: str = "") -> Page:
    page = watched.open(f"{PREFIXES[language]}search/" + (f"?q={quote(query)}{more}" if query else ""))
    if query:
        expect(page.locator("#kb-found")).to_be_visible()
    return page


def result(number: int, **other: Any) -> dict[str, Any]:
    return {
        "url": f"/recovery/summaries/made-up-{number}/",
        "title": f"Made up {number}",
        "how": "word",
        "kind": "summary:article",
        "id": f"made-up-{number}",
        "language": "en",
        "excerpt": [{"text": "before "}, {"text": "hit", "marked": True}, {"text": " after"}],
        "sections": [],
        **other,
    }


def concept(**other: Any) -> dict[str, Any]:
    known = {"id": "c", "kind": "concept", "label": "Concept", "language": "en", "definition": "What it is."}
    return {**known, "url": "/recovery/c/", "summaries": [], "others": [], **other}


def entry() -> dict[str, Any]:
    named = {"id": "x", "url": "/recovery/he/x/", "title": "כותרת", "description": "תיאור"}
    return {**named, "language": "he", "kind": "summary:tool", "translations": []}


def answer(watched: Watched, script: str) -> None:
    """Put a stand-in for the engine into the page.

    `script` makes `results`, changes `found` and may wait, from `query`, `limit` and `filters`.
    """
    watched.page.route(
        "**/assets/search/engine.js",
        lambda route: route.fulfill(
            content_type="text/javascript",
            body=f"""
                export const suggest = async () => {{}};
                export async function search(query, {{ language, limit, filters }}) {{
                    const found = {{ query, language, concepts: [], corrections: [], elsewhere: [], facets: {{}} }};
                    {script}
                    return {{ total: results.length, ...found, results: results.slice(0, limit) }};
                }}""",
        ),
    )


def after(milliseconds: int, condition: str = "true") -> str:
    """A script for `answer` that is slow to answer some queries."""
    return f"if ({condition}) await new Promise((done) => setTimeout(done, {milliseconds}));"


def with_results(watched: Watched, results: list[dict[str, Any]], **found: Any) -> None:
    answer(watched, f"const results = {json.dumps(results)}; Object.assign(found, {json.dumps(found)});")


# The box.


@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize("way", ["click", "/", "Control+k", "Meta+k"])
def test_the_box_opens_and_gives_the_focus_back(visit: Visit, language: str, way: str) -> None:
    page = visit().open(PREFIXES[language] + SUMMARY)
    opener = page.locator("[data-kb-search]")
    expect(opener).to_have_accessible_name(NAMES[language])
    opener.focus()
    if way == "click":
        opener.click()
    else:
        page.keyboard.press(way)
    expect(page.get_by_role("dialog")).to_be_visible()
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(opener).to_be_focused()


def test_the_opener_is_a_large_enough_target_on_a_phone(visit: Visit) -> None:
    page = visit(PHONE).open("he/" + SUMMARY)
    box = page.locator("[data-kb-search]").bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 44
    page.locator("[data-kb-search]").click()
    close = page.locator(".kb-box__close")
    close.click()
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_a_click_beside_the_box_closes_it(visit: Visit) -> None:
    page = visit().open("")
    open_box(page)
    page.mouse.click(20, 600)
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_letters_typed_at_once_are_not_lost(visit: Visit) -> None:
    page = visit().open("")
    page.keyboard.press("/")
    page.keyboard.type("recovery")
    expect(page.locator(FIELD)).to_have_value("recovery")
    expect(page.locator(OPTION).first).to_be_visible()


def test_a_slash_in_a_field_is_a_slash(visit: Visit) -> None:
    watched = visit()
    page = search_page(watched, "en")
    page.locator(PAGE_FIELD).focus()
    page.keyboard.type("and/or")
    expect(page.locator(PAGE_FIELD)).to_have_value("and/or")


@pytest.mark.parametrize("language", PREFIXES)
def test_the_box_works_by_keyboard_alone(visit: Visit, language: str) -> None:
    page = visit().open(PREFIXES[language] + SUMMARY)
    field = page.locator(FIELD)
    open_box(page, WORD[language])
    expect(field).to_have_attribute("aria-expanded", "true")
    assert field.get_attribute("aria-activedescendant") is None
    count = page.locator(OPTION).count()
    assert count > 3

    def chosen() -> int:
        expect(page.locator(SELECTED)).to_have_count(1)
        id_ = page.locator(SELECTED).get_attribute("id")
        assert field.get_attribute("aria-activedescendant") == id_
        expect(field).to_be_focused()
        return int(page.locator(OPTION).evaluate_all("(all) => all.findIndex((one) => one.ariaSelected === 'true')"))

    page.keyboard.press("ArrowDown")
    assert chosen() == 0
    page.keyboard.press("ArrowDown")
    assert chosen() == 1
    page.keyboard.press("End")
    assert chosen() == count - 1
    expect(page.locator(SELECTED)).to_be_in_viewport()
    page.keyboard.press("Home")
    assert chosen() == 0
    page.keyboard.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowUp")
    assert chosen() == count - 1
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    target = page.locator(SELECTED).get_attribute("data-kb-result")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{target}")


def test_enter_without_a_choice_leads_to_the_search_page_and_tells_the_server_nothing(visit: Visit) -> None:
    watched = visit()
    asked: list[str] = []
    watched.page.on("request", lambda request: asked.append(request.url + str(request.headers.get("referer"))))
    page = watched.open("nb/" + SUMMARY)
    open_box(page, "likeperson")
    expect(page.locator(OPTION).last).to_contain_text("likeperson")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{watched.address}nb/search/?q=likeperson")
    expect(page.locator(PAGE_FIELD)).to_have_value("likeperson")
    page.locator("#kb-found [data-kb-result] a").first.click()
    expect(page.locator("main")).not_to_have_attribute("data-kb-id", "search")
    # A fragment of an address stays in the browser.
    assert [one for one in asked if "likeperson" in one.partition("#")[0]] == []


def test_without_a_search_page_the_box_works_by_itself(visit: Visit) -> None:
    page = visit().open("")
    page.evaluate("document.querySelector('.kb-box__form').removeAttribute('action')")
    open_box(page, "stigma")
    assert page.locator(".kb-option--all").count() == 0
    first = page.locator(OPTION).first.get_attribute("data-kb-result")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{first}")


@pytest.mark.parametrize(
    ("language", "counts"),
    [
        ("en", ["1 result", "2 results", "5 results"]),
        ("nb", ["1 treff", "2 treff", "5 treff"]),
        ("he", ["תוצאה אחת", "שתי תוצאות", "5 תוצאות"]),
    ],
)
def test_the_number_of_results_is_told_once_typing_stops(visit: Visit, language: str, counts: list[str]) -> None:
    watched = visit()
    every = json.dumps([result(number) for number in range(5)])
    answer(watched, f"const results = {every}.slice(0, {{a: 1, ab: 2}}[query] ?? 5);")
    page = watched.open(PREFIXES[language])
    page.evaluate("""() => {
        window.told = [];
        const region = document.querySelector("#kb-box [role=status]");
        new MutationObserver(() => region.textContent && window.told.push(region.textContent))
            .observe(region, {childList: true, characterData: true, subtree: true});
    }""")
    open_box(page)
    for number, letter in enumerate("abc"):
        page.keyboard.type(letter)
        expect(page.locator("#kb-box [role=status]")).to_have_text(counts[number])
    page.keyboard.type("defghi", delay=60)
    expect(page.locator("#kb-box [role=status]")).to_have_text(counts[2])
    assert page.evaluate("window.told") == [*counts, counts[2]]


def test_a_late_answer_to_an_earlier_query_is_dropped(visit: Visit) -> None:
    watched = visit()
    one = json.dumps(result(1))
    answer(
        watched,
        f"await new Promise((done) => setTimeout(done, query === 'slow' ? 900 : 0));"
        f"const results = [{{...{one}, title: query}}];",
    )
    page = watched.open("")
    open_box(page)
    page.keyboard.type("slow")
    page.wait_for_timeout(200)
    page.keyboard.type("er")
    expect(page.locator(".kb-option__title")).to_have_text("slower")
    page.wait_for_timeout(1000)
    expect(page.locator(".kb-option__title")).to_have_text("slower")


def test_a_correction_in_the_box_searches_for_it(visit: Visit) -> None:
    watched = visit()
    answer(
        watched,
        f"if (query === 'hpoe') found.corrections = ['hope'];"
        f"const results = query === 'hope' ? [{json.dumps(result(1))}] : [];",
    )
    page = watched.open("")
    open_box(page, "hpoe")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(FIELD)).to_have_value("hope")
    expect(page.locator(".kb-option__title")).to_have_text("Made up 1")


@pytest.mark.parametrize("language", PREFIXES)
def test_an_option_is_named_by_title_and_kind_and_described_by_the_rest(visit: Visit, language: str) -> None:
    watched = visit()
    hebrew = result(2, language="he", title="כותרת")
    with_results(watched, [result(1, how="spelling")], concepts=[concept(kind="scheme")], elsewhere=[hebrew])
    page = watched.open(PREFIXES[language])
    open_box(page, "x")
    kind, scheme, flag, other = {
        "en": ("Article", "Concept scheme", "similar spelling", "עברית"),
        "nb": ("Artikkel", "Begrepssett", "lignende skrivemåte", "עברית"),
        "he": ("מאמר", "מערכת מושגים", "כתיב דומה", None),
    }[language]
    options = page.locator(OPTION)
    expect(options.nth(0)).to_have_accessible_name(f"Concept {scheme}")
    foreign = "" if language == "en" else "English "
    expect(options.nth(0)).to_have_accessible_description(f"{foreign}What it is.")
    expect(options.nth(1)).to_have_accessible_name(f"Made up 1 {kind}")
    expect(options.nth(1)).to_have_accessible_description(f"{flag} {foreign}before hit after")
    expect(options.nth(2)).to_have_accessible_name(f"כותרת {kind}")
    expect(options.nth(2)).to_have_accessible_description(f"{other} before hit after" if other else "before hit after")
    ids = page.locator("#kb-box [id]").evaluate_all("(all) => all.map((one) => one.id)")
    assert len(ids) == len(set(ids))


def test_the_box_shows_other_languages_beside_near_matches(visit: Visit) -> None:
    """What is near here is no reason to hide what is sure elsewhere: so does the page."""
    watched = visit()
    hebrew = result(2, language="he", url="/recovery/he/made-up/", title="כותרת")
    with_results(watched, [result(1, how="near")], elsewhere=[hebrew])
    page = watched.open("")
    open_box(page, "x")
    titles = page.locator(".kb-option__title")
    expect(titles).to_have_text(["Made up 1", "כותרת"])
    expect(page.locator("#kb-box [role=group]").last).to_have_accessible_name("In other languages")
    told = "Near matches: 1 result. In other languages: 1 result"
    expect(page.locator("#kb-box [role=status]")).to_have_text(told)
    search_page(watched, "en", "x")
    expect(page.locator("#kb-found h3")).to_have_text(["Made up 1", "כותרת"])
    expect(page.locator("#kb-found-status")).to_have_text(told)


def test_what_a_concept_has_in_other_languages_is_shown_in_the_box_too(visit: Visit) -> None:
    watched = visit()
    with_results(watched, [result(1)], concepts=[concept(others=[entry()])])
    page = watched.open("")
    open_box(page, "x")
    other = page.locator("#kb-box [data-kb-result='/recovery/he/x/']")
    expect(other).to_have_attribute("dir", "rtl")
    expect(other).to_contain_text("תיאור")


def test_a_slow_search_says_so(visit: Visit) -> None:
    watched = visit()
    answer(watched, after(4000, "query !== 'quick'") + f"const results = [{json.dumps(result(1))}];")
    page = watched.open("")
    page.keyboard.press("/")
    page.keyboard.type("slow")
    expect(page.locator(".kb-box__note")).to_have_text("Searching …")
    expect(page.locator(OPTION).first).to_be_visible()
    watched.open("search/?q=slow")
    count = page.locator(".kb-found__count")
    expect(count).to_have_text("Searching …")
    expect(page.locator("#kb-start")).to_be_hidden()
    expect(page.locator("#kb-found-status")).to_have_text("Searching …")
    expect(count).to_have_text("1 result")
    # What was found before stays until there is something else.
    page.locator(PAGE_FIELD).fill("slower")
    expect(count).to_have_text("Searching …")
    expect(page.locator(".kb-result")).to_have_count(1)
    expect(count).to_have_text("1 result")
    # A quick answer is not announced by a wait.
    page.evaluate("""() => {
        window.seen = [];
        new MutationObserver(() => window.seen.push(document.getElementById("kb-found").textContent))
            .observe(document.getElementById("kb-found"), {childList: true, characterData: true, subtree: true});
    }""")
    page.locator(PAGE_FIELD).fill("quick")
    page.wait_for_url("**?q=quick")
    page.wait_for_timeout(600)
    assert [text for text in page.evaluate("window.seen") if "Searching" in text] == []


@pytest.mark.parametrize("how", ["window", "document", "field"])
def test_a_key_without_a_name_does_no_harm(visit: Visit, how: str) -> None:
    """Browsers that fill in a field say so, and tools speak to the document itself."""
    page = visit().open("")
    target = {"field": "document.querySelector('#kb-box [role=combobox]')"}.get(how, how)
    page.evaluate(f"""() => {{
        {target}.dispatchEvent(new Event("keydown", {{ bubbles: true }}));
        {target}.dispatchEvent(new KeyboardEvent("keydown", {{ key: "x", bubbles: true }}));
    }}""")
    page.evaluate("document.dispatchEvent(new KeyboardEvent('keydown', { key: '/', code: 'Slash', bubbles: true }))")
    expect(page.locator(FIELD)).to_be_focused()


YOUNGER = """
    delete URLSearchParams.prototype.size;
    for (const [owner, names] of [
        [Array.prototype, ["toSorted", "toReversed", "toSpliced", "with"]],
        [Array, ["fromAsync"]],
        [String.prototype, ["isWellFormed", "toWellFormed"]],
        [Object, ["groupBy"]],
        [Map, ["groupBy"]],
        [Map.prototype, ["getOrInsert", "getOrInsertComputed"]],
        [Set.prototype, ["union", "intersection", "difference", "symmetricDifference", "isSubsetOf", "isSupersetOf"]],
        [Promise, ["withResolvers", "try"]],
        [RegExp, ["escape"]],
        [globalThis.Iterator?.prototype ?? {}, ["map", "filter", "take", "drop", "flatMap", "toArray", "some", "find"]],
        [URL, ["canParse", "parse"]],
        [AbortSignal, ["any"]],
        [window, ["requestIdleCallback", "scheduler", "navigation", "CloseWatcher", "onscrollend"]],
    ]) {
        for (const name of names) delete owner[name];
    }
"""


def test_search_needs_nothing_younger_than_the_oldest_browsers(visit: Visit) -> None:
    """What Safari 16.4, Firefox 113 or Chrome 111 lack is taken away."""
    watched = visit()
    watched.page.add_init_script(YOUNGER)
    page = watched.open("")
    open_box(page, "hope")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=hope")
    page.locator("#kb-filters input[value=tool]").check()
    page.wait_for_url("**/search/?q=hope&kind=tool")
    expect(page.locator("#kb-found .kb-result").first).to_be_visible()
    page.go_back()
    page.wait_for_url("**/search/?q=hope")


def test_when_search_cannot_be_loaded_the_box_says_so(visit: Visit) -> None:
    watched = visit()
    watched.page.route("**/assets/search/*.js", lambda route: route.abort())
    page = watched.open("")
    page.keyboard.press("/")
    expect(page.locator(".kb-box__note")).to_contain_text("could not be loaded")
    # The browser itself complains of what it could not load.
    watched.complaints[:] = [line for line in watched.complaints if "Failed to load resource" not in line]


# The search page.


@pytest.mark.parametrize("language", PREFIXES)
def test_every_result_says_where_it_leads_and_what_it_is_written_in(visit: Visit, language: str) -> None:
    watched = visit()
    page = search_page(watched, language, WORD[language])
    expect(page.locator("#kb-found [data-kb-result]").first).to_be_visible()
    results = page.locator("#kb-found [data-kb-result]").evaluate_all(
        "(all) => all.map((one) => [one.dataset.kbResult, one.lang, one.dir, one.querySelector('a').pathname])"
    )
    assert len(results) > 5
    for target, lang, direction, path in results:
        assert target == path
        assert direction == DIRECTION[lang]
    assert page.locator("#kb-found [data-kb-result] mark").count() > 3
    assert WORD[language] in page.title()


def test_a_concept_comes_first_with_its_summaries_in_all_languages(visit: Visit) -> None:
    page = search_page(visit(), "nb", "תקווה")
    concept = page.locator(".kb-found__concept")
    expect(concept.get_by_role("heading", level=2)).to_have_text("håp og optimisme")
    first = page.locator("#kb-found [data-kb-result]").first
    assert (first.get_attribute("data-kb-result") or "").endswith("/nb/concepts/chime-hope/")
    others = concept.locator("a[hreflang=he]")
    assert others.count() > 3
    expect(others.first).to_have_attribute("dir", "rtl")


def test_what_exists_only_in_another_language_is_marked_with_it(visit: Visit, toy_address: str) -> None:
    watched = visit(at=toy_address)
    with_results(watched, [], concepts=[concept(others=[entry()])])
    page = search_page(watched, "en", "x")
    other = page.locator("[data-kb-result='/recovery/he/x/']")
    expect(other).to_have_attribute("lang", "he")
    expect(other).to_have_attribute("dir", "rtl")
    expect(other).to_contain_text("עברית")
    expect(other).to_contain_text("Tool")


def test_near_matches_stand_apart_and_say_so(visit: Visit) -> None:
    watched = visit()
    hows = ["near", "word", "spelling", "start"]
    with_results(watched, [result(number, how=how) for number, how in enumerate(hows)])
    page = search_page(watched, "en", "x")
    near = page.locator("section", has=page.get_by_role("heading", name="Near matches"))
    titles = near.locator("[data-kb-result] h3").all_inner_texts()
    assert titles == ["Made up 0", "Made up 2"]
    assert page.locator("#kb-found h3").all_inner_texts() == ["Made up 1", "Made up 3", *titles]
    for number, label in ((0, "near match"), (2, "similar spelling"), (3, "begins like this")):
        expect(page.locator(f"[data-kb-result$='made-up-{number}/'] .kb-flag")).to_have_text(label)


def test_the_address_follows_answers_rather_than_keys(visit: Visit) -> None:
    watched = visit()
    answer(watched, after(300) + f"const results = [{json.dumps(result(1))}];")
    page = search_page(watched, "en")
    page.evaluate("""() => {
        window.written = [];
        const write = history.replaceState;
        history.replaceState = (...change) => { window.written.push(change[2]); write.apply(history, change); };
    }""")
    page.locator(PAGE_FIELD).focus()
    page.keyboard.type("recovery in practice", delay=20)
    page.wait_for_url("**/search/?q=recovery+in+practice")
    assert len([one for one in page.evaluate("window.written") if one]) == 1


def test_a_browser_that_refuses_changes_of_the_address_still_searches(visit: Visit) -> None:
    """Safari throws above a hundred changes in half a minute."""
    watched = visit()
    watched.page.add_init_script("""
        for (const change of ["replaceState", "pushState"]) {
            history[change] = () => { throw new DOMException("Too many", "SecurityError"); };
        }
    """)
    answer(watched, f"const results = [{{...{json.dumps(result(1))}, title: query}}];")
    page = watched.open("search/")
    page.locator(PAGE_FIELD).fill("x")
    expect(page.locator(".kb-result h3")).to_have_text("x")
    page.locator(PAGE_FIELD).fill("xy")
    page.keyboard.press("Enter")
    expect(page.locator(".kb-result h3")).to_have_text("xy")
    # A link within the page leaves alone what the address could not follow.
    page.evaluate("location.hash = 'kb-main'")
    page.wait_for_timeout(300)
    expect(page.locator(".kb-result h3")).to_have_text("xy")
    expect(page.locator(PAGE_FIELD)).to_have_value("xy")


def test_typing_replaces_the_address_and_sending_adds_a_step(visit: Visit) -> None:
    watched = visit()
    page = search_page(watched, "en")
    steps = page.evaluate("history.length")
    page.locator(PAGE_FIELD).focus()
    page.keyboard.type("hope")
    page.wait_for_url("**/search/?q=hope")
    assert page.evaluate("history.length") == steps
    page.keyboard.press("Enter")
    assert page.evaluate("history.length") == steps + 1
    page.keyboard.type(" meaning")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=hope+meaning")
    page.go_back()
    page.wait_for_url("**/search/?q=hope")
    expect(page.locator(PAGE_FIELD)).to_have_value("hope")
    page.go_back()
    page.wait_for_url("**/search/")
    expect(page.locator(PAGE_FIELD)).to_have_value("")
    expect(page.locator("#kb-start")).to_be_visible()
    page.go_forward()
    page.go_forward()
    expect(page.locator(PAGE_FIELD)).to_have_value("hope meaning")


@pytest.mark.parametrize("language", PREFIXES)
def test_filters_have_counts_and_stand_in_the_address(visit: Visit, language: str) -> None:
    watched = visit()
    page = search_page(watched, language, WORD[language])
    tools = page.locator("#kb-filters input[value=tool]")
    count = tools.locator("xpath=..").locator(".kb-choice__count")
    expect(count).to_have_text(re.compile(r"\(\d+\)"))
    number = int(count.inner_text().strip("()"))
    tools.check()
    page.wait_for_url("**&kind=tool")
    results = page.locator("#kb-found [data-kb-result]")
    expect(results).to_have_count(number)
    expect(page.locator(".kb-found__concept")).to_have_count(0)
    expect(count).to_have_text(f"({number})")

    page.reload()
    expect(tools).to_be_checked()
    expect(results).to_have_count(number)
    chip = page.locator(".kb-found__chips button")
    chip.focus()
    page.keyboard.press("Enter")
    expect(chip).to_have_count(0)
    expect(tools).not_to_be_checked()
    expect(page.locator(".kb-found__count")).to_be_focused()
    page.go_back()
    expect(tools).to_be_checked()
    expect(results).to_have_count(number)


COUNTED = f"""
    const results = [{json.dumps(result(1))}];
    const kinds = filters.year ? {{}} : {{ "summary:tool": 4, "summary:article": 1 }};
    const years = filters.kind?.includes("summary:tool") ? {{ 2011: 3, 2015: 0 }} : {{ 2011: 9, 2015: 2 }};
    found.facets = {{ kind: kinds, year: years }};
"""


def choice(page: Page, value: str) -> Any:
    return page.locator(f"#kb-filters label:has(input[value='{value}'])")


def test_filters_show_what_they_leave_beside_the_others(visit: Visit) -> None:
    watched = visit()
    answer(watched, COUNTED)
    page = search_page(watched, "en", "x")
    page.locator(".kb-facet", has=page.locator("input[value='2011']")).locator("> summary").click()
    expect(choice(page, "2011")).to_contain_text("(9)")
    expect(choice(page, "2015")).to_contain_text("(2)")
    choice(page, "tool").locator("input").check()
    expect(choice(page, "2011")).to_contain_text("(3)")
    expect(choice(page, "2015")).to_be_hidden()
    expect(choice(page, "tool")).to_contain_text("(4)")


def test_a_box_that_comes_to_leave_nothing_keeps_the_focus(visit: Visit) -> None:
    watched = visit()
    answer(watched, COUNTED)
    page = search_page(watched, "en", "x", "&kind=tool&year=2011")
    box = choice(page, "tool").locator("input")
    expect(choice(page, "tool")).to_contain_text("(0)")
    box.focus()
    page.keyboard.press("Space")
    page.wait_for_url("**/search/?q=x&year=2011")
    expect(page.locator(".kb-found__chips button")).to_have_count(1)
    expect(box).to_be_focused()
    expect(choice(page, "tool")).to_contain_text("(0)")
    expect(choice(page, "article")).to_be_hidden()


def test_the_focus_is_not_lost_with_what_had_it(visit: Visit) -> None:
    watched = visit()
    answer(watched, COUNTED + after(200) + "if (query === 'y') throw new Error('made up');")
    page = search_page(watched, "en")
    page.locator(PAGE_FIELD).fill("x")
    page.keyboard.press("Enter")
    # A filter, when the way back leads to the page without a query.
    choice(page, "tool").locator("input").focus()
    page.go_back()
    expect(page.locator("#kb-narrow")).to_be_hidden()
    expect(page.locator(PAGE_FIELD)).to_be_focused()
    # A result, when another answer takes its place.
    page.go_forward()
    page.locator(".kb-result a").focus()
    page.evaluate("history.replaceState(null, '', '?q=z'); history.pushState(null, '', '?q=x')")
    page.go_back()
    expect(page.locator(PAGE_FIELD)).to_have_value("z")
    expect(page.locator(".kb-found__count")).to_be_focused()
    # The heading of filters that are gone.
    page.locator(".kb-facet > summary").first.focus()
    page.evaluate("location.hash = 'q=y'")
    expect(page.locator(".kb-found__count")).to_contain_text("could not be loaded")
    expect(page.locator(".kb-found__count")).to_be_focused()
    watched.complaints[:] = [line for line in watched.complaints if "made up" not in line]


def test_concepts_are_filters_grouped_by_scheme(visit: Visit) -> None:
    page = search_page(visit(), "en", "recovery")
    facet = page.locator(".kb-facet", has=page.locator("input[value=chime]"))
    facet.locator("> summary").click()
    facet.locator(".kb-facet__group", has=page.locator("input[value=chime]")).locator("summary").click()
    page.locator("#kb-filters input[value=chime-hope]").check()
    page.wait_for_url("**&concept=chime-hope")
    expect(page.locator(".kb-found__chips")).to_contain_text("hope and optimism")


def test_filters_fold_on_a_phone(visit: Visit) -> None:
    page = search_page(visit(PHONE), "he", WORD["he"])
    choice = page.locator("#kb-filters label").first
    expect(choice).to_be_hidden()
    page.locator("#kb-narrow > button").click()
    expect(choice).to_be_visible()
    box = choice.bounding_box()
    assert box
    assert box["height"] >= 44


def test_back_from_a_result_restores_place_and_number_of_results(visit: Visit) -> None:
    watched = visit()
    page = search_page(watched, "en", "recovery")
    results = page.locator("#kb-found .kb-result")
    expect(results.nth(10)).to_be_attached()
    before = results.count()
    page.get_by_role("button", name="More results").click()
    expect(results.nth(before)).to_be_attached()
    expect(results.nth(before).locator("a").first).to_be_focused()
    total = results.count()
    page.wait_for_timeout(300)
    place = page.evaluate("scrollY")
    assert place > 1000
    results.nth(before).locator("a").first.click()
    expect(page.locator("main")).not_to_have_attribute("data-kb-id", "search")
    page.go_back()
    expect(results).to_have_count(total)
    page.wait_for_function(f"Math.abs(scrollY - {place}) < 120")


def test_after_more_results_the_first_new_one_has_the_focus(visit: Visit) -> None:
    """What is exact stands before what is near, though the engine found it later."""
    watched = visit()
    hows = ["word"] * 5 + ["near"] * 15 + ["word", "near"]
    with_results(watched, [result(number, how=how) for number, how in enumerate(hows)])
    page = search_page(watched, "en", "x")
    page.get_by_role("button", name="More results").click()
    expect(page.locator("[data-kb-result$='made-up-20/'] a")).to_be_focused()
    assert page.locator("#kb-found h3").all_inner_texts()[5] == "Made up 20"


def test_what_was_to_follow_one_answer_does_not_follow_another(visit: Visit) -> None:
    watched = visit()
    every = json.dumps([result(number) for number in range(50)])
    own = f"const results = {every}.map((one) => ({{...one, url: `${{one.url}}?${{query}}`}}));"
    answer(watched, after(800, "limit > 20") + own)
    page = search_page(watched, "en", "x")
    page.get_by_role("button", name="More results").click()
    page.locator(PAGE_FIELD).focus()
    page.keyboard.type("y")
    page.wait_for_url("**/search/?q=xy")
    page.wait_for_timeout(1000)
    expect(page.locator(PAGE_FIELD)).to_be_focused()
    expect(page.locator("#kb-found .kb-result")).to_have_count(20)


def test_a_place_to_return_to_is_forgotten_with_another_query(visit: Visit) -> None:
    watched = visit()
    every = json.dumps([result(number) for number in range(20)])
    answer(watched, after(800, "query === 'x'") + f"const results = {every};")
    page = search_page(watched, "en", "x")
    expect(page.locator("#kb-found .kb-result").nth(19)).to_be_attached()
    page.evaluate("scrollTo(0, 1500)")
    page.wait_for_timeout(300)
    page.reload()
    page.locator(PAGE_FIELD).fill("y")
    page.wait_for_url("**/search/?q=y")
    page.wait_for_timeout(1000)
    assert page.evaluate("scrollY") < 200


@pytest.mark.parametrize("path", ["search/", "he/search/"])
def test_back_to_the_page_without_a_query_restores_its_place(visit: Visit, path: str) -> None:
    page = visit(PHONE).open(path)
    link = page.locator("#kb-lists a").last
    link.scroll_into_view_if_needed()
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_timeout(300)
    place = page.evaluate("scrollY")
    assert place > 300
    link.evaluate("(one) => one.click()")
    expect(page.locator("main")).not_to_have_attribute("data-kb-id", "search")
    page.go_back()
    page.wait_for_function(f"Math.abs(scrollY - {place}) < 20")


def test_a_step_gets_back_its_own_place(visit: Visit) -> None:
    """The results that typing showed before the next search was sent are no part of it."""
    watched = visit(PHONE)
    every = json.dumps([result(number) for number in range(20)])
    answer(watched, f"const results = {every}; found.facets = {{ year: {{ 2011: 1 }} }};")
    page = search_page(watched, "en")
    page.locator(PAGE_FIELD).fill("x")
    expect(page.locator(".kb-result").nth(19)).to_be_attached()
    page.evaluate("scrollTo(0, 1500)")
    page.wait_for_timeout(300)
    page.locator("#kb-filters input[value='2011']").evaluate("(one) => one.click()")
    page.wait_for_url("**/search/?q=x&year=2011")
    page.go_back()
    expect(page.locator("#kb-start")).to_be_visible()
    page.wait_for_timeout(300)
    assert page.evaluate("scrollY") == 0


def test_the_results_have_their_own_heading_below_a_concept(visit: Visit) -> None:
    watched = visit()
    with_results(watched, [result(1), result(2, how="near")], concepts=[concept()])
    page = search_page(watched, "en", "x")
    headings = page.locator("#kb-found :is(h2, h3)")
    expect(headings).to_have_text(["2 results", "Concept", "Results", "Made up 1", "Near matches", "Made up 2"])


@pytest.mark.parametrize(("kind", "name"), [("concept", "Concept"), ("scheme", "Concept scheme")])
def test_a_scheme_is_not_called_a_concept(visit: Visit, kind: str, name: str) -> None:
    watched = visit()
    with_results(watched, [], concepts=[concept(kind=kind, label="CHIME")])
    page = search_page(watched, "en", "x")
    expect(page.locator(".kb-found__concept > .kb-kind")).to_have_text(name)
    page = watched.open("")
    open_box(page, "x")
    expect(page.locator(OPTION).first.locator(".kb-kind")).to_have_text(name)


@pytest.mark.parametrize("language", PREFIXES)
def test_nothing_found_still_helps(visit: Visit, language: str) -> None:
    page = search_page(visit(), language, "qqzzxxq")
    expect(page.locator(".kb-found__count")).to_contain_text("qqzzxxq")
    assert page.locator("#kb-found a[href*='concepts/']").count() > 3
    assert page.locator("#kb-found a[href*='summaries/']").count() >= 4
    expect(page.locator("#kb-found-status")).to_contain_text("qqzzxxq")


def test_nothing_found_here_shows_other_languages_and_spellings(visit: Visit) -> None:
    watched = visit()
    hebrew = result(1, language="he", url="/recovery/he/x/", title="כותרת")
    with_results(watched, [], corrections=["hope"], elsewhere=[hebrew])
    page = search_page(watched, "en", "hpoe")
    expect(page.get_by_role("heading", name="In other languages")).to_be_visible()
    expect(page.locator("[data-kb-result='/recovery/he/x/']")).to_have_attribute("dir", "rtl")
    page.get_by_role("link", name="hope", exact=True).click()
    page.wait_for_url("**/search/?q=hope")


def test_the_language_switch_takes_the_search_along(visit: Visit) -> None:
    watched = visit()
    page = search_page(watched, "en", "CHIME", "&kind=tool")
    expect(page.locator(".kb-found__chips button")).to_have_count(1)
    page.locator(".kb-languages a[hreflang=he]").click()
    page.wait_for_url(f"{watched.address}he/search/?q=CHIME&kind=tool")
    expect(page.locator(PAGE_FIELD)).to_have_value("CHIME")


def test_the_language_switch_keeps_the_search_after_a_link_within_the_page(visit: Visit) -> None:
    watched = visit()
    page = search_page(watched, "en", "CHIME")
    expect(page.locator("#kb-found .kb-result").first).to_be_visible()
    page.evaluate("location.hash = 'lists'")
    page.wait_for_timeout(200)
    page.locator(".kb-languages a[hreflang=nb]").click()
    page.wait_for_url(f"{watched.address}nb/search/?q=CHIME")


def test_the_language_switch_takes_the_search_along_before_it_is_answered(visit: Visit) -> None:
    watched = visit()
    answer(watched, after(2000) + "const results = [];")
    page = watched.open("search/?q=peer%20support")
    switch = page.locator(".kb-languages a[hreflang=nb]")
    expect(switch).to_have_attribute("href", re.compile(r"#q=peer\+support$"), timeout=1500)


def test_without_a_search_the_language_switch_keeps_the_section(visit: Visit) -> None:
    watched = visit()
    page = search_page(watched, "en")
    page.evaluate("location.hash = 'lists'")
    expect(page.locator(".kb-languages a[hreflang=nb]")).to_have_attribute("href", re.compile("#lists$"))
    page.locator(".kb-languages a[hreflang=nb]").click()
    page.wait_for_url(f"{watched.address}nb/search/#lists")


def test_a_way_back_within_the_page_restores_the_place(visit: Visit) -> None:
    page = search_page(visit(PHONE), "nb")
    page.evaluate("location.hash = 'lists'")
    page.wait_for_function("scrollY > 100")
    page.wait_for_timeout(300)
    page.go_back()
    page.wait_for_function("scrollY === 0")


@pytest.mark.parametrize("query", ["hope", "peer support", "brukers erfaring (håp)", "תקווה ״א״"])
def test_a_link_within_the_page_does_not_search_again(visit: Visit, query: str) -> None:
    """Nor where the link to the search encodes it otherwise: ?q=peer%20support, ?q=peer+support."""
    page = search_page(visit(), "en", query)
    expect(page.locator("#kb-found .kb-result").first).to_be_visible()
    page.locator("#kb-found .kb-result").first.evaluate("(one) => (one.dataset.same = 'yes')")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    expect(page.locator("#kb-found .kb-result").first).to_have_attribute("data-same", "yes")


def test_before_a_query_the_page_leads_to_lists_and_schemes(visit: Visit) -> None:
    page = search_page(visit(), "nb")
    expect(page.locator("#kb-start a[href$='concepts/imroc10/']")).to_be_visible()
    expect(page.locator("#kb-start a[href$='summaries/by-year/']")).to_be_visible()
    expect(page.locator("#kb-narrow")).to_be_hidden()


@pytest.mark.parametrize("language", PREFIXES)
def test_without_scripts_the_field_leads_to_a_page_with_lists(visit: Visit, language: str) -> None:
    watched = visit(java_script_enabled=False)
    page = watched.open(PREFIXES[language] + SUMMARY)
    page.locator("form[role=search] input[name=q]").fill(WORD[language])
    page.keyboard.press("Enter")
    page.wait_for_url(f"{watched.address}{PREFIXES[language]}search/?q=*")
    expect(page.get_by_text("JavaScript").first).to_be_visible()
    expect(page.locator("#kb-search")).to_be_hidden()
    expect(page.locator("#kb-lists")).to_be_visible()
    assert page.locator("#kb-lists a[href*='summaries/']").count() == 4


def test_a_wrong_address_offers_search(visit: Visit) -> None:
    watched = visit()
    page = watched.open("404.html")
    page.locator("section[lang=he] input[type=search]").fill("תקווה")
    page.keyboard.press("Enter")
    page.wait_for_url("**/he/search/?q=*")


def test_a_search_has_the_canonical_address_of_the_bare_page(visit: Visit) -> None:
    page = search_page(visit(), "he", "CHIME")
    canonical = page.locator("link[rel=canonical]").get_attribute("href") or ""
    assert canonical.endswith("/recovery/he/search/")
    assert page.locator("meta[name=robots]").count() == 0


# For everyone, whatever is typed.


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["390", "1280"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", PREFIXES)
def test_axe_finds_nothing(visit: Visit, size: tuple[int, int], scheme: str, language: str) -> None:
    watched = visit(size, scheme=scheme)
    page = watched.open(PREFIXES[language] + SUMMARY)
    open_box(page, WORD[language])
    page.keyboard.press("ArrowDown")
    assert findings(watched) == [], "box"
    for query in (WORD[language], "recoverry", "qqzzxxq", ""):
        search_page(watched, language, query)
        if query == WORD[language]:
            expect(page.locator("#kb-found [data-kb-result]").nth(5)).to_be_attached()
            if size == PHONE:
                page.locator("#kb-narrow > button").click()
            page.locator("#kb-filters input:visible").first.check()
            expect(page.locator(".kb-found__chips")).to_be_visible()
        elif query:
            page.wait_for_function("document.getElementById('kb-found').childElementCount")
        assert findings(watched) == [], query


@pytest.mark.parametrize("language", PREFIXES)
def test_nothing_scrolls_sideways_on_a_narrow_phone_or_with_large_letters(visit: Visit, language: str) -> None:
    for width, letters_at in ((320, "100%"), (640, "200%")):
        watched = visit((width, 640))
        for query in (WORD[language], "w" * 200):
            page = search_page(watched, language, query)
            page.wait_for_function("document.getElementById('kb-found').childElementCount")
            page.evaluate(f"document.documentElement.style.fontSize = '{letters_at}'")
            assert page.evaluate("document.documentElement.scrollWidth") <= width, query
        page = watched.open(PREFIXES[language])
        page.evaluate(f"document.documentElement.style.fontSize = '{letters_at}'")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        open_box(page, WORD[language])
        assert page.evaluate("document.getElementById('kb-box').scrollWidth") <= width


def test_latin_in_a_hebrew_excerpt_keeps_its_order(visit: Visit) -> None:
    watched = visit()
    excerpt = [
        {"text": "… לפי הקורס (Recoveryakademiet, u.å.) מתחילים "},
        {"text": "בהחלמה", "marked": True},
        {"text": " ובמטרות (Slade et al., 2015)."},
    ]
    with_results(watched, [result(1, language="he", excerpt=excerpt)])
    for language in ("en", "he"):
        page = search_page(watched, language, "x")
        expect(page.locator(".kb-entry__text bdi")).to_have_count(2)
        for number in range(2):
            assert is_in_order(letters(page, ".kb-entry__text bdi", number), rightwards=True)
        signs = letters(page, ".kb-entry__text")
        hebrew = [sign for sign in signs if "\u05d0" <= str(sign["sign"]) <= "\u05ea"]
        assert is_in_order(hebrew, rightwards=False)
        mark, before = (page.locator(f".kb-entry__text {tag}").first.bounding_box() for tag in ("mark", "bdi"))
        assert mark
        assert before
        assert mark["x"] + mark["width"] <= before["x"] or mark["y"] > before["y"]


STRANGE = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "{query} {count} ${alert(1)}",
    "\U0001f642\U0001f469\u200d\U0001f469\u200d\U0001f467",
    ".*+?^${}()|[]\\",
    "\u202eabc \u05d0\u05d1\u05d2 \u2067x",
    "\u05b0\u05b1\u05b2",
    "\"\"\"''' ``` %%% %E4%",
    "/////",
    "\ud83d",
    "א" * 3000,
    "hope " * 600,
]


@pytest.mark.parametrize("query", STRANGE, ids=range(len(STRANGE)))
def test_strange_queries_do_no_harm(visit: Visit, query: str) -> None:
    watched = visit()
    watched.page.on("dialog", lambda dialog: watched.complaints.append(f"dialog: {dialog.message}"))
    page = watched.open("")
    page.keyboard.press("/")
    put = "(input, text) => { input.value = text; input.dispatchEvent(new Event('input', { bubbles: true })); }"
    written = re.sub(r"[\ud800-\udfff]", "\\\\ud83d", json.dumps(query, ensure_ascii=False))
    for path, field in (("", FIELD), ("he/search/", PAGE_FIELD)):
        if path:
            watched.open(path)
        page.locator(field).evaluate(f"(input) => ({put})(input, {written})")
        page.wait_for_timeout(700)
    page.locator("#kb-search button").click()
    page.wait_for_timeout(300)
    assert page.locator("#kb-found img, #kb-found script").count() == 0


@pytest.mark.parametrize("language", PREFIXES)
def test_scripts_can_search(visit: Visit, language: str) -> None:
    page = visit().open(PREFIXES[language] + SUMMARY)
    found = page.evaluate("(word) => kb.search(word)", WORD[language])
    assert len(found) > 5
    assert {"url", "title", "excerpt", "how"} <= set(found[0])
    assert any("<mark>" in one["excerpt"] for one in found)
    other = page.evaluate("kb.search('CHIME', {language: 'nb'})")
    assert "/nb/" in other[0]["url"]


def test_the_slash_key_can_be_turned_off(visit: Visit) -> None:
    """WCAG 2.1.4: a key that is a sign by itself can be turned off, and stays off."""
    page = visit().open("about/")
    page.keyboard.press("/")
    page.get_by_label("Open search with the / key").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    assert not page.locator("dialog[open]").count()
    page.reload()
    page.keyboard.press("/")
    assert not page.locator("dialog[open]").count()
    page.keyboard.press("Control+k")
    assert page.locator("dialog[open]").count() == 1
    page.get_by_label("Open search with the / key").check()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("/")
    expect(page.get_by_role("dialog")).to_be_visible()
