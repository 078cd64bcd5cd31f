"""`govgraph demo`: the founding case, from the installed package alone."""

import click

from govgraph.cli._exit_codes import NOTHING_FOUND, report_input_errors
from govgraph.cli._options import all_option, overwrite_option
from govgraph.cli._output import coloured, may_colour, may_replace, may_write, width, write, write_document, writing_to


@click.command("demo")
@click.option("-o", "--output", metavar="FILE.html", help="Also draw it, as a page to open in a browser.")
@overwrite_option
@all_option
def command(output: str | None, overwrite: bool, everything: bool) -> int:
    """Check Shropshire's draft of July 2020.

    govgraph was first made for this case. The exit code is 0, unless the page cannot be drawn.
    """
    from govgraph.desk.examples import DRAFT, example_file
    from govgraph.formats import read_text
    from govgraph.pipeline import check  # `--help` needs none of what these bring in
    from govgraph.render import text
    from govgraph.showing import draw

    may_write(output, ())
    may_replace(output, overwrite=overwrite)
    with report_input_errors():
        name, draft = example_file(DRAFT)
        structure = read_text(draft.decode(), path=name)
        report = check(structure)
        with writing_to(output or "Standard output"):
            page = draw(structure).rendered(output) if output else None
    style = coloured if may_colour(None) else text.plain
    write(text.render(report, width=width(), style=style, everything=everything), None)
    if page is not None and output is not None:
        write_document(page, output, overwrite=overwrite)
        click.echo(f"Drawn: {output}. Open it in a browser.", err=True)
    return NOTHING_FOUND
