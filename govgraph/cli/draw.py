"""`govgraph draw`: a structure as a page, a picture or a diagram; one body as a sheet for families."""

from typing import Any

import click

from govgraph.cli._exit_codes import NOTHING_FOUND, report_input_errors
from govgraph.cli._options import date_options, looking_options, overwrite_option
from govgraph.cli._output import may_replace, may_write, write_document, writing_to
from govgraph.language import listed


@click.command("draw")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="X.html|svg|png|pdf|mmd",
    help="The file to write. Its ending says in which format. With --sheet: html, pdf, docx or md.",
)
@overwrite_option
@click.option("--against", multiple=True, metavar="FILE|git:REV", help="Also show what changes from this structure.")
@click.option("--focus", metavar="BODY", help="Draw only this body (id or name), and what is near it.")
@click.option("--steps", type=click.IntRange(min=1), help="How many relations or seats away from it. By default 1.")
@click.option("--sheet", metavar="BODY", help="Write what this body (id or name) does: one page for families.")
@click.option("--with-names", is_flag=True, help="Also show names of people. They are personal data.")
@click.option("--frames", is_flag=True, help="Set a frame around the bodies of each organisation.")
@click.option("--size", metavar="slide|a4|poster", help="The size of a picture: for a slide, an A4 column or a poster.")
@click.option("--transparent", is_flag=True, help="Draw a picture (svg, png) without its white ground.")
@looking_options
@date_options
def command(
    files: tuple[str, ...],
    output: str,
    overwrite: bool,
    against: tuple[str, ...],
    focus: str | None,
    steps: int | None,
    sheet: str | None,
    with_names: bool,
    frames: bool,
    size: str | None,
    transparent: bool,
    **chosen: Any,
) -> int:
    """Draw a structure as a page, a picture or a Mermaid diagram.

    The page is one file that works offline. With --against it shows before, after and both. If the file has dates, the
    page has a slider over the days on which something changes.

    With --sheet it writes one plain page about one body: who sits there, who is heard, to whom it answers.
    """
    from govgraph.cli import _run  # `--help` needs none of what it brings in
    from govgraph.cli._run import Selection

    if steps is not None and focus is None:
        raise click.UsageError("--steps says how far around a body: name the body with --focus.")
    pictured = {
        "--against": against,
        "--focus": focus,
        "--frames": frames,
        "--size": size,
        "--transparent": transparent,
    }
    beside = [option for option, value in pictured.items() if value]
    if sheet is not None and beside:
        raise click.UsageError(f"--sheet shows one body as it is, so it takes no {listed(beside, last='or')}.")
    may_write(output, (*files, *against, *chosen["own_rules"], *filter(None, (chosen["config"],))))
    may_replace(output, overwrite=overwrite)
    warning = ""
    with report_input_errors():
        if sheet is not None:
            written = _run.sheet(files, sheet, Selection(**chosen), with_names=with_names)
            with writing_to(output):
                content = written.rendered(output)
        else:
            wanted = {"focus": focus, "steps": steps or 1, "with_names": with_names, "frames": frames}
            drawing = _run.draw(files, against, Selection(**chosen), **wanted)
            with writing_to(output):
                content = drawing.rendered(output, size, transparent=transparent)
                warning = "" if size is None else drawing.size_warning(size)
        write_document(content, output, overwrite=overwrite)
    click.echo(f"Written: {output}.", err=True)
    if warning:
        click.echo(warning, err=True)
    return NOTHING_FOUND
