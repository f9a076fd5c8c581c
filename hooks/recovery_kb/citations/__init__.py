"""Citations and reference lists in APA style, for English, Norwegian and Hebrew pages; single lines in Vancouver too.

`References` makes the list and the citations of one page, `reference` one line by itself. The formatting is
done by CSL styles (`third_party/`) through citeproc-py, whose faults in other languages than English are mended
here: words in `terms` and `locales/`, styles in `amendments`, elements in `elements`, punctuation in `typesetting`.
"""

from .cache import CitationCache
from .references import Cite, Reference, References, anchor, cited_name, in_text_name, reference
from .terms import STYLES, StyleName
from .work import CslItem

__all__ = [
    "STYLES",
    "CitationCache",
    "Cite",
    "CslItem",
    "Reference",
    "References",
    "StyleName",
    "anchor",
    "cited_name",
    "in_text_name",
    "reference",
]
