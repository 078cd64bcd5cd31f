"""CHG105: bodies that are gone after the change, and left behind others that depended on them."""

from collections.abc import Iterator

from govgraph.comparison.comparison import Comparison
from govgraph.engine import Options, rule
from govgraph.findings import Aspect, Bodies, Hit, Severity, say
from govgraph.findings.message import NOTHING
from govgraph.rules._phrases import of_any_change, why_gone


@rule(code="CHG105", name="body-removed-with-dependants", severity=Severity.WARNING, applies_to=of_any_change)
def body_removed_with_dependants(change: Comparison, options: Options) -> Iterator[Hit]:
    """A body is gone without a successor, and others that depended on it have nobody in its place.

    Why it matters:
        Those who reported to it, fed into it or were commissioned by it go on working, and what they say arrives
        nowhere. A body that is replaced hands on its lines and its work; one that is only deleted does not.

    Flagged:
        council: organisation
        group: working_group
        before: group -- feeds_into --> programme-board
        after: group -- works_with --> council

    Clean:
        council: organisation
        group: working_group
        before: group -- feeds_into --> programme-board
        after: group -- feeds_into --> council

    How to fix:
        Find out which body takes its place, and record it with `replaces`. If none does, ask those who plan the change
        who each of those left behind will report to, feed into or be scrutinised by.
    """
    for loss in change.orphaned():
        gone, others = Bodies.of(change.before, loss.body), Bodies.of(change.after, loss.others)
        nothing = say("The file names nothing in [gone:its|their] place.", gone=gone) if loss.stated else NOTHING
        leaves = f"{{gone}} {why_gone(change, loss.body)} and [leaves|leave] behind {{others}}."
        turn = "If nothing replaces {gone}, ask those who plan the change who {others} will turn to instead."
        yield Hit(
            bodies=(loss.body,),
            affects=loss.others,
            lacks=[] if loss.stated else [Aspect.SUCCESSOR.of(change.before, loss.body)],
            message=say(leaves, gone=gone, others=others) & nothing,
            witness=loss.ties,
            fix=say(turn, gone=gone, others=others),
        )
