"""What an author may write, one small schema for each kind of thing (pydantic, strict)."""
