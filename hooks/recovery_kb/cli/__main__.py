"""`python -m recovery_kb.cli`, where the command itself is not on the path."""

from recovery_kb.cli.main import main

main()
