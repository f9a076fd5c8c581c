"""No text can break out of its field, whatever a record holds."""

from __future__ import annotations

import json
from typing import Any

import rispy
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pybtex.database import parse_string

from recovery_kb.exports.bibtex import bibtex
from recovery_kb.exports.coins import coins
from recovery_kb.exports.csl_json import csl_json
from recovery_kb.exports.linked_data import source_node
from recovery_kb.exports.ris import ris

AWKWARD = st.text(alphabet=st.sampled_from("aB{}\\%&$#_~^\"',@= \n\r-–אב<>.:")) | st.text(max_size=40)
ITEMS = st.fixed_dictionaries(
    {"type": st.sampled_from(["article-journal", "book", "thesis", "webpage", "speech", "document"])},
    optional={
        "title": AWKWARD,
        "container-title": AWKWARD,
        "publisher": AWKWARD,
        "genre": AWKWARD,
        "page": AWKWARD,
        "URL": AWKWARD,
        "DOI": AWKWARD,
        "note": AWKWARD,
        "issued": AWKWARD,
        "author": st.lists(
            st.fixed_dictionaries({"family": AWKWARD, "given": AWKWARD}) | st.fixed_dictionaries({"literal": AWKWARD}),
            max_size=3,
        ),
    },
)


@settings(max_examples=200, deadline=None)
@example({"type": "book", "author": [{"family": "", "given": ",,,"}, {"family": "a", "given": "b, c, d and e"}]})
@example({"type": "book", "author": [{"family": "a", "non-dropping-particle": "x, y", "suffix": ",,", "given": "b"}]})
@given(ITEMS)
def test_every_format_stays_whole(item: dict[str, Any]) -> None:
    item = {"id": "x", **item}
    entry = bibtex(item)
    assert list(parse_string(entry + bibtex({"id": "y", "type": "book", "title": "T"}), "bibtex").entries) == ["x", "y"]
    assert entry.count("{") == entry.count("}")
    lines = ris(item).split("\r\n")
    assert all(line[2:6] == "  - " for line in lines[:-1])
    assert [record["id"] for record in rispy.loads(ris(item) + ris({"id": "y", "type": "book"}))] == ["x", "y"]
    json.dumps([csl_json(item), source_node(item)])
    assert "\n" not in coins(item)
