"""The recovery knowledge base: load → validate → enrich → render → index.

A pure package: it knows nothing of MkDocs or of any theme, so that whatever lives here
survives a change of site engine. `Library` is the one entrance to the content.
"""
