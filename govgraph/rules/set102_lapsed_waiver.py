"""SET102: waivers whose last day is past, or cannot be read."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Hit, Severity, say
from govgraph.findings.ledger import Ledger
from govgraph.rules._waivers import of_waivers, waiver_text


@rule(code="SET102", name="lapsed-waiver", severity=Severity.ERROR, applies_to=of_waivers)
def lapsed_waiver(ledger: Ledger, options: Options) -> Iterator[Hit]:
    """A waiver has come to its last day, or nobody can read which day that is.

    Why it matters:
        A finding was accepted for a time. That time is over, and the owner of the waiver has to say whether it is
        still accepted. Until then the waiver covers nothing.

    Flagged:
        board: board, strategic, membership complete
        forum -- sits_on[parent-carers] --> group
        waived: REP101 board until 2020-08-31

    Clean:
        board: board, strategic, membership complete
        forum -- sits_on[parent-carers] --> group
        waived: REP101 board until 2020-09-01

    How to fix:
        Ask its owner whether the finding is still accepted. If so, give the waiver a new last day and a reason that
        holds now. If not, delete it.
    """
    for lapsed in ledger.lapsed_waivers:
        waiver = waiver_text(ledger, lapsed.waiver, lapsed.number)
        yield Hit(
            bodies=lapsed.waiver.bodies,
            constituency=lapsed.waiver.constituency,
            about=lapsed.waiver.code,
            message=say("{waiver} no longer holds: {reason}.", waiver=waiver, reason=lapsed.reason),
            fix=say("Ask {owner} whether the finding is still accepted.", owner=lapsed.waiver.owner)
            & say("If so, give the waiver a new last day and a reason that holds now. If not, delete it."),
            at=("waivers", lapsed.number, "until"),
        )
