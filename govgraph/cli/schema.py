"""`govgraph schema`: the JSON Schema from which editors complete."""

import click

from govgraph.cli._exit import NOTHING_FOUND
from govgraph.cli._output import write


@click.command("schema")
def command() -> int:
    """Print the JSON Schema from which editors complete."""
    from govgraph.report import schema  # noqa: PLC0415 - `--help` needs none of what it brings in

    write(schema.render(), None)
    return NOTHING_FOUND
