"""`govgraph trace`: to whom one body answers, and who is heard on it."""

from datetime import date

import click

from govgraph.cli._exit_codes import NOTHING_FOUND, report_input_errors
from govgraph.cli._options import date_options
from govgraph.cli._output import may_write, write


@click.command("trace")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.argument("body", metavar="BODY")
@date_options
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--output", metavar="FILE", help="Write to this file instead of standard output.")
def command(files: tuple[str, ...], body: str, as_of: date | None, view: str, form: str, output: str | None) -> int:
    """Show to whom a body answers, and who has a seat on it.

    BODY is its id, its name, or one of its other names.
    """
    from govgraph.cli._run import read_and_notify  # `--help` needs none of what these bring in
    from govgraph.render import json
    from govgraph.render import trace as text
    from govgraph.showing import trace

    may_write(output, files)
    with report_input_errors(form, output):
        found = trace(read_and_notify(*files), body, as_of=as_of, view=view)
        write(json.render_trace(found) if form == "json" else text.render_trace_text(found), output)
    return NOTHING_FOUND
