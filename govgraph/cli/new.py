"""`govgraph new`: a starter file with every section, in plain English."""

from importlib.resources import files
from pathlib import Path

import click

from govgraph.cli._exit import NOTHING_FOUND
from govgraph.cli._output import may_write, write_whole


@click.command("new")
@click.argument("file", metavar="X.yaml")
def command(file: str) -> int:
    """Write a starter file with every section.

    A file that is already there is left alone.
    """
    path = Path(file)
    if path.suffix.lower() not in (".yaml", ".yml"):
        raise click.UsageError(f"{file}: the starter is YAML; choose a name that ends in .yaml.")
    if path.exists():
        raise click.UsageError(f"{file} is already there; choose another name.")
    may_write(file, ())
    write_whole(path, files("govgraph.cli").joinpath("starter.yaml").read_text(encoding="utf-8"))
    click.echo(f"Written: {file}. Fill it in, then run: govgraph check {file}")
    return NOTHING_FOUND
