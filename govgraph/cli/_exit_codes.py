"""The three exit codes, and how a run ends without a verdict: every fault, in the format that was asked for."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module

import click

from govgraph.cli._output import add_to_summary, write
from govgraph.cli._streams import ClosedStream
from govgraph.render import FORMATS

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
            from govgraph.model.faults import Fault  # `--help` needs none of what it brings in

            module = import_module(f"govgraph.render.{form}")
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
    from govgraph.model.faults import InputError  # as above

    if isinstance(error, InputError):  # one that came where faults are told
        return f"{error} There is no verdict."
    return f"This is a fault in govgraph itself ({type(error).__name__}: {error}). There is no verdict."


@contextmanager
def report_input_errors(form: str = "text", output: str | None = None) -> Iterator[None]:
    """End with exit code 2 and one sentence a fault, where the input or a rule gives no verdict."""
    from govgraph.engine import RuleCrashedError
    from govgraph.model.faults import Fault, InputError  # `--help` needs none of what these bring in
    from govgraph.render import text

    try:
        yield
    except (InputError, RuleCrashedError) as error:
        faults = error.faults if isinstance(error, InputError) else [Fault(None, None, None, str(error))]
        try:
            if form != "text" or output is not None:  # what a file held before must not be taken for the verdict
                write(import_module(f"govgraph.render.{form}").render_faults(faults), output)
            if form == "github":
                from govgraph.render import markdown

                add_to_summary(markdown.render_faults(faults))
        finally:  # which may fail; the faults are told all the same
            for notice in error.notices if isinstance(error, InputError) else ():
                click.echo(str(notice), err=True)
            click.echo(text.render_faults(faults), nl=False, err=True)
        raise click.exceptions.Exit(COULD_NOT_CHECK) from None
