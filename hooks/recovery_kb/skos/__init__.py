"""The vocabulary as linked data: SKOS with Dublin Core terms, in Turtle and in JSON-LD."""

from recovery_kb.skos.graph import vocabulary
from recovery_kb.skos.jsonld import as_jsonld
from recovery_kb.skos.turtle import as_turtle

__all__ = ["as_jsonld", "as_turtle", "vocabulary"]
