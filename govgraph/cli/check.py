"""`govgraph check`: a structure in, a verdict out."""

from datetime import date

import click

from govgraph.cli._exit import FOUND, NOTHING_FOUND
from govgraph.cli._faults import told
from govgraph.cli._options import at_a_date, codes
from govgraph.cli._output import coloured, may_colour, may_write, width, write


@click.command("check")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--for", "constituencies", multiple=True, metavar="CONSTITUENCY", help="Ask for this group of people only."
)
@at_a_date
@click.option("--select", multiple=True, callback=codes, metavar="CODES", help="Only these rules: REP,ACC101.")
@click.option("--ignore", multiple=True, callback=codes, metavar="CODES", help="Not these rules.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    default="error",
    show_default=True,
    help="The lightest finding that gives exit code 1.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--output", metavar="FILE", help="Write to this file instead of standard output.")
def command(
    files: tuple[str, ...],
    constituencies: tuple[str, ...],
    as_of: date | None,
    view: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    form: str,
    output: str | None,
) -> int:
    """Say what is wrong with a structure.

    FILE is YAML or JSON; several files make one structure.
    """
    from govgraph.cli._progress import watched  # noqa: PLC0415 - `--help` needs none of what these bring in
    from govgraph.findings import Severity  # noqa: PLC0415
    from govgraph.pipeline import check  # noqa: PLC0415
    from govgraph.read import read  # noqa: PLC0415
    from govgraph.report import json, text  # noqa: PLC0415

    may_write(output, files)
    with told(form, output):
        report = check(
            read(*files),
            as_of=as_of,
            view=view,
            constituencies=constituencies or None,
            select=select,
            ignore=ignore,
            watch=watched,
        )
    if form == "json":
        write(json.render(report), output)
    else:
        style = coloured if may_colour(output) else text.plain
        write(text.render(report, width=width(), style=style), output)
    worst = report.worst()
    fails = worst is not None and fail_on != "never" and worst.rank <= Severity(fail_on).rank
    return FOUND if fails else NOTHING_FOUND
