"""Markdown with the site's own marks: `[@key]` cites, `[[id]]` names, headings carry language-neutral ids."""
