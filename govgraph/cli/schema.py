"""`govgraph schema`: the JSON Schema from which editors complete."""

import click

from govgraph.cli._exit_codes import NOTHING_FOUND
from govgraph.cli._output import write


@click.command("schema")
def command() -> int:
    """Print the JSON Schema, with which editors complete and check a file."""
    from govgraph.render import json  # `--help` needs none of what it brings in

    write(json.render_schema(), None)
    return NOTHING_FOUND
