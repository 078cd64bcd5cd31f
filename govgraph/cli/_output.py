"""Where text goes: to standard output, or to a file that is written whole or not at all."""

import os
import shutil
import sys
from pathlib import Path

import click

_SUMMARY = "GITHUB_STEP_SUMMARY"
_STYLES = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "note": {"fg": "cyan", "bold": True},
    "head": {"bold": True},
    "quiet": {"dim": True},
}


def coloured(text: str, role: str) -> str:
    """The text in the colour of its role."""
    return click.style(text, **_STYLES[role])  # type: ignore[arg-type]


def may_colour(output: str | None) -> bool:
    """Colour goes to a terminal only, and never against NO_COLOR."""
    return output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def width() -> int:
    """How wide the text may be."""
    return max(60, min(shutil.get_terminal_size((100, 24)).columns, 120))


def may_write(output: str | None, inputs: tuple[str, ...], option: str = "--output") -> None:
    """Refuse to write over a file that is read, or into a folder that is not there."""
    if output is None:
        return
    target = Path(output)
    if any(Path(one).exists() and target.exists() and target.samefile(one) for one in inputs):
        raise click.UsageError(f"{option} {output} is a file that is read; choose another name.")
    if not target.parent.is_dir():
        raise click.UsageError(f"{output}: there is no folder {target.parent}.")
    if target.is_dir():
        raise click.UsageError(f"{output} is a folder; name a file.")


def write(text: str | bytes, output: str | None) -> None:
    """Write text to standard output, or to a file: whole, in UTF-8, or not at all; bytes to a file alone."""
    if output is None:
        click.echo(text, nl=False)
        return
    write_whole(Path(output), text)


def add_to_summary(text: str) -> None:
    """Add text to the summary of a step, where GitHub has named a file for it."""
    if os.environ.get(_SUMMARY):
        with Path(os.environ[_SUMMARY]).open("a", encoding="utf-8", errors="backslashreplace") as summary:
            summary.write(text)


def write_whole(path: Path, text: str | bytes) -> None:
    """Write a file beside its place and move it there when it is complete."""
    from govgraph.write.whole import write_whole as write_it  # noqa: PLC0415 - most output goes to the screen

    write_it(path, text)
