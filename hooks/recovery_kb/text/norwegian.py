"""Norwegian words: base forms behind Bokmål endings, parts of compounds, Nynorsk forms.

An ending is cut only down to a word that the vocabulary knows, as Snowball cuts too deep for running text
(mulighet: mul, personlig: person). Where it knows none, all cuts stay, so that two forms of a rare word
still meet.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

# The package brings no types.
from snowballstemmer import stemmer  # type: ignore[import-untyped]

from recovery_kb.text.characters import fold, unaccent
from recovery_kb.text.reader import Reader
from recovery_kb.text.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TABLE = table("norwegian")
_ENDINGS: dict[str, list[str]] = _TABLE["endings"]
_BOKMAAL: dict[str, str] = _TABLE["bokmaal"]
_BOKMAAL_BEGINNINGS: dict[str, str] = _TABLE["bokmaal_beginnings"]
_BOKMAAL_ENDINGS: dict[str, str] = _TABLE["bokmaal_endings"]
_IRREGULAR: dict[str, str] = {form: base for base, forms in _TABLE["irregular"].items() for form in forms}
_UNLIKE = frozenset((form, base) for base, forms in _TABLE["unlike"].items() for form in forms)
_ADJECTIVES = frozenset(_TABLE["adjectives"].split())
_ADJECTIVE_ENDINGS = tuple(_TABLE["adjective_endings"].split())
_FURTHER: dict[str, list[str]] = {}
for _base, _forms in [*_TABLE["strong"].items(), *_TABLE["suppletive"].items()]:
    for _form in _forms.split():
        _FURTHER.setdefault(_form, []).append(_base)
_STRONG = frozenset(_TABLE["strong"])
_PREFIXES = tuple(_TABLE["verb_prefixes"].split())
_VERB_PREFIXES = frozenset(_PREFIXES)
_GRAMMAR = frozenset(_TABLE["grammar"].split())
_NO_FIRST = frozenset(_TABLE["no_first"].split())
_NO_LAST = frozenset(_TABLE["no_last"].split())

_AGENT = ("e", "en", "ne", "nes")
"""What follows a noun in -er that names a person: brukere, brukeren, brukerne."""

_INFLECTIONS = ("en", "et", "er", "ene", "n", "r", "ne", "e")
"""Endings that show the word before them to be a base."""

_MEN = ("menn", "mennene", "mennenes")
_MEN_ENDING = re.compile("menn(?:enes?)?$")

_REAL_BORDER = re.compile(r"\w{3}(?:ing|sjon|het|skap|dom|itet)(?=s\w{4})")
"""Where a compound parts for certain, its parts known or not: behind these endings the s is a binding one."""

_POSSESSED = ("en", "et", "ene", "er", "ing", "het", "else", "sjon")
"""What a short word ends in before a genitive -s; kurs and års have an s of their own."""

_DERIVED = re.compile(r"(?P<n>n)?ing(?:en|a|er|ene)?s?$|(?P<end>[ea]nde|els(?:e|en|er|ene)|es)$")
"""Endings of nouns and participles that a verb's -e is cut for: trening, forskning, følelse, smilende, brukes."""

_PAST = re.compile(
    r"(?<=[bdfgjklmnprstv])t(?:e|es)?$|(?:(?<=[gv])|(?<=ei)|(?<=øy))d(?:e|es)?$|(?<=[aeiouyæøå])dd(?:e|es)?$"
)
"""Endings of verbs in the past beside -et: trente, spilt, prøvde, bodde."""

_PRESENT = re.compile(r"(?:er|et)$")

_COMPARED = re.compile(r"(?:ere|este?|(?<=ig|om)ste?)$")
_QUALITY = re.compile(r"het(?:en|er|ene)?s?$")

_INFLECTED = re.compile(r"(?<=\w{3})(?:enes?|ens?|ets?|er[ns]?e?s?|a|e)$")

