"""Passages in another script are marked where nobody has marked them, and nothing else is."""

from __future__ import annotations

import pytest

from recovery_kb.markup.engine import render
from recovery_kb.markup.passages import marked_html


def marked(text: str, start: str = '<bdi dir="rtl" lang="he">') -> str:
    """HTML with each marked passage in guillemets."""
    return text.replace(start, "«").replace("</bdi>", "»")


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("A word, החלמה, in between.", "<p>A word, «החלמה», in between.</p>"),
        ("קשר ושייכות", "<p>«קשר ושייכות»</p>"),
        ("(דו״ח משנת 2013, ת״י 5568)", "<p>(«דו״ח משנת 2013, ת״י» 5568)</p>"),
        ("\"שלום\" and 'שלום'", "<p>\"«שלום»\" and '«שלום»'</p>"),
        ('צה"ל, ג׳ורג׳ ובית־ספר', '<p>«צה"ל, ג׳ורג׳ ובית־ספר»</p>'),
        ("שָׁלוֹם", "<p>«שָׁלוֹם»</p>"),
        ("אחד (שניים) שלושה", "<p>«אחד» («שניים») «שלושה»</p>"),
        ("*החלמה* and **תקווה** end", "<p><em>«החלמה»</em> and <strong>«תקווה»</strong> end</p>"),
        ("one *two* שלוש *four* חמש six", "<p>one <em>two</em> «שלוש» <em>four</em> «חמש» six</p>"),
        ("`החלמה` stays", "<p><code>החלמה</code> stays</p>"),
        ('*החלמה*{lang="he"} stays', '<p><em lang="he">החלמה</em> stays</p>'),
        ("Nothing foreign: é, å, α.", "<p>Nothing foreign: é, å, α.</p>"),
    ],
)
@pytest.mark.parametrize("language", ["en", "nb"])
def test_hebrew_on_a_page_in_latin_letters(body: str, html: str, language: str) -> None:
    assert marked(render(body, language=language).html) == html


def test_cells_of_a_table() -> None:
    html = marked(render("| a | b |\n|---|---|\n| hope | תקווה |", language="en").html)
    assert "<td>hope</td>\n<td>«תקווה»</td>" in html


def test_a_hebrew_page_is_left_as_it_is() -> None:
    body = "המסגרת CHIME, *personal recovery*, נבדקה."
    assert render(body, language="he").html == render(body).html


@pytest.mark.parametrize(
    ("text", "language", "html"),
    [
        ("כהן, Smith & <b>", "en", "«כהן», Smith &amp; &lt;b&gt;"),
        ("פרידלנדר כץ", "nb", "«פרידלנדר כץ»"),
        ("פרידלנדר כץ", "he", "פרידלנדר כץ"),
        ("", "en", ""),
    ],
)
def test_plain_text(text: str, language: str, html: str) -> None:
    assert marked(marked_html(text, language), '<bdi lang="he" dir="rtl">') == html
