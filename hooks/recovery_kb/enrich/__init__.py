"""What the content says about itself: which concepts a text mentions, which summaries treat a concept."""
