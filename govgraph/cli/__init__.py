"""The command line: argv in, text and exit code out. One file a command; only this folder prints or exits."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from itertools import pairwise
from pkgutil import iter_modules

import click

from govgraph.cli._exit_codes import COULD_NOT_CHECK, stop_without_verdict
from govgraph.cli._streams import prepare_streams, stopped_like_by_ctrl_c


class _Commands(click.Group):
    """The commands of this folder, each imported only when it is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return sorted(module.name for module in iter_modules(__path__) if not module.name.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f"govgraph.cli.{cmd_name}").command
        return command

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:  # click would leave without a word, as a rule may that ends the run
            raise click.ClickException("The program that reads this ended before all was written.") from error


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="govgraph")
def govgraph() -> None:
    """Reads a governance structure, says what is wrong with it, and lists what to ask.

    \b
    Exit codes: 0 nothing is wrong at or above --fail-on (error, if not set)
                1 something is wrong
                2 could not check
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with 0, 1 or 2. Nothing that goes wrong inside becomes a green verdict."""
    gc.disable()  # one short run that makes no rings of objects: collecting would only cost time
    try:
        with stopped_like_by_ctrl_c():
            prepare_streams()
            code = _run_command(arguments)
            for stream in (sys.stdout, sys.stderr):
                stream.flush()
    except BaseException:  # nobody can be told: a stream is closed, or what it leads to is full
        for number in (1, 2):
            with suppress(OSError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), number)
        code = COULD_NOT_CHECK
    sys.exit(code)


def _run_command(arguments: Sequence[str] | None) -> int:
    try:
        code = govgraph.main(args=arguments, prog_name="govgraph", standalone_mode=False)
    except BaseException as error:
        given = list(sys.argv[1:] if arguments is None else arguments)
        forms = [after for before, after in pairwise(given) if before == "--format"]
        forms += [word.partition("=")[2] for word in given if word.startswith("--format=")]
        code = stop_without_verdict(error, form=forms[-1] if forms else "text")
    return code if isinstance(code, int) else 0
