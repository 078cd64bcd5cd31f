"""SET102: waivers whose last day is past, or cannot be read."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Hit, Severity
from govgraph.findings.ledger import Ledger
from govgraph.rules._phrases import of_waivers, waiver_text


@rule(code="SET102", name="lapsed-waiver", severity=Severity.ERROR, applies_to=of_waivers)
def lapsed_waiver(ledger: Ledger, options: Options) -> Iterator[Hit]:
    """A waiver has come to its last day, or nobody can read which day that is.

    Why it matters:
        A finding was accepted for a time. That time is over, and whoever owns the waiver has to say whether it is
        accepted still. Until then it covers nothing.

    Flagged:
        board: board, strategic, membership complete
        forum -- sits_on[parent-carers] --> group
        waived: REP101 board until 2020-08-31

    Clean:
        board: board, strategic, membership complete
        forum -- sits_on[parent-carers] --> group
        waived: REP101 board until 2020-09-01

    How to fix:
        Ask its owner. Delete the waiver, or give it a new last day and a reason that holds now.
    """
    for lapsed in ledger.lapsed_waivers:
        yield Hit(
            bodies=lapsed.waiver.bodies,
            constituency=lapsed.waiver.constituency,
            about=lapsed.waiver.code,
            message=f"{waiver_text(ledger, lapsed.waiver, lapsed.number)} does not hold: {lapsed.reason}.",
            fix=f"Ask {lapsed.waiver.owner}: delete it, or give it a new last day and a reason that holds now.",
            at=("waivers", lapsed.number, "until"),
        )
