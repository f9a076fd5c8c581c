"""Remake `theirs.json`, what citeproc-js makes of `works.yml`, with the project's own styles and terms.

    npm install --no-save --prefix /tmp/citeproc-js citeproc@2.4.63
    python tests/unit/citations/citeproc_js/make.py /tmp/citeproc-js

Node is needed for this alone. citeproc-js (CPAL or AGPL) is no part of the project: only what it writes is kept.

For a fair comparison it gets what our processor gets, and nothing that was done to suit citeproc-py:

- the styles of `third_party/` exactly as they were published, without our `amendments`;
- the CSL project's locales as citeproc-py ships them, with the words of our `locales/` in their place. They win over
  the words that a style brings along, as they do with us;
- each work as our CSL-JSON export gives it.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml
from lxml import etree

from recovery_kb.citations import STYLES, CslItem
from recovery_kb.citations.terms import FORMATTINGS, LOCALES_FOLDER, StyleName, correction_path, formatting, style_path
from recovery_kb.citations.work import Work, format_language
from recovery_kb.exports.csl_json import csl_json

HERE = Path(__file__).parent
WORKS = HERE / "works.yml"
THEIRS = HERE / "theirs.json"
CSL = "{http://purl.org/net/xbiblio/csl}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def works() -> list[CslItem]:
    """The records, without the note where each was read."""
    read = yaml.safe_load(WORKS.read_text(encoding="utf-8"))
    return [{name: value for name, value in work.items() if name != "seen"} for work in read]


def works_in(language: str) -> list[CslItem]:
    """The works that some page of ours shows in a language: Latin script in English and in Norwegian."""
    return [work for work in works() if any(format_language(Work(work), page) == language for page in FORMATTINGS)]


def _name_of(term: Any) -> tuple[str, str]:
    return term.get("name"), term.get("form", "long")


def _locale(tag: str, corrections: list[Any]) -> str:
    """A locale of the CSL project with our words in it, as XML."""
    root = etree.parse(LOCALES_FOLDER / f"locales-{tag}.xml").getroot()
    (terms,) = root.iter(f"{CSL}terms")
    _put(terms, corrections)
    return etree.tostring(root, encoding="unicode")


def _put(terms: Any, corrections: list[Any]) -> None:
    ours = {_name_of(term) for term in corrections}
    for term in list(terms.iter(f"{CSL}term")):
        if _name_of(term) in ours:
            terms.remove(term)
    terms.extend(deepcopy(term) for term in corrections)


def _style(language: str, style: StyleName, corrections: list[Any]) -> str:
    """A style as published, but for words of its own that ours stand before."""
    root = etree.parse(style_path(language, style)).getroot()
    ours = {_name_of(term) for term in corrections}
    for locale in root.iter(f"{CSL}locale"):
        if locale.get(LANG) in (None, language, formatting(language).locale):
            for term in list(locale.iter(f"{CSL}term")):
                if _name_of(term) in ours:
                    term.getparent().remove(term)
    return etree.tostring(root, encoding="unicode")


def job() -> dict[str, Any]:
    """What `format.js` is given."""
    runs = []
    for language in FORMATTINGS:
        tag = formatting(language).locale
        corrections = list(etree.parse(correction_path(language)).getroot().iter(f"{CSL}term"))
        locales = {"en-US": _locale("en-US", []), tag: _locale(tag, corrections)}
        items = [csl_json(work) for work in works_in(language)]
        for style in STYLES:
            text = _style(language, style, corrections)
            name = f"{language} {style}"
            runs.append({"name": name, "style": text, "locales": locales, "language": tag, "items": items})
    return {"runs": runs}


def made_from() -> str:
    """A hash of all that citeproc-js is given: styles, words, works and our export of them."""
    return hashlib.sha256(json.dumps(job(), sort_keys=True).encode()).hexdigest()


def main(folder: str) -> None:
    """Write what citeproc-js, installed in `folder`, makes of the works."""
    command = ["node", str(HERE / "format.js"), folder]
    made = subprocess.run(
        command, input=json.dumps(job()), capture_output=True, text=True, check=True, encoding="utf-8"
    )
    theirs = {"made_from": made_from(), **json.loads(made.stdout)}
    THEIRS.write_text(json.dumps(theirs, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
