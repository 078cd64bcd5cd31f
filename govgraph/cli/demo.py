"""`govgraph demo`: the founding case, from the installed package alone."""

from importlib.resources import files
from pathlib import Path

import click

from govgraph.cli._exit import NOTHING_FOUND
from govgraph.cli._faults import told
from govgraph.cli._output import coloured, may_colour, width, write, writing_to
from govgraph.cli._targets import may_write

_STORY = "shropshire-draft-2020"


@click.command("demo")
@click.option("-o", "--output", metavar="FILE.html", help="Draw it too, as a page to open in a browser.")
def command(output: str | None) -> int:
    """Check Shropshire's draft of July 2020.

    The case from which govgraph grew. Always ends with exit code 0, but where the page cannot be drawn.
    """
    from govgraph.pipeline import check  # noqa: PLC0415 - `--help` needs none of what these bring in
    from govgraph.read import read_text  # noqa: PLC0415
    from govgraph.report import text  # noqa: PLC0415
    from govgraph.showing import draw  # noqa: PLC0415

    may_write(output, ())
    with told():
        structure = read_text(_draft(), path=f"{_STORY}.yaml")
        report = check(structure)
        with writing_to(output or "Standard output"):
            page = draw(structure).rendered(output) if output else None
    style = coloured if may_colour(None) else text.plain
    write(text.render(report, width=width(), style=style), None)
    if page is not None:
        write(page, output)
        click.echo(f"Drawn: {output}. Open it in a browser.", err=True)
    return NOTHING_FOUND


def _draft() -> str:
    """The structure: in the package once it is built, among the fixtures in a checkout."""
    packed = files("govgraph.cli").joinpath(f"{_STORY}.yaml")
    if packed.is_file():
        return packed.read_text(encoding="utf-8")
    return (Path(__file__).parents[2] / "fixtures" / _STORY / "structure.yaml").read_text(encoding="utf-8")
