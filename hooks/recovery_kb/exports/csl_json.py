"""CSL-JSON: a CSL item as the schema of the Citation Style Language wants it (csl-data.json, 1.0.2)."""

from __future__ import annotations

from typing import Any

from recovery_kb.citations import CslItem
from recovery_kb.citations.dates import SEASONS, PartialDate, read_date
from recovery_kb.citations.marks import clean
from recovery_kb.citations.people import Person
from recovery_kb.citations.work import Work
from recovery_kb.schema.csl import DATES, NAMES, NUMBERS, STRINGS

OTHERS = "et al."
"""How CSL-JSON, which has no word for it, says that a record does not name everybody."""


def csl_json(item: CslItem) -> dict[str, Any]:
    """The item with its names and dates spelled out; `id` and `type` first, the other variables by name."""
    work = Work(item)
    found: dict[str, Any] = {name: text for name in (*NUMBERS, *STRINGS) if (text := work.text(name))}
    found |= {role: [_name(person) for person in people] for role in NAMES if (people := work.people(role))}
    found |= {name: _date(date) for name in DATES if (date := read_date(item.get(name)))}
    head = {"id": clean(item.get("id")), "type": work.type}
    return head | {name: found[name] for name in sorted(found, key=str.lower) if name not in head}


def _name(person: Person) -> dict[str, str]:
    if person.literal:
        return {"literal": OTHERS if person.others else person.literal}
    parts = {
        "family": person.family,
        "given": person.given,
        "non-dropping-particle": person.particle,
        "dropping-particle": person.dropped,
        "suffix": person.suffix,
    }
    return {name: part for name, part in parts.items() if part}


def _date(date: PartialDate) -> dict[str, Any]:
    if date.year is None:
        return {"literal": date.literal}
    dates = [date, date.end] if date.end and date.end.year else [date]
    written: dict[str, Any] = {"date-parts": [_parts(one) for one in dates]}
    if date.month in SEASONS:
        written["season"] = date.month - SEASONS.start + 1
    return written | ({"circa": True} if date.about else {})


def _parts(date: PartialDate) -> list[int]:
    parts = [date.year or 0, 0 if date.month in SEASONS else date.month, date.day]
    return [part for place, part in enumerate(parts) if all(parts[: place + 1])]
