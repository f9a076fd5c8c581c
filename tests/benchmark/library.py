"""Writes a large library for measuring: the real summaries and generated ones beside them, the same on every run.

python -m benchmark.library DIR --summaries 1000
"""

from __future__ import annotations

import argparse
import shutil
from collections import defaultdict
from pathlib import Path
from random import Random

import yaml

from benchmark.voice import Document, Voice
from recovery_kb.check import check
from recovery_kb.languages import LANGUAGES
from recovery_kb.library import Library
from recovery_kb.problems import Severity
from recovery_kb.schema.documents import KINDS
from recovery_kb.sections import CLOSING, OPENING, SECTIONS
from recovery_kb.strings import section_titles
from site_support import ROOT

SEED = 20_261_121
KIND_WEIGHTS = dict(zip(KINDS, (45, 8, 7, 22, 10, 8), strict=True))
SEEDS = 4
"""So many real summaries a generated one is like."""


def write_library(root: Path, count: int) -> None:
    """Write a library of `count` summaries, the real ones among them, into the folder `root`."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(ROOT / "docs", root / "docs")
    shutil.copytree(ROOT / "summaries", root / "summaries")
    real, _ = check(ROOT)
    chance = Random(SEED)
    ids = sorted(real.summaries)
    voices = {}
    for language in LANGUAGES:
        texts = {id_: real.summaries[id_].texts[language].body for id_ in ids}
        voices[language] = Voice(language, texts, Random(f"{SEED} {language}"))
    keys = sorted(work.key for work in real.descriptions)
    heads = {}
    for number in range(1, max(0, count - len(ids)) + 1):
        id_ = f"generated-{number:04}"
        seeds = chance.sample(ids, SEEDS)
        heads[id_] = _write_summary(root / "summaries" / id_, real, voices, seeds, chance.choice(keys), chance)
    _tag(root, heads)


def _write_summary(
    folder: Path, real: Library, voices: dict[str, Voice], seeds: list[str], source: str, chance: Random
) -> dict[str, object]:
    """Write one summary in all languages; what its original states is returned."""
    kind = chance.choices(list(KIND_WEIGHTS), list(KIND_WEIGHTS.values()))[0]
    original = chance.choices(["he", "nb", "en"], [25, 35, 40])[0]
    shape = _shape(kind, chance)
    head: dict[str, object] = {
        "kind": kind,
        "original": original,
        "source": source,
        "concepts": sorted({concept for id_ in seeds for concept in real.summaries[id_].concepts}),
        "summarised_by": "editors",
        "added": f"{chance.randint(2022, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
    }
    folder.mkdir(parents=True)
    stretch = chance.uniform(0.85, 1.15)
    for language, voice in voices.items():
        words = int(voice.lengths[seeds[0]] * stretch)
        text = voice.document(seeds)
        front: dict[str, object] = {"title": text.phrase(25, 100), "description": text.description(60, 210)}
        front |= head if language == original else {"original": original, "translated_by": "editors"}
        body = _body(text, shape, section_titles(language), words, chance)
        _write(folder / f"index.{language}.md", front, body)
    return head


def _shape(kind: str, chance: Random) -> list[tuple[str, int]]:
    """The sections of a summary, and how many sections of its own each has."""
    middle = [id_ for id_ in SECTIONS[kind] if id_ not in {OPENING, CLOSING}]
    parted = set(chance.sample(middle, 1)) if chance.random() < 0.6 else set()
    return [(id_, chance.randint(2, 4) if id_ in parted else 0) for id_ in SECTIONS[kind]]


def _body(text: Document, shape: list[tuple[str, int]], titles: dict[str, str], words: int, chance: Random) -> str:
    """About so many words below the headings."""
    parts = []
    share = words / (len(shape) + sum(own for _, own in shape))
    for id_, own in shape:
        parts.append(f"## {titles[id_]}")
        if id_ in {OPENING, CLOSING}:
            points = chance.randint(3, 5)
            parts.append("\n".join(f"- {text.paragraph(max(12, int(share / points)))}" for _ in range(points)))
            continue
        parts += _paragraphs(text, share)
        for number in range(1, own + 1):
            parts.append(f"### {text.phrase(10, 60)} {{#{id_}-{number}}}")
            parts += _paragraphs(text, share)
    return "\n\n".join(parts)


def _paragraphs(text: Document, words: float) -> list[str]:
    count = max(1, round(words / 60))
    return [text.paragraph(int(words / count)) for _ in range(count)]


def _write(file: Path, front: dict[str, object], body: str) -> None:
    head = yaml.safe_dump(front, allow_unicode=True, sort_keys=False, width=10_000, default_style=None)
    file.write_text(f"---\n{head}---\n\n{body}\n", encoding="utf-8")


def _tag(root: Path, heads: dict[str, dict[str, object]]) -> None:
    """Tag every generated summary with what its text treats, as an editor would who follows the advice."""
    library, problems = check(root)
    wrong = [str(problem) for problem in problems if problem.severity is Severity.ERROR]
    if wrong:
        raise ValueError("\n".join(wrong[:20]))
    advice: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for problem in problems:
        advice[Path(problem.path).parent.name][problem.code].add(dict(problem.values).get("id", ""))
    for id_, head in heads.items():
        told = advice.get(id_)
        if told is None:
            continue
        concepts = set(library.summaries[id_].concepts) | told["tag-missing"]
        head["concepts"] = sorted(concepts - told["tag-unmentioned"])
        text = library.summaries[id_].original
        front = {"title": text.front.title, "description": text.front.description, **head}
        _write(root / text.path, front, text.body.strip())


def main() -> None:
    """Write a library from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--summaries", type=int, default=1000)
    stated = parser.parse_args()
    write_library(stated.folder, stated.summaries)


if __name__ == "__main__":
    main()
