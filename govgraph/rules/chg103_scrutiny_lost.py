"""CHG103: bodies that were scrutinised by another, and are not after the change."""

from collections.abc import Iterator

from govgraph.comparison.comparison import Comparison, LostScrutiny
from govgraph.engine import Options, rule
from govgraph.findings import Aspect, Bodies, Hit, Message, Severity, say
from govgraph.findings.message import NOTHING
from govgraph.rules._phrases import earlier_steps


def _of_scrutiny_before(change: Comparison, _: Options) -> str | None:
    return None if change.before.scrutiny.is_stated() else "The structure before has no line of scrutiny."


@rule(code="CHG103", name="scrutiny-lost", severity=Severity.ERROR, applies_to=_of_scrutiny_before)
def scrutiny_lost(change: Comparison, options: Options) -> Iterator[Hit]:
    """A body was scrutinised by another, and after the change that one does not scrutinise it any more.

    Why it matters:
        Scrutiny asks in public why a thing was decided. A reporting line in its place is no scrutiny: those who direct
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
        Ask the scrutinising body to go on, whatever else is agreed. If another is to do it instead, record which, and
        waive this finding with the reason.
    """
    for loss in change.lost_scrutiny():
        known = change.after if loss.scrutiniser in change.after.structure.bodies else change.before
        body, scrutiniser = Bodies.of(change.after, loss.now), Bodies.of(known, loss.scrutiniser)
        aspect = Aspect.ALSO_SCRUTINISED_BY if loss.others else Aspect.SCRUTINISERS
        ask = "Ask {scrutiniser} to go on scrutinising {body}."
        if loss.scrutiniser not in change.after.bodies:
            ask = "Ask those who plan the change who will scrutinise {body} in place of {scrutiniser}."
        yield Hit(
            bodies=(loss.now, loss.scrutiniser),
            lacks=[] if loss.stated else [aspect.of(change.after, loss.now)],
            message=_message(change, loss, body, scrutiniser),
            witness=[*earlier_steps([loss.was]), *filter(None, (loss.reports_now, loss.oversees_now))],
            fix=say(ask, body=body, scrutiniser=scrutiniser)
            & say("If another body is to do it, record which, and why that is as good."),
        )


def _message(change: Comparison, loss: LostScrutiny, body: Bodies, scrutiniser: Bodies) -> Message:
    """Who does not scrutinise the body any more, what that one does instead, and who scrutinises it now."""
    before, others = Bodies.of(change.before, loss.body), Bodies.of(change.after, loss.others)
    no_longer = "[is|are] no longer" if loss.stated else "may no longer be"
    message = say(f"{{body}} {no_longer} scrutinised by {{scrutiniser}}.", body=body, scrutiniser=scrutiniser)
    if before.names != body.names:
        moved = "{scrutiniser} scrutinised {before}, where {body} [is|are] now."
        message &= say(moved, scrutiniser=scrutiniser, before=before, body=body)
    reports, oversees = "{body} [answers|answer] to {scrutiniser} instead", "{scrutiniser} [oversees|oversee] {body}"
    for step, instead in ((loss.reports_now, reports), (loss.oversees_now, oversees)):
        if step is not None:
            message &= say(f"Now {instead}, which is not scrutiny.", body=body, scrutiniser=scrutiniser)
    if loss.others:
        return message & say("Now {others} [scrutinises|scrutinise] {body}.", others=others, body=body)
    return message & (say("No other body scrutinises {body} now.", body=body) if loss.stated else NOTHING)
