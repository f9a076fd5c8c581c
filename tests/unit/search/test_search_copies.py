from __future__ import annotations

import pytest

from recovery_kb.search.copies import Document, article, copy, joined, keyed, texts
from recovery_kb.search.marks import encoded, mark

KEYS = {"Hoping": ("hoping", "hop"), "recovery": ("recovery",), "oriented": ("oriented", "orient"), "ה": ("ה",)}


def keys(word: str) -> tuple[str, ...]:
    return KEYS.get(word, (word.lower(),))


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("hope", "ξhopeω"),
        ("החלמ", "ξהחלמω"),
        ("håp", "ξhaνpω"),
        ("én", "ξeνnω"),
        ("imroc10", "ξimrocβαω"),
        ("a\u0301b", "ξaνbω"),
    ],
)
def test_a_key_is_letters_only(key: str, shown: str) -> None:
    assert encoded(key) == shown
    assert shown.isalpha()


def test_a_possible_key_begins_as_a_certain_one() -> None:
    assert mark("hop", is_certain=False).startswith(mark("hop"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Hoping,", "Hoping^ξhopingω^ξhopωψψψ,"),
        ("(recovery-oriented)", "(recovery-oriented^ξrecoveryω^ξorientedω^ξorientωψψψ^ξrecoveryorientedωψψψ)"),
        ("a – b", "a^ξaω – b^ξbω"),
        ("see https://kb.example/hope now", "see^ξseeω https://kb.example/hope now^ξnowω"),
        ("הWRAP", "הWRAP^ξהω^ξwrapω"),
        ("…", "…"),
        ("", ""),
    ],
)
def test_keys_stand_behind_the_words_and_before_the_punctuation(text: str, shown: str) -> None:
    assert keyed(text, "en", keys) == shown


def test_what_stands_with_a_hyphen_is_also_one_word() -> None:
    assert list(joined("co-production, self\u2011help; a – b http://a-b.example מכוון־החלמה", "he")) == [
        "coproduction",
        "selfhelp",
        "מכווןהחלמה",
    ]


PAGE = """<html><body><header>Menu</header><main><article class="kb-page">
<h1 data-pagefind-ignore>Title</h1>
<nav data-pagefind-ignore><ul><li><nav>inner</nav></li></ul></nav>
<h2 id="a">Part<a class="headerlink" href="#a">¶</a></h2>
<p title="a &gt; b">Q &amp; A<br>&lt;here&gt;</p>
</article></main><footer>Foot</footer></body></html>"""


def test_only_what_a_page_says_is_searched() -> None:
    content = article(PAGE)
    assert list(texts(content)) == ["Part", "Q & A", "<here>"]
    assert '<h2 id="a">Part</h2>' in content


def test_a_page_without_an_article_says_nothing() -> None:
    assert article("<html><body>Leads on</body></html>") == ""


def test_a_copy_holds_fields_and_text_with_keys() -> None:
    document = Document("about/", "about", "page", {"title": ["Hoping"], "labels": [], "description": ["a", "<b>"]})
    made = copy(document, article(PAGE), "en", keys)
    assert '<p data-pagefind-meta="title">Hoping^ξhopingω^ξhopωψψψ</p>' in made
    assert '<p data-pagefind-meta="description">a^ξaω &lt;b^ξbω&gt;</p>' in made
    assert "labels" not in made
    assert '<h2 id="a">Part^ξpartω</h2>' in made
    assert "Q^ξqω &amp; A^ξaω<br>&lt;here^ξhereω&gt;" in made
    assert 'title="a &gt; b"' in made
