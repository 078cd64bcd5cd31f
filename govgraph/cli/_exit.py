"""The three exit codes, and how a run ends that has no verdict."""

import os
import sys
from contextlib import suppress
from importlib import import_module

import click

from govgraph.cli._streams import ClosedStream
from govgraph.report import FORMATS

NOTHING_FOUND = 0
FOUND = 1
COULD_NOT_CHECK = 2


def stop_without_verdict(error: BaseException, *, form: str = "text") -> int:
    """Say in plain words why there is no verdict, and give exit code 2. Never a traceback.

    Where another format than text was asked for, the reason goes to standard output in that format too.
    """
    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    if isinstance(error, BrokenPipeError) and not isinstance(sys.stdout, ClosedStream):
        # Whoever read the output is gone; what is left to write must not raise again when Python closes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return COULD_NOT_CHECK
    if isinstance(error, click.UsageError):
        error.show()
    else:
        click.echo(f"govgraph: {_sentence(error)}", err=True)
    if form in FORMATS and form != "text":
        with suppress(Exception):  # what failed may fail again; the reason is told already
            from govgraph.read import Fault  # noqa: PLC0415 - `--help` needs none of what it brings in

            module = import_module(f"govgraph.report.{form}")
            click.echo(module.render_faults([Fault(None, None, None, _sentence(error))]), nl=False)
    return COULD_NOT_CHECK


def _sentence(error: BaseException) -> str:
    if isinstance(error, click.ClickException):
        return error.format_message()
    if isinstance(error, click.Abort | KeyboardInterrupt):
        return "Stopped before there was a verdict."
    if isinstance(error, SystemExit):  # whatever its code: nothing of ours ends a run so
        return "A rule in a file of your own ended the run. There is no verdict."
    if isinstance(error, MemoryError):
        return "There is not enough memory for this file. There is no verdict."
    if isinstance(error, OSError):
        where = f" {error.filename}" if error.filename else ""
        return f"{error.strerror or error}{where}. There is no verdict."
    from govgraph.read import InputError  # noqa: PLC0415 - as above

    if isinstance(error, InputError):  # one that came where faults are told
        return f"{error} There is no verdict."
    return f"This is a fault in govgraph itself ({type(error).__name__}: {error}). There is no verdict."
