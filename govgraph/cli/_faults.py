"""How a command tells that there is no verdict: every fault on standard error, and in the format that was asked for."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

import click

from govgraph.cli._exit import COULD_NOT_CHECK
from govgraph.cli._output import add_to_summary, write


@contextmanager
def told(form: str = "text", output: str | None = None) -> Iterator[None]:
    """End with exit code 2 and one sentence a fault, where the input or a rule gives no verdict."""
    from govgraph.read import Fault, InputError  # noqa: PLC0415 - `--help` needs none of what these bring in
    from govgraph.report import text  # noqa: PLC0415
    from govgraph.rules import RuleCrashedError  # noqa: PLC0415

    try:
        yield
    except (InputError, RuleCrashedError) as error:
        faults = error.faults if isinstance(error, InputError) else [Fault(None, None, None, str(error))]
        try:
            if form != "text" or output is not None:  # what a file held before must not be taken for the verdict
                write(import_module(f"govgraph.report.{form}").render_faults(faults), output)
            if form == "github":
                from govgraph.report import markdown  # noqa: PLC0415

                add_to_summary(markdown.render_faults(faults))
        finally:  # which may fail; the faults are told all the same
            for notice in error.notices if isinstance(error, InputError) else ():
                click.echo(str(notice), err=True)
            click.echo(text.render_faults(faults), nl=False, err=True)
        raise click.exceptions.Exit(COULD_NOT_CHECK) from None
