"""`govgraph explain`: what a rule asks, and why."""

import click

from govgraph.cli._exit import NOTHING_FOUND
from govgraph.cli._faults import told
from govgraph.cli._output import write


@click.command("explain")
@click.argument("code", required=False)
@click.option("--rules", "own_rules", multiple=True, metavar="FILE.py", help="Also the rules in this Python file.")
def command(code: str | None, own_rules: tuple[str, ...]) -> int:
    """Tell what a rule asks, why, and how to fix it.

    Without CODE, list every rule.
    """
    from govgraph.report import explain  # noqa: PLC0415 - `--help` needs none of what these bring in
    from govgraph.rules import all_rules  # noqa: PLC0415
    from govgraph.rules._own import load_rules  # noqa: PLC0415

    with told():
        for path in own_rules:
            load_rules(path)
    if code is None:
        write(explain.render_all(), None)
        return NOTHING_FOUND
    rules = [rule for rule in all_rules() if rule.is_called(code)]
    if not rules:
        raise click.UsageError(f"There is no rule '{code}'. `govgraph explain` lists them all.")
    write("\n".join(explain.render(rule) for rule in rules), None)
    return NOTHING_FOUND
