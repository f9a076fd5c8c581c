"""Search: indexes with analysed keys, one a language."""
