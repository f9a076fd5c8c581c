"""JSON Schemas of what an author writes and of what the site gives away, for editors' tools and other programs."""

from __future__ import annotations

from typing import Any

from recovery_kb.schema.csl import TYPES, Item
from recovery_kb.schema.documents import ConceptFile, FrontMatter, PageMatter, SchemeFile

from .catalogue import CATALOGUE

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas(base: str) -> dict[str, dict[str, Any]]:
    """Schemas by file name; `base` is the address of the folder they will stand in, with a slash at its end."""
    front = FrontMatter.model_json_schema()
    for choice in front["properties"]["source"]["anyOf"]:
        if choice.get("type") == "object":
            choice.clear()
            choice["$ref"] = f"{base}item.json"
    item = Item.model_json_schema()
    item["title"] = "A work: one item of the Citation Style Language"
    item["properties"]["type"] = {"enum": sorted(TYPES)}
    item["required"] = ["title", "type"]
    found = {
        "summary.json": front | {"title": "The head of a summary's file"},
        "page.json": PageMatter.model_json_schema() | {"title": "The head of a hand-written page"},
        "concept.json": ConceptFile.model_json_schema() | {"title": "A concept of the vocabulary"},
        "scheme.json": SchemeFile.model_json_schema() | {"title": "A concept scheme"},
        "item.json": item,
        "summaries.json": CATALOGUE.json_schema() | {"title": "Every summary of the site: data/summaries.json"},
    }
    return {name: {"$schema": DIALECT, "$id": base + name, **schema} for name, schema in found.items()}
