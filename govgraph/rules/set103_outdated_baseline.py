"""SET103: entries of the baseline for which there is no finding any more."""

from collections.abc import Iterator

from govgraph.findings import Hit, Severity
from govgraph.findings.baseline import Entry
from govgraph.findings.ledger import Ledger
from govgraph.rules._accepted import of_a_baseline
from govgraph.rules._rule import Options, rule
from govgraph.rules._words import listed


@rule(code="SET103", name="outdated-baseline", severity=Severity.WARNING, asks=of_a_baseline)
def outdated_baseline(ledger: Ledger, options: Options) -> Iterator[Hit]:
    """The baseline knows a finding that is not there any more.

    Why it matters:
        Something was mended. While the baseline still holds it, it would not be seen if it broke again: a baseline
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
    for entry, number in ledger.outdated():
        yield Hit(
            bodies=(),
            about=entry.key,
            message=f"The baseline knows a finding that is not there any more: {entry.key}{_of(ledger, entry)}.",
            fix="Write it again with --baseline FILE --write-baseline FILE: what is mended is left out of it.",
            at=("baseline", "findings", number),
        )


def _of(ledger: Ledger, entry: Entry) -> str:
    """Which bodies, themes or parts are mended, where the finding is about several."""
    told = [ledger.names.get(one) or ledger.themes.get(one) or one for one in entry.each]
    return f", of {listed(told)}" if told else ""
