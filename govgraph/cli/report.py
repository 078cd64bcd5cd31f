"""`govgraph report`: a board paper in Word, PDF, HTML or Markdown."""

from collections.abc import Callable
from typing import Any

import click

from govgraph.cli._exit_codes import NOTHING_FOUND, report_input_errors
from govgraph.cli._options import Command, date_options, looking_options, overwrite_option
from govgraph.cli._output import may_replace, may_write, write_document, writing_to

_OF_THE_PAPER = ("board", "meeting", "date", "author", "measures", "with_names")
"""The options that say what the paper holds, beside those that say what is looked at."""


def _title_option(name: str, what: str) -> Callable[[Command], Command]:
    """An option for a field of the title block."""
    return click.option(name, metavar="TEXT", default="", help=f"{what} If you leave it out, there is a blank.")


@click.command("report")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="X.docx|pdf|html|md",
    help="The file to write. Its ending says in which format.",
)
@overwrite_option
@click.option("--against", multiple=True, metavar="FILE|git:REV", help="Show what changes from this structure.")
@click.option(
    "--template",
    metavar="FILE.docx",
    help="Use the styles, headers, footers and page size of this Word document. Its text is left out.",
)
@_title_option("--board", "The board that meets.")
@_title_option("--meeting", "The meeting.")
@_title_option("--date", "The date of the meeting; --as-of is the day to check.")
@_title_option("--author", "The author.")
@click.option(
    "--annex",
    type=click.Choice(["short", "full"]),
    default="short",
    show_default=True,
    help="With full, the annex has each finding with its evidence, all changes, and the structure as tables.",
)
@click.option("--measures", is_flag=True, help="Add numbers to the annex, such as voting power.")
@click.option("--with-names", is_flag=True, help="Also give names of people. They are personal data.")
@looking_options
@date_options
def command(
    files: tuple[str, ...],
    output: str,
    overwrite: bool,
    against: tuple[str, ...],
    template: str | None,
    annex: str,
    **given: Any,
) -> int:
    """Write a board paper: what is wrong, what the board is asked to decide, what the file does not say.

    The paper has about two pages, a diagram and an annex. With --against, it also says what changes. The exit code is 0
    once it is written, whatever is wrong. If govgraph cannot check, it writes nothing.
    """
    from govgraph.cli._run import Selection, paper  # `--help` needs none of what it brings in

    wanted = {option: given.pop(option) for option in _OF_THE_PAPER}
    may_write(output, (*files, *against, *given["own_rules"], *filter(None, (template, given["config"]))))
    may_replace(output, overwrite=overwrite)
    with report_input_errors():
        written = paper(files, against, Selection(**given), full_annex=annex == "full", **wanted)
        with writing_to(output):
            content = written.rendered(output, template)
        write_document(content, output, overwrite=overwrite)
    click.echo(f"Written: {output}.", err=True)
    return NOTHING_FOUND
