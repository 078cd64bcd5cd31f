"""`govgraph report`: a board paper, as Word, PDF, HTML or Markdown."""

from typing import Any

import click

from govgraph.cli._exit_codes import NOTHING_FOUND, report_input_errors
from govgraph.cli._options import date_options, looking_options
from govgraph.cli._output import may_write, write, writing_to


@click.command("report")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "-o", "--output", required=True, metavar="X.docx|pdf|html|md", help="The file to write; its end says what."
)
@click.option("--against", multiple=True, metavar="FILE|git:REV", help="Tell what changes from this structure.")
@click.option(
    "--template",
    metavar="FILE.docx",
    help="Write on the styles, headers, footers and page of this Word document; its text gives way to the paper.",
)
@click.option("--with-names", is_flag=True, help="Also tell the names of people. They are personal data.")
@looking_options
@date_options
def command(
    files: tuple[str, ...],
    output: str,
    against: tuple[str, ...],
    template: str | None,
    with_names: bool,
    **chosen: Any,
) -> int:
    """Write a board paper: what was found, how we know, what the board is asked to do.

    With who takes part where, the diagram, and, with --against, what changes. Ends with exit code 0 once it is written,
    whatever was found; where there is no verdict, nothing is written.
    """
    from govgraph.cli._run import Selection, paper  # `--help` needs none of what it brings in

    may_write(output, (*files, *against, *chosen["own_rules"], *filter(None, (template, chosen["config"]))))
    with report_input_errors():
        written = paper(files, against, Selection(**chosen), with_names=with_names)
        with writing_to(output):
            write(written.rendered(output, template), output)
    click.echo(f"Written: {output}.", err=True)
    return NOTHING_FOUND
