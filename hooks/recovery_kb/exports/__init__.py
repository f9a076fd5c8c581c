"""Bibliographic records for other programs: of the works that are summarised or cited, and of our own summaries.

Two kinds of record, never mixed up: a work's stands in the library, a summary's is made by `record`. Both are CSL
items, and every format is made from a CSL item by a pure function: `csl_json`, `bibtex`, `ris`, `coins`. What a record
does not state, no format states.
"""