_BEGINS = re.compile(
    "[aouyæøå]|(?:[bdfghjklmnprstv]|bj|bl|br|dr|fj|fl|fr|gj|gl|gn|gr|hj|hv|kj|kl|kn|kr|kv|mj|pl|pr|ps|sj|skj?|skr|skv|sl|"
    "sm|sn|sp|spr|spl|st|str|sv|tj|tr|tv|vr)[aeiouyæøå]"
)
"""How a compound's last part may begin; with e and i mostly endings do."""

_ENDS = re.compile(
    r"(?=.*[aeiouyæøå]).*(?:[eo]|[aeiouyæøå][bdfgjklmnprstv]|([bdfgklmnprst])\1|l[dtkpsmvgf]|r[dtkpsmvgnlf]|n[dtskg]|m[tpsb]|"
    r"s[tkp]|[kfp]t|[kpt]s)$"
)
"""How its first part may end."""

_FOREIGN = re.compile("[cqwxz]|th")

_DERIVATION = re.compile(
    "(?:s?sjon|[ai]sjon|l?ighet|else|ering|isk|isme|itet|skap|dom|ende|able|abel|ment|logi|grafi|nin?g)"
)
"""No last part begins so."""

_ONE_WORD = re.compile(
    "(?:sjon|itet|isme|isk|logi|ment|er|ert|ering|tiv|ell|abel|ist|al|het|lig|els|ing|dom|skap|end|ig|som|løs)$"
)
"""What ends long words that are no compounds: their borders are not guessed."""

_SHORTEST = 3
_COMPOUND = 7
_SHORTEST_LAST = 4
_LONG = 6
_SHORT = 4
_CLEAR = ("en", "et", "ene", "er")
_BINDING = ("s", "", "e")
_STEM_ENDINGS = frozenset("a ane ar ast e ede en ende ene enes ens er ers es et ets ert s t te ete".split())
"""What the Snowball stem may lack: inflection only."""


