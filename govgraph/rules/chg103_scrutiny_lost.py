"""CHG103: bodies that were scrutinised by another, and are not after the change."""

from collections.abc import Iterator

from govgraph.comparison.comparison import Comparison
from govgraph.engine import Options, rule
from govgraph.findings import Certainty, Hit, Severity
from govgraph.rules._phrases import earlier_steps, names


def of_scrutiny_before(change: Comparison, _: Options) -> str | None:
    """For rules about scrutiny that there was."""
    return None if change.before.scrutiny.is_stated() else "The structure before states no scrutiny."


@rule(code="CHG103", name="scrutiny-lost", severity=Severity.ERROR, applies_to=of_scrutiny_before)
def scrutiny_lost(change: Comparison, options: Options) -> Iterator[Hit]:
    """A body was scrutinised by another, and after the change that one does not scrutinise it any more.

    Why it matters:
        Scrutiny asks in public why a thing was decided. A reporting line in its place is no scrutiny: whoever directs
        a body cannot look at it from outside. And another scrutiniser may ask other questions, or meet in private.

    Flagged:
        board: board, strategic, decides
        before: board -- scrutinised_by --> overview-committee
        after: board -- reports_to --> overview-committee

    Clean:
        board: board, strategic, decides
        before: board -- scrutinised_by --> overview-committee
        after: board -- scrutinised_by --> overview-committee
        after: board -- reports_to --> overview-committee

    How to fix:
        Keep the scrutiny line beside whatever else is agreed, or name who scrutinises the body now and waive this
        finding with the reason.
    """
    for loss in change.lost_scrutiny():
        board, scrutiniser = change.after.name(loss.now), change.name(loss.scrutiniser)
        before = change.before.name(loss.body)
        subject = before if before == board else f"{before} (now {board})"
        message = f"Before, {subject} was scrutinised by {scrutiniser}; after the change "
        message += "it is not." if loss.stated else "that is not stated any more."
        if loss.reports_now is not None:
            message += f" It now answers to {scrutiniser} instead, and that is no scrutiny."
        if loss.oversees_now is not None:
            message += f" {scrutiniser} now oversees it, and that is no scrutiny."
        if loss.others:
            message += f" It is scrutinised by {names(change.after, loss.others)}."
        elif loss.stated:
            message += " Nobody scrutinises it now."
        else:
            message += " Nobody is stated to scrutinise it now."
        now = [step for step in (loss.reports_now, loss.oversees_now) if step is not None]
        find = "" if loss.stated else "Find out whether it still holds. "
        yield Hit(
            bodies=(loss.now, loss.scrutiniser),
            certainty=Certainty.of(stated=loss.stated),
            message=message,
            witness=[*earlier_steps([loss.was]), *now],
            fix=f"{find}Keep the scrutiny of {board} by {scrutiniser}, or name who scrutinises "
            "it now and record why that is as good (waiver).",
        )
