"""`govgraph draw`: a structure as a page for a board pack, a picture for a paper, a diagram for a comment."""

from typing import Any

import click

from govgraph.cli._exit_codes import NOTHING_FOUND, report_input_errors
from govgraph.cli._options import date_options, looking_options, overwrite_option
from govgraph.cli._output import may_replace, may_write, write_document, writing_to


@click.command("draw")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="X.html|svg|png|pdf|mmd",
    help="The file to write. Its ending says in which format.",
)
@overwrite_option
@click.option("--against", multiple=True, metavar="FILE|git:REV", help="Also show what changes from this structure.")
@click.option("--focus", metavar="BODY", help="Draw only this body (id or name), and what is near it.")
@click.option("--steps", type=click.IntRange(min=1), help="How many relations or seats away from it. By default 1.")
@click.option("--with-names", is_flag=True, help="Also show names of people. They are personal data.")
@looking_options
@date_options
def command(
    files: tuple[str, ...],
    output: str,
    overwrite: bool,
    against: tuple[str, ...],
    focus: str | None,
    steps: int | None,
    with_names: bool,
    **chosen: Any,
) -> int:
    """Draw a structure as a page, a picture or a Mermaid diagram.

    The page is one file that works offline. With --against it shows before, after and both. If the file has dates, the
    page has a slider over the days on which something changes.
    """
    from govgraph.cli._run import Selection, draw  # `--help` needs none of what it brings in

    if steps is not None and focus is None:
        raise click.UsageError("--steps says how far around a body: name the body with --focus.")
    may_write(output, (*files, *against, *chosen["own_rules"], *filter(None, (chosen["config"],))))
    may_replace(output, overwrite=overwrite)
    with report_input_errors():
        drawing = draw(files, against, Selection(**chosen), focus=focus, steps=steps or 1, with_names=with_names)
        with writing_to(output):
            content = drawing.rendered(output)
        write_document(content, output, overwrite=overwrite)
    click.echo(f"Written: {output}.", err=True)
    return NOTHING_FOUND
