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
        "--as-of",
        metavar="DATE",
        callback=day,
        help="The day to check, such as 2020-09-01. By default the day in the file, or today.",
    )
    view = click.option(
        "--view",
        type=click.Choice(["in_place", "agreed", "proposed"]),
        default="proposed",
        show_default=True,
        help="What to check: only what is in place, also what is agreed, or also what is proposed.",
    )
    return as_of(view(command))


def looking_options(command: Command) -> Command:
    """What is asked: on the command line, else in the settings."""
    options = [
        click.option(
            "--for",
            "only_for",
            multiple=True,
            metavar="CONSTITUENCY",
            help="Check only for this group of people (id or name).",
        ),
        click.option("--select", multiple=True, callback=codes, metavar="CODES", help="Only these rules: REP,ACC101."),
        click.option("--ignore", multiple=True, callback=codes, metavar="CODES", help="Not these rules."),
        click.option(
            "--rules",
            "own_rules",
            multiple=True,
            metavar="FILE.py",
            help="Also check the rules in this Python file. govgraph runs it, so name only a file that you trust.",
        ),
        click.option(
            "--config",
            metavar="FILE",
            help="The file of settings. By default govgraph.toml or pyproject.toml, here or in a folder above.",
        ),
        click.option(
            "--settings-from-base",
            is_flag=True,
            help="Use the settings, baseline and own rules of --against git:REV, not those of the change.",
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
        help="The lightest finding that gives exit code 1. By default error, or what the settings say.",
    )
    return looking_options(fail_on(command))


def all_option(command: Command) -> Command:
    """`--all`."""
    return click.option(
        "--all",
        "everything",
        is_flag=True,
        help="Show everything: each finding for itself, also of what the file does not say, and every check.",
    )(command)


def to_file(command: Command) -> Command:
    """`--output`."""
    return click.option("--output", metavar="FILE", help="Write to this file instead of standard output.")(command)


def overwrite_option(command: Command) -> Command:
    """`--overwrite`."""
    return click.option(
        "--overwrite",
        is_flag=True,
        help="Write over a file that is already there, even if somebody has changed it or govgraph did not write it.",
    )(command)