class Norwegian(Reader):
    """Reads Norwegian words, backed by the words in use."""

    def __init__(self, vocabulary: Iterable[str] = ()) -> None:
        """Takes the words as they are written, in any order, repeated or not."""
        self._known = {fold(word) for word in vocabulary}

    def keys(self, word: str) -> tuple[str, ...]:
        """The base form; what it is derived from; a compound's last and first part; an unknown word's Snowball stem."""
        forms = self.forms(word)
        family = dict.fromkeys(base for form in dict.fromkeys((fold(word), *forms[:1])) for base in self._family(form))
        parts = [form for part in reversed(self.parts(word)) for form in self.forms(part)]
        stems = [stem for form in forms[:1] if form not in self._known and _plausible(form, stem := _stem(form))]
        return tuple(dict.fromkeys((*forms, *family, *parts, *stems)))

    def forms(self, word: str) -> tuple[str, ...]:
        """The base form, if the vocabulary knows it; else the word and all that its ending may come from."""
        folded = self._bokmaal(fold(word))
        base = self._base(folded) or folded
        if not base or self._inflects(base):
            return (base,) if base else ()
        cuts = (cut for cut in bases(base) if len(cut) >= _SHORTEST and cut not in _GRAMMAR)
        loose = (cut for cut in cuts if _plausible(base, cut))
        return tuple(dict.fromkeys((base, *loose)))

    def parts(self, word: str) -> tuple[str, ...]:
        """Base forms of a compound's first and last part, both known words; the longest last part is taken.

        Where the border is certain they need not be known; the last part is then as it stands.
        """
        folded = self._bokmaal(fold(word))
        if not folded.isalpha():
            return ()
        # The base, if known: an ending isn't taken for a part (bruker|ens).
        compound = self._base(folded) or folded
        for cut in range(_SHORTEST, len(compound) - _SHORTEST_LAST + 1):
            last = self._last(compound[cut:])
            if last and (first := self._first(compound[:cut])):
                return first, last
        border = _REAL_BORDER.search(compound)
        if border and (last := compound[border.end() + 1 :]) not in _NO_LAST:
            return compound[: border.end()], last
        return ()

    def fragments(self, word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The first and the last parts, as `core` gives them, that a compound of unknown words may have.

        If a part is a known word the border lies there; else wherever both sides could be words.
        """
        folded = fold(word)
        size = len(core(folded))
        if size < _COMPOUND or not folded.isalpha() or _FOREIGN.search(folded) or self.parts(word):
            return (), ()
        cuts = [cut for cut in range(_SHORTEST, size - _SHORTEST + 1) if _parts_at(folded, cut)]
        # Three letters may be a word by chance (tre|demølle).
        certain = [cut for cut in cuts if (cut > _SHORTEST and self._first(folded[:cut])) or self._last(folded[cut:])]
        least = _SHORTEST if certain else _SHORTEST_LAST
        if not certain and _ONE_WORD.search(core(folded)):
            cuts = [cut for cut in cuts if cut > _SHORTEST + 1 and folded[cut - 1] == "s"]
        # Where a part is a word, who asks for it need not be led here.
        cuts = certain or cuts
        heads = (folded[:cut] for cut in cuts if cut > _SHORTEST)
        firsts = (core(head.removesuffix("s")) for head in heads if not self._first(head))
        lasts = (core(folded[cut:]) for cut in cuts if not self._last(folded[cut:]))
        return tuple(one for one in firsts if len(one) >= least), tuple(one for one in lasts if len(one) >= least)

    def _base(self, folded: str) -> str:
        """The base form of a word of the vocabulary, which may be itself; nothing if the vocabulary knows none."""
        if folded in _IRREGULAR:
            return _IRREGULAR[folded]
        if folded in _GRAMMAR:
            return folded
        if folded.endswith(_MEN):
            return _MEN_ENDING.sub("mann", folded)
        if not (folded.endswith("er") and any(folded + ending in self._known for ending in _AGENT)):
            if (inner := _possessor(folded)) and (base := self._base(inner)):
                return base
            for base in bases(folded):
                if base in self._known and base not in _GRAMMAR and _plausible(folded, base):
                    return base
        return folded if folded in self._known else ""

    def _inflects(self, folded: str) -> bool:
        """Does the vocabulary show forms of a word? What follows -ere follows -er as well: kunstneren, kunstnere."""
        endings = () if folded.endswith("ere") else _INFLECTIONS
        return folded in _GRAMMAR or any(folded + ending in self._known for ending in endings)

    def _family(self, folded: str) -> Iterator[str]:
        """Words that a form may be of or be derived from, as far as the vocabulary backs them: sov, of sove."""
        if folded in _GRAMMAR:
            return
        yield from strong(folded)
        if (plain := unaccent(folded)) != folded and plain not in _GRAMMAR:
            yield plain
        for verb in () if folded.removesuffix("e") in _ADJECTIVES else verbs(folded):
            if (folded, verb) not in _UNLIKE and self._is_verb(verb, folded):
                yield verb
        noun = _QUALITY.sub("het", folded)
        for adjective in adjectives(folded):
            if (noun, adjective) not in _UNLIKE and self._is_adjective(adjective, folded):
                yield adjective

    def _is_verb(self, verb: str, folded: str) -> bool:
        """Does the vocabulary have a verb, beside one form?

        Where -t is cut a noun and its plural would seem to be a verb (fase, faser, fast).
        """
        if folded.endswith("t") and not folded.endswith("et") and len(folded) <= _SHORT:
            return any(form in self._known for form in conjugated(verb) if form != folded and not _PRESENT.search(form))
        known = (verb, *conjugated(verb))
        return any(form in self._known for form in known if form != folded)

    def _is_adjective(self, adjective: str, folded: str) -> bool:
        """Does the vocabulary have an adjective, beside one form? Persons look like compared ones (lesere)."""
        if not (_is_listed(adjective) or _QUALITY.search(folded)):
            return False
        return any(form in self._known for form in (adjective, *compared(adjective)) if form != folded)

    def _first(self, part: str) -> str:
        """The known word that a compound's first part is, without the binding letter; nothing if it is none."""
        for binding in _BINDING:
            word = part.removesuffix(binding) if part.endswith(binding) else ""
            if {word, part} & (_GRAMMAR | _NO_FIRST) or len(word) < _SHORTEST:
                continue
            if word in self._known or (len(word) > _SHORTEST and self._inflects(word)):
                return word
        return ""

    def _last(self, part: str) -> str:
        """The base form of the known word that a compound's last part is; nothing if it is none.

        A word that is known in other forms only (prosesser, not prosess) stays as it stands.
        """
        if part in _NO_LAST or part in _GRAMMAR:
            return ""
        if base := self._base(part):
            return "" if base in _GRAMMAR | _NO_LAST or len(base) < _SHORTEST else base
        inflected = any(len(cut) > _SHORTEST and self._inflects(cut) for cut in (part, *bases(part)))
        return part if inflected else ""

    def _bokmaal(self, folded: str) -> str:
        """The Bokmål form of a Nynorsk one. Beginnings and endings change only where a known word comes of it."""
        if folded in _BOKMAAL:
            return _BOKMAAL[folded]
        return next((changed for changed in respelt(folded) if self._base(changed)), folded)


def core(folded: str) -> str:
    """A compound's part without inflection and the vowel before it, so that all forms of a part meet: løype, løypa."""
    return _INFLECTED.sub("", folded)


def _parts_at(folded: str, cut: int) -> bool:
    """Could words end and begin here?"""
    first, last = folded[:cut], folded[cut:]
    if {first, last, first.removesuffix("s")} & (_GRAMMAR | _NO_FIRST | _NO_LAST | _VERB_PREFIXES):
        return False
    ends = _ENDS.match(first) or _ENDS.match(first.removesuffix("s"))
    return bool(ends and _BEGINS.match(last) and not _DERIVATION.match(last))


def respelt(folded: str) -> Iterator[str]:
    """What a Nynorsk word may be in Bokmål, by its beginning, its ending, and both."""
    begun = [new + folded.removeprefix(old) for old, new in _BOKMAAL_BEGINNINGS.items() if folded.startswith(old)]
    yield from (_BOKMAAL.get(word, word) for word in begun)
    for word in (folded, *begun):
        for old, new in _BOKMAAL_ENDINGS.items():
            if word.endswith(old) and len(word) - len(old) >= _SHORTEST:
                yield word.removesuffix(old) + new


def strong(folded: str) -> Iterator[str]:
    """The base of a strong verb's form, and of what no rule leads back; a prefix stays before it: beskrev, beskrive."""
    yield from _FURTHER.get(folded, ())
    for prefix in _PREFIXES:
        rest = folded.removeprefix(prefix)
        # Short forms end too many other words (for|bar).
        if rest != folded and len(rest) >= _SHORTEST:
            yield from (prefix + base for base in _FURTHER.get(rest, ()) if base in _STRONG)


def verbs(folded: str) -> Iterator[str]:
    """The infinitives that a weak verb's form, or a noun made of one, may come from."""
    found: list[str] = []
    for pattern in (_DERIVED, _PAST, _PRESENT):
        match = pattern.search(folded)
        if match is None:
            continue
        stem = folded[: match.start()]
        if match.group().startswith("dd"):
            found.append(stem)
        elif pattern is _PAST:
            found += [f"{stem}e", f"{stem}{stem[-1:]}e"]
        else:
            found += [f"{stem}ne", f"{stem}e"] if match.groupdict().get("n") else [f"{stem}e"]
    yield from (verb for verb in dict.fromkeys(found) if len(verb) > _SHORTEST or not verb.endswith("e"))


def conjugated(verb: str) -> Iterator[str]:
    """Forms of a weak verb, and nouns made of it."""
    stem = verb.removesuffix("e")
    yield from (f"{verb}r", f"{verb}nde", f"{stem}et", f"{stem}ing", f"{stem}ning", f"{stem}ingen")
    single = stem[:-1] if stem[-2:-1] == stem[-1:] else stem
    if stem == verb:
        yield from (f"{verb}dde", f"{verb}dd")
    for short in dict.fromkeys((stem, single)):
        yield from (f"{short}te", f"{short}t")
        if short.endswith(("v", "g", "ei", "øy")):
            yield from (f"{short}de", f"{short}d")


def adjectives(folded: str) -> Iterator[str]:
    """The adjectives that a compared form or a noun in -het may come from."""
    if match := _COMPARED.search(folded) or _QUALITY.search(folded):
        stem = folded[: match.start()]
        if len(stem) >= _SHORTEST:
            yield from (stem, *_spelt_out(stem))
            if match.group() in ("ere", "est", "este"):
                yield f"{stem}e"
    elif folded.endswith("t") and len(folded) > _SHORTEST:
        # tryggt becomes trygt
        yield folded[:-1] + folded[-2]


def compared(adjective: str) -> Iterator[str]:
    """Forms of an adjective, and the noun in -het."""
    stem = adjective.removesuffix("e")
    doubled = f"{stem}m" if stem.endswith("m") else stem
    if not adjective.endswith("t"):
        yield f"{adjective}t"
    yield from (f"{adjective}{ending}" for ending in ("st", "ste", "het", "heten"))
    yield from (f"{doubled}{ending}" for ending in ("e", "ere", "est", "este"))


def bases(folded: str) -> Iterator[str]:
    """The forms that a word's ending may come from; where several are words the first is meant."""
    if inner := _possessor(folded):
        yield from bases(inner)
        yield inner
    for ending, replacements in _ENDINGS.items():
        stem = folded.removesuffix(ending)
        if folded.endswith(ending) and len(stem) >= _SHORTEST - 1:
            for replacement in replacements:
                # Two letters may be a word (by, år) before those endings that no other word is likely to have.
                if len(stem + replacement) >= _SHORTEST or ending in _CLEAR:
                    yield stem + replacement
                if not replacement and len(stem) >= _SHORTEST:
                    yield from _spelt_out(stem)


def _possessor(folded: str) -> str:
    """A word without its genitive -s; nothing if it has none."""
    inner = folded.removesuffix("s")
    if inner == folded or folded.endswith(("ss", "us", "is")):
        return ""
    return inner if len(inner) >= _LONG or inner.endswith(_POSSESSED) else ""


def _spelt_out(stem: str) -> Iterator[str]:
    """What a stem's last consonants become without an ending: fordomm, fordom; regl, regel; artikl, artikkel."""
    if stem.endswith("mm"):
        yield stem[:-1]
    if stem[-1] in "lnr" and stem[-2] not in "aeiouyæøålr":
        yield f"{stem[:-1]}e{stem[-1]}"
        yield f"{stem[:-1]}{stem[-2]}e{stem[-1]}"


def _plausible(folded: str, base: str) -> bool:
    """May the form be one of the base? -e and -t are endings of adjectives only, and part of too many other words."""
    if folded in (base + "e", base + "t") and not folded.endswith("ere"):
        return _is_listed(base)
    return (folded, base) not in _UNLIKE


def _is_listed(base: str) -> bool:
    return base in _ADJECTIVES or base.endswith(_ADJECTIVE_ENDINGS)


_STEMMER = stemmer("norwegian")


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    """The Snowball stem where no more than an inflection was cut; else the word."""
    stem = str(_STEMMER.stemWord(word))
    return stem if word.removeprefix(stem) in _STEM_ENDINGS else word
