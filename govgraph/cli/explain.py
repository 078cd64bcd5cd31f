"""`govgraph explain`: what a rule asks, and why."""

import click

from govgraph.cli._exit_codes import NOTHING_FOUND, report_input_errors
from govgraph.cli._output import write


@click.command("explain")
@click.argument("code", required=False)
@click.option("--rules", "own_rules", multiple=True, metavar="FILE.py", help="Also the rules in this Python file.")
def command(code: str | None, own_rules: tuple[str, ...]) -> int:
    """Explain what a rule checks, why it matters, and how to fix it.

    Without CODE, list every rule.
    """
    from govgraph.render import explain  # `--help` needs none of what these bring in
    from govgraph.rules import rulebook
    from govgraph.rules._own_rules import load_rules

    with report_input_errors():
        rules = rulebook([rule for path in own_rules for rule in load_rules(path)])
    if code is None:
        write(explain.render_all(rules), None)
        return NOTHING_FOUND
    found = [rule for rule in rules if rule.matches(code)]
    if not found:
        raise click.UsageError(f"There is no rule '{code}'. `govgraph explain` lists them all.")
    write("\n".join(explain.render(rule) for rule in found), None)
    return NOTHING_FOUND
