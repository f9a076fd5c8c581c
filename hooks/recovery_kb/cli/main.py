"""What an editor types: `kb check`, `kb build`, `kb preview`."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from recovery_kb import check as checking
from recovery_kb.build import PROJECT
from recovery_kb.cli.output import FORMATS, environment_language
from recovery_kb.cli.publish import build_site, preview_site
from recovery_kb.languages import LANGUAGES
from recovery_kb.problems import Problem, Severity
from recovery_kb.strings import strings

FOUND = 1
"""Exit code: errors were found."""

language_option = click.option(
    "--lang", type=click.Choice(list(LANGUAGES)), help="Language of the messages (default: your system's)."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=PROJECT,
    help="Another library: a folder with its own summaries/ and docs/.",
)
@click.pass_context
def kb(context: click.Context, root: Path) -> None:
    """Check and build the recovery knowledge base.

    Exit code 0: all is well. 1: errors were found. 2: the command was not understood.
    """
    for stream in (sys.stdout, sys.stderr):
        # Hebrew must not fail on a system that is set to another encoding.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    context.obj = root.resolve()


@kb.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", help="How problems are printed.")
@language_option
@click.pass_obj
def check(root: Path, paths: tuple[Path, ...], form: str, lang: str | None) -> None:
    """Check all content, or show only the problems in PATHS.

    Every problem is shown at once, with its place, what is wrong and what to do.
    """
    language = lang or environment_language()
    _, problems = checking.check(root)
    shown = _within(problems, paths, root)
    for line in FORMATS[form](shown, language):
        click.echo(line)
    errors = len(checking.errors(shown))
    if form == "text":
        warnings = sum(found.severity is Severity.WARNING for found in shown)
        click.echo(strings(language)["check-result"].format(errors=errors, warnings=warnings))
    sys.exit(FOUND if errors else 0)


@kb.command()
@click.option(
    "--site",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the site goes (default: ROOT/site).",
)
@language_option
@click.pass_obj
def build(root: Path, site: Path | None, lang: str | None) -> None:
    """Build the site, strictly, and put it in place of the old one only when all is well."""
    sys.exit(build_site(root, (site or root / "site").resolve(), lang or environment_language()))


@kb.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@language_option
@click.pass_obj
def preview(root: Path, port: int, lang: str | None) -> None:
    """Show the site at http://127.0.0.1:8000 and build it anew whenever a file changes.

    While something is wrong, the last good site stays up.
    """
    sys.exit(preview_site(root, port, lang or environment_language()))


def _within(problems: Sequence[Problem], paths: tuple[Path, ...], root: Path) -> list[Problem]:
    """The problems in some files or folders; all of them where none are named."""
    if not paths:
        return list(problems)
    wanted = []
    for path in paths:
        try:
            wanted.append(_absolute(path).relative_to(root).as_posix())
        except ValueError as error:
            raise click.BadParameter(f"{path} is not in {root}") from error
    return [
        found
        for found in problems
        if any(one in {".", found.path} or found.path.startswith(f"{one}/") for one in wanted)
    ]


def _absolute(path: Path) -> Path:
    """Where a path really is; what stands there may be a link, and then the link itself is meant."""
    return path.parent.resolve() / path.name if path.name not in {"", ".."} else path.resolve()


def main() -> None:
    """Entry point of the command."""
    kb()
