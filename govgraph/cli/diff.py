"""`govgraph diff`: what has changed from one structure to another, and what that takes away."""

from typing import Any

import click

from govgraph.cli._exit_codes import report_input_errors
from govgraph.cli._options import all_option, date_options, judging_options, to_file
from govgraph.cli._output import may_write
from govgraph.cli._run import Selection, emit_report, run


@click.command("diff")
@click.argument("before", metavar="BEFORE")
@click.argument("after", nargs=-1, required=True, metavar="AFTER...")
@judging_options
@date_options
@click.option("--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True)
@all_option
@to_file
def command(before: str, after: tuple[str, ...], form: str, everything: bool, output: str | None, **chosen: Any) -> int:
    """Show what a change adds, removes and changes.

    BEFORE is a file, or a revision in git (git:HEAD~1) of the files AFTER. Only what is newly wrong counts, as with
    `check --against`.
    """
    may_write(output, (before, *after, *chosen["own_rules"], *filter(None, (chosen["config"],))))
    with report_input_errors(form, output):
        return emit_report(
            run(after, (before,), Selection(**chosen)), form, output, changes=True, everything=everything
        )
