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
    from govgraph.rules import RuleCrashedError  # noqa: PLC0415

    try:
        yield
    except (InputError, RuleCrashedError) as error:
        faults = error.faults if isinstance(error, InputError) else [Fault(None, None, None, str(error))]
        if form != "text":
            write(import_module(f"govgraph.report.{form}").render_faults(faults), output)
        if form == "github":
            from govgraph.report import markdown  # noqa: PLC0415

            add_to_summary(markdown.render_faults(faults))
        for fault in faults:
            click.echo(str(fault), err=True)
        many = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        click.echo(f"Could not check: {many}. There is no verdict.", err=True)
        raise click.exceptions.Exit(COULD_NOT_CHECK) from None
