"""`govgraph trace`: to whom one body answers, and who is heard on it."""

from datetime import date

import click

from govgraph.cli._exit import NOTHING_FOUND
from govgraph.cli._faults import told
from govgraph.cli._options import at_a_date
from govgraph.cli._output import write
from govgraph.cli._targets import may_write


@click.command("trace")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.argument("body", metavar="BODY")
@at_a_date
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--output", metavar="FILE", help="Write to this file instead of standard output.")
def command(files: tuple[str, ...], body: str, as_of: date | None, view: str, form: str, output: str | None) -> int:
    """Show to whom a body answers, and who is heard on it.

    BODY is its id, its name, or one of its other names.
    """
    from govgraph.cli._run import read_telling  # noqa: PLC0415 - `--help` needs none of what these bring in
    from govgraph.report import json  # noqa: PLC0415
    from govgraph.report import trace as text  # noqa: PLC0415
    from govgraph.showing import trace  # noqa: PLC0415

    may_write(output, files)
    with told(form, output):
        found = trace(read_telling(*files), body, as_of=as_of, view=view)
        write(json.render_trace(found) if form == "json" else text.render(found), output)
    return NOTHING_FOUND
