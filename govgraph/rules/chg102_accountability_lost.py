"""CHG102: bodies whose line of accountability is gone, or ends elsewhere, after the change."""

from collections.abc import Iterator, Sequence

from govgraph.comparison.comparison import Comparison
from govgraph.comparison.lost_lines import End, LostLine
from govgraph.engine import Options, rule
from govgraph.findings import Aspect, Bodies, Hit, Lack, Message, Severity, say
from govgraph.findings.message import NOTHING
from govgraph.graph import GovernanceGraph
from govgraph.language import listed, with_the
from govgraph.rules._phrases import earlier_steps, of_any_change, why_gone


@rule(code="CHG102", name="accountability-lost", severity=Severity.ERROR, applies_to=of_any_change)
def accountability_lost(change: Comparison, options: Options) -> Iterator[Hit]:
    """A body answered to somebody, and after the change its line is gone or ends elsewhere.

    Why it matters:
        Those who could call a body to account before can no longer do so. Where a whole branch is moved, everybody on
        it answers to others, often without knowing. A line counts even where the file does not say who is above its
        last body.

    Flagged:
        council: organisation
        council -- accountable_to --> the electors
        programme-board -- part_of --> council
        before: group -- reports_to --> programme-board
        after: group -- feeds_into --> programme-board

    Clean:
        council: organisation
        council -- accountable_to --> the electors
        programme-board -- part_of --> council
        before: group -- reports_to --> programme-board
        after: group -- part_of --> council

    How to fix:
        Ask who the body reports to now, and record that line. If it is to answer to somebody else, explain it first to
        those who called it to account, and waive this finding with the reason.
    """
    for loss in change.lost_lines():
        yield _hit(change, loss)


def _hit(change: Comparison, loss: LostLine) -> Hit:
    lacks = [_open_line(change.after, body) for body in loss.firsts if not change.after.lines_are_complete(body)]
    who = Bodies.of(change.after, loss.others if loss.is_gone else loss.cause)
    now = [] if loss.is_gone else change.after.accountability.line(loss.cause).steps
    explain = "If the line is meant to change, explain it first to those who lose it, and record the reason."
    ask = say("Ask those who plan the change who {who} will report to, and record it.", who=who)
    return Hit(
        bodies=(loss.cause,),
        affects=loss.others,
        lacks=lacks,
        message=_message(change, loss, who, stated=not lacks),
        witness=[*earlier_steps(change.before.accountability.line(loss.was).steps), *now],
        fix=(NOTHING if lacks else ask) & say(explain),
    )


def _open_line(graph: GovernanceGraph, body: str) -> Lack:
    has_line = bool(graph.accountability.line(body).steps)
    return (Aspect.ALSO_REPORTS_TO if has_line else Aspect.REPORTS_TO).of(graph, body)


def _message(change: Comparison, loss: LostLine, who: Bodies, *, stated: bool) -> Message:
    """To whom bodies do not answer any more, why, and to whom the first of them answers now."""
    own = [end.to for end in loss.lost if end.body == loss.was and end.to and not loss.is_gone]
    ends = listed(own) if own else _ends(change.before, loss.lost)
    verb = "no longer [answers|answer] to" if stated else "may no longer answer to"
    message = say(f"{{who}} {verb} {{ends}}.", who=who, ends=ends)
    if not loss.is_gone:
        message &= _now(change, loss, stated=stated)
        also, others = "This also cuts off" if stated else "This may also cut off", Bodies.of(change.after, loss.others)
        return message & (say(f"{also} {{others}}.", others=others) if loss.others else NOTHING)
    gone = Bodies.of(change.before, loss.cause)
    is_end = all(end.body == loss.cause and not end.to for end in loss.lost)
    through = "" if is_end else "That line led through "
    return message & say(f"{through}{{gone}}{'' if is_end else ', which'} {why_gone(change, loss.cause)}.", gone=gone)


def _now(change: Comparison, loss: LostLine, *, stated: bool) -> Message:
    cause = Bodies.of(change.after, loss.cause)
    own = [end.to for end in loss.left if end.body == loss.cause and end.to]
    if loss.left and len(own) == len(loss.left):
        return say("Now {cause} [is|are] accountable to {ends}.", cause=cause, ends=listed(own))
    if loss.left:
        ends = _ends(change.after, loss.left)
        return say("Now the lines of {cause} end only at {ends}.", cause=cause, ends=ends)
    stops = change.after.accountability.line(loss.cause).stops_at
    if stops and loss.cause not in stops:
        return say("Now the line of {cause} stops at {stops}.", cause=cause, stops=Bodies.of(change.after, stops))
    return say("Now {cause} [answers|answer] to nobody.", cause=cause) if stated else NOTHING


def _ends(graph: GovernanceGraph, ends: Sequence[End]) -> str:
    names = [with_the(graph.name(end.body)) for end in ends]
    return listed([f"{name} ({end.to})" if end.to else name for name, end in zip(names, ends, strict=True)])
