"""Options that several commands share."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


def codes(_: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """`--select ACC,REP101 --select OVR` as one list."""
    found = tuple(code.strip() for codes in value for code in codes.split(","))
    if not all(found):
        raise click.BadParameter("a code is missing (is a variable empty, or a comma too many?).", param=parameter)
    return found


def day(_: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    """A full day, or a sentence that says what one looks like."""
    if value is None:
        return None
    try:
        if len(value) != len("2020-09-01"):
            raise ValueError
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"'{value}' is not a day such as 2020-09-01.", param=parameter) from None


def date_options(command: Command) -> Command:
    """`--as-of` and `--view`."""
    as_of = click.option(
        "--as-of", metavar="DATE", callback=day, help="The day to look at (2020-09-01); else the file's, else today."
    )
    view = click.option(
        "--view",
        type=click.Choice(["in_place", "agreed", "proposed"]),
        default="proposed",
        show_default=True,
        help="How much to look at: what is in place, and what is agreed, and what is proposed.",
    )
    return as_of(view(command))


def looking_options(command: Command) -> Command:
    """What is asked: on the command line, else in the settings."""
    options = [
        click.option(
            "--for", "only_for", multiple=True, metavar="CONSTITUENCY", help="Ask for this group of people only."
        ),
        click.option("--select", multiple=True, callback=codes, metavar="CODES", help="Only these rules: REP,ACC101."),
        click.option("--ignore", multiple=True, callback=codes, metavar="CODES", help="Not these rules."),
        click.option(
            "--rules",
            "own_rules",
            multiple=True,
            metavar="FILE.py",
            help="Also ask the rules in this Python file. It is run: name only what you trust.",
        ),
        click.option(
            "--config",
            metavar="FILE",
            help="Settings; else govgraph.toml or pyproject.toml of this folder, or of those around it.",
        ),
        click.option(
            "--settings-from-base",
            is_flag=True,
            help="Use the settings, baseline and own rules as they were at --against git:REV, not those of the change.",
        ),
    ]
    for option in reversed(options):
        command = option(command)
    return command


def judging_options(command: Command) -> Command:
    """What is asked, and what turns a run red."""
    fail_on = click.option(
        "--fail-on",
        type=click.Choice(["error", "warning", "note", "never"]),
        help="The lightest finding that gives exit code 1; error, if neither this nor the settings say.",
    )
    return looking_options(fail_on(command))


def to_file(command: Command) -> Command:
    """`--output`."""
    return click.option("--output", metavar="FILE", help="Write to this file instead of standard output.")(command)
