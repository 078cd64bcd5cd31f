"""CHG105: bodies that are gone after the change, and left behind others that depended on them."""

from collections.abc import Iterator

from govgraph.comparison.comparison import Comparison
from govgraph.engine import Options, rule
from govgraph.findings import Certainty, Hit, Severity
from govgraph.rules._phrases import names, of_any_change, why_gone


@rule(code="CHG105", name="body-removed-with-dependants", severity=Severity.WARNING, applies_to=of_any_change)
def body_removed_with_dependants(change: Comparison, options: Options) -> Iterator[Hit]:
    """A body is gone without a successor, and others that were tied to it have nobody in its place.

    Why it matters:
        Those who reported to it, fed into it or were commissioned by it go on working, and what they say arrives
        nowhere. A body that is replaced hands on its ties; one that is only deleted does not.

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
        Say which body takes its place, with `replaces`, or give each of those left behind somebody else to report to,
        feed into or be looked at by.
    """
    for loss in change.orphaned():
        gone, others = change.before.name(loss.body), names(change.after, loss.others)
        yield Hit(
            bodies=(loss.body,),
            affects=loss.others,
            certainty=Certainty.of(stated=loss.stated),
            message=f"{gone} {why_gone(change, loss.body)}. Tied to it, and to nobody else in its place: {others}.",
            witness=loss.ties,
            fix=f"State which body takes the place of {gone} (replaces), or state whom it leaves behind and to whom "
            "they turn now.",
        )
