"""How long a text takes to read: an estimate, by the language it is read in."""

from __future__ import annotations

WORDS_A_MINUTE = {"en": 238, "nb": 213, "he": 195}
"""Words that adults read silently in a minute, non-fiction, by language.

English: 238, the mean of 190 studies (Brysbaert, 2019, "How many words do we read per minute?", Journal of Memory and
Language, 109, 104047; most adults lie between 175 and 300). No such figure is known to us for the other two. But the
same ten texts have been read aloud in all three languages: the International Reading Speed Texts, 228 words a minute
in English, 187 in Hebrew (Trauzettel-Klosinski & Dietz, 2012, Investigative Ophthalmology & Visual Science, 53(9),
5452-5461) and 204 in Norwegian (Nachtnebel & Falkenberg, 2024, Scandinavian Journal of Optometry and Visual Science,
17(1)). A text that says the same has fewer words where particles and compounds are written as one word, and each takes
longer. So the English figure is taken in the proportion of those three: 238 x 204/228 and 238 x 187/228. An estimate,
and shown as one.
"""


def words_in(text: str) -> int:
    """How many words a text has, as the studies count them: what stands between spaces and holds a letter or digit."""
    return sum(any(sign.isalnum() for sign in token) for token in text.split())


def reading_minutes(text: str, language: str) -> int:
    """The minutes a text in one of the site's languages takes to read, rounded, at least one."""
    # Halves are rounded up, not to the even number.
    return max(1, int(words_in(text) / WORDS_A_MINUTE[language] + 0.5))
