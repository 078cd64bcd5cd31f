"""A progress bar on standard error, where work lasts and somebody looks."""

import sys
import time
from collections.abc import Iterator, Sequence

import click

from govgraph.rules import Rule

_PATIENCE = 1.0
"""Seconds after which a bar is shown."""


def watched(rules: Sequence[Rule]) -> Iterator[Rule]:
    """Go through the rules; on a terminal, show how far, once it lasts."""
    if not sys.stderr.isatty():
        yield from rules
        return
    begun = time.monotonic()
    shown = False
    for number, rule in enumerate(rules):
        if shown or time.monotonic() - begun > _PATIENCE:
            shown = True
            done = "#" * (20 * number // len(rules))
            click.echo(f"\r  [{done:<20}] {rule.code} {rule.name:<32}", nl=False, err=True)
        yield rule
    if shown:
        click.echo("\r" + " " * 70 + "\r", nl=False, err=True)
