"""CHG102: bodies whose line of accountability is gone, or ends elsewhere, after the change."""

from collections.abc import Iterator, Sequence

from govgraph.comparison.comparison import Comparison
from govgraph.comparison.lost_lines import End, LostLine
from govgraph.engine import Options, rule
from govgraph.findings import Certainty, Hit, Severity
from govgraph.graph import GovernanceGraph
from govgraph.language import listed, plural
from govgraph.rules._phrases import earlier_steps, names, of_any_change, why_gone


@rule(code="CHG102", name="accountability-lost", severity=Severity.ERROR, applies_to=of_any_change)
def accountability_lost(change: Comparison, options: Options) -> Iterator[Hit]:
    """A body answered to somebody, and after the change its line is gone or ends elsewhere.

    Why it matters:
        Whoever could call a body to account before can do so no more. Where a whole branch is moved, everybody on it
        answers to others, often without being told. A line counts though nobody stated where it ends beyond the body
        above.

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
        State the line that leads there now. If the body is to answer to somebody else, say so to those who called it
        to account before, and waive this finding with the reason.
    """
    for loss in change.lost_lines():
        yield _hit(change, loss)


def _hit(change: Comparison, loss: LostLine) -> Hit:
    stated = all(change.after.lines_are_complete(body) for body in loss.firsts)
    message = (_gone if loss.is_gone else _changed)(change, loss, stated=stated)
    who = names(change.after, loss.others if loss.is_gone else (loss.cause,))
    answer = "answer" if loss.is_gone and len(loss.others) > 1 else "answers"
    find = "State" if stated else "Find out, and state,"
    now = [] if loss.is_gone else change.after.accountability.line(loss.cause).steps
    return Hit(
        bodies=(loss.cause,),
        affects=loss.others,
        certainty=Certainty.of(stated=stated),
        message=message,
        witness=[*earlier_steps(change.before.accountability.line(loss.was).steps), *now],
        fix=f"{find} to whom {who} {answer} now: the body above, or who outside this structure holds it to account. If "
        "it is to be somebody else than before, tell those who lose it, and record why (waiver).",
    )


def _gone(change: Comparison, loss: LostLine, *, stated: bool) -> str:
    """What is lost with a body that is gone, and through which the lines of others went."""
    several = plural(len(loss.others), "other body", "other bodies")
    if all(end.body == loss.cause and not end.to for end in loss.lost):
        through = f"To it answered {several}"
    else:
        through = f"Through it {several} answered to {_ends(change.before, loss.lost)}"
    return (
        f"{change.before.name(loss.cause)} {why_gone(change, loss.cause)}. {through}, and no other line "
        f"{'leads' if stated else 'is stated to lead'} there: {names(change.after, loss.others)}."
    )


def _changed(change: Comparison, loss: LostLine, *, stated: bool) -> str:
    """What is lost by a body whose own line changed, and by those that lose it with that body."""
    own = [end.to for end in loss.lost if end.body == loss.was and end.to]
    before = f"was accountable to {listed(own)}" if own else f"answered to {_ends(change.before, loss.lost)}"
    message = f"Before, {change.after.name(loss.cause)} {before}. {_now(change, loss, stated=stated)}"
    if not stated:
        message += " Whether it still answers there too is not stated."
    if loss.others:
        several = plural(len(loss.others), "other body had", "other bodies had")
        still = "is" if len(loss.others) == 1 else "are"
        now = "and no longer" if stated else f"and {still} not stated to have it still"
        message += f" {several} that line through it, {now}: {names(change.after, loss.others)}."
    return message


def _now(change: Comparison, loss: LostLine, *, stated: bool) -> str:
    own = [end.to for end in loss.left if end.body == loss.cause and end.to]
    if loss.left and len(own) == len(loss.left):
        return f"Now it is accountable to {listed(own)}."
    if loss.left:
        return f"Now its lines end at {_ends(change.after, loss.left)} only."
    stops = change.after.accountability.line(loss.cause).stops_at
    if stops and loss.cause not in stops:
        return f"Now its line stops at {names(change.after, stops)}."
    return "Now it answers to nobody." if stated else "Now no line of it is stated."


def _ends(graph: GovernanceGraph, ends: Sequence[End]) -> str:
    return listed([f"{graph.name(end.body)} ({end.to})" if end.to else graph.name(end.body) for end in ends])
