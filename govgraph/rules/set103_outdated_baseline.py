"""SET103: entries of the baseline for which there is no longer a finding."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Hit, Severity, say
from govgraph.findings.ledger import Ledger
from govgraph.language import listed

_FIX = "Write the baseline again with --baseline FILE --write-baseline FILE, which leaves out what is mended."


def _of_a_baseline(ledger: Ledger, options: Options) -> str | None:
    return None if ledger.baseline is not None else "No baseline is named."


@rule(code="SET103", name="outdated-baseline", severity=Severity.WARNING, applies_to=_of_a_baseline)
def outdated_baseline(ledger: Ledger, options: Options) -> Iterator[Hit]:
    """The baseline lists a finding that is no longer there.

    Why it matters:
        Something was mended. While the baseline still lists it, nobody would notice if it broke again: a baseline
        should only ever get shorter.

    Flagged:
        board: board, strategic, membership complete
        forum -- sits_on[parent-carers] --> board
        known: REP101:board:parent-carers

    Clean:
        board: board, strategic, membership complete
        forum -- sits_on[parent-carers] --> group
        known: REP101:board:parent-carers

    How to fix:
        Write the baseline again with `--baseline FILE --write-baseline FILE`: what is mended is left out of it, and
        nothing new goes in.
    """
    for entry, number in ledger.outdated_entries():
        parts = [ledger.names.get(part) or ledger.themes.get(part) or part for part in entry.each]
        concerned = f" for {listed(parts)}" if parts else ""
        yield Hit(
            bodies=(),
            about=entry.key,
            message=say("The baseline lists {entry}, but that finding is gone.", entry=f"“{entry.key}”{concerned}"),
            fix=say(_FIX),
            at=("baseline", "findings", number),
        )
