"""`govgraph desk`: one page with the whole of govgraph in it, for people who cannot install anything."""

from pathlib import PurePath

import click

from govgraph.cli._exit_codes import NOTHING_FOUND
from govgraph.cli._options import overwrite_option
from govgraph.cli._output import may_replace, may_write, write_marked

_BUILD = "In a copy of the project, run `make desk`."


@click.command("desk")
@click.option("-o", "--output", required=True, metavar="FILE.html", help="The page to write.")
@overwrite_option
def command(output: str, overwrite: bool) -> int:
    """Write the desk: govgraph as one page that works in a browser, with nothing installed.

    Save it, send it, open it with a double click. Whatever is opened in it stays on that computer.
    """
    if PurePath(output).suffix.lower() != ".html":
        raise click.UsageError(f"{output}: the desk is a page; choose a name that ends in .html.")
    may_write(output, ())
    may_replace(output, overwrite=overwrite)
    write_marked(_page(), output, overwrite=overwrite)
    click.echo(f"Written: {output}. Open it in a browser.", err=True)
    return NOTHING_FOUND


def _page() -> bytes:
    from govgraph.desk.built_file import built_pages, digest_of_sources, stated_digest  # `--help` needs none of it

    pages = built_pages()
    if not pages:
        raise click.ClickException(f"This copy of govgraph comes without the desk. {_BUILD}")
    ours = digest_of_sources()
    for page in pages:
        if stated_digest(page) == ours:
            return page
    raise click.ClickException(f"The desk was built from another version of govgraph than this one. {_BUILD}")
