"""From the library to what a page shows. Python decides what; the templates decide how it looks."""
