"""`govgraph explain`: what a rule asks, and why."""

import click

from govgraph.cli._exit import NOTHING_FOUND
from govgraph.cli._faults import told
from govgraph.cli._output import write


@click.command("explain")
@click.argument("code", required=False)
def command(code: str | None) -> int:
    """Tell what the rule CODE asks, why it matters and how to fix it; without CODE, list every rule."""
    from govgraph.report import explain  # noqa: PLC0415 - `--help` needs none of what these bring in
    from govgraph.rules import chosen  # noqa: PLC0415

    with told():
        rules = chosen([code]) if code else ()
        write("\n".join(explain.render(rule) for rule in rules) if rules else explain.render_all(), None)
    return NOTHING_FOUND
