"""Lines of accountability that led somewhere before, and do not lead there now."""

from typing import NamedTuple

from govgraph.graph.governance import GovernanceGraph
from govgraph.graph.succession import Succession
from govgraph.graph.ties import Exit


class LostLine(NamedTuple):
    """A cause for which bodies do not answer any more to whom they answered.

    `cause` is a body whose own line changed; or one that is gone without an heir (`is_gone`), through which lines went.
    `was` is the cause under its id before; `firsts` are the bodies whose own lines changed: the cause, or those that
    answered to the one that is gone. `others` are the bodies whose lines went through it, or went through those.
    `lost` is where the lines led; `left` is where that of the cause, or of the first of the others, leads now.
    """

    cause: str
    was: str
    is_gone: bool
    firsts: tuple[str, ...]
    others: tuple[str, ...]
    lost: tuple[Exit, ...]
    left: tuple[Exit, ...]


class _Loss(NamedTuple):
    was: str
    bits: int
    """The exits before that are not reached now, as bits of a number."""


def lost_lines(before: GovernanceGraph, after: GovernanceGraph, succession: Succession) -> list[LostLine]:
    """Every cause, in the order of names.

    A body is counted under what is above it where that lost the same: one finding a cause, not one a sufferer.
    """
    lost = _losses(before, after, succession)
    gone = set(succession.removed)
    found = []
    for cause, branches in _by_cause(before, after, gone, lost).items():
        members = [member for branch in branches for member in branch]
        bits = 0
        for member in members:
            bits |= lost[member].bits
        others = after.in_order(member for member in members if member != cause)
        found.append(
            LostLine(
                cause,
                lost[cause].was if cause in lost else cause,
                cause not in lost,
                after.in_order(branch[0] for branch in branches),
                others,
                tuple(one for number, one in enumerate(before.accountability.exits()) if bits >> number & 1),
                tuple(after.accountability.exits_of(cause if cause in lost else others[0])),
            )
        )
    return found


def _losses(before: GovernanceGraph, after: GovernanceGraph, succession: Succession) -> dict[str, _Loss]:
    """For each body there now, where the lines of the body that it stands for led, and its own do not."""
    stands_for = _exits_kept(before, after, succession)
    reached, reached_now = before.accountability.exits_reached(), after.accountability.exits_reached()
    held: dict[int, int] = {}
    lost: dict[str, _Loss] = {}
    for body in before.bodies:
        for heir in succession.heirs(body):
            now = reached_now[heir]
            if now not in held:
                held[now] = sum(bits for number, bits in enumerate(stands_for) if now >> number & 1)
            bits = reached[body] & ~held[now]
            if bits:
                first = lost.get(heir, _Loss(body, 0))
                lost[heir] = _Loss(first.was, first.bits | bits)
    return lost


def _exits_kept(before: GovernanceGraph, after: GovernanceGraph, succession: Succession) -> list[int]:
    """For each place at which lines leave the structure now, those of before that it stands for, as bits."""
    numbers: dict[tuple[str, str], list[int]] = {}
    for number, leaving in enumerate(after.accountability.exits()):
        numbers.setdefault((leaving.body, _plain(leaving.to)), []).append(number)
    kept = [0] * len(after.accountability.exits())
    for number, leaving in enumerate(before.accountability.exits()):
        for heir in succession.heirs(leaving.body):
            for same in numbers.get((heir, _plain(leaving.to)), ())[:1]:
                kept[same] |= 1 << number
    return kept


def _plain(words: str) -> str:
    """To whom, without what only wording adds: `The electors of the county.` is `electors of county`."""
    kept = (word.strip(".,;:'\"()") for word in words.casefold().split())
    return " ".join(word for word in kept if word not in ("the", "a", "an"))


def _by_cause(
    before: GovernanceGraph, after: GovernanceGraph, gone: set[str], lost: dict[str, _Loss]
) -> dict[str, list[list[str]]]:
    """The bodies that lost a line, branch by branch, under what took it from them; the causes in the order of names."""
    below: dict[str, list[str]] = {}
    hangs = set()
    for body, loss in lost.items():
        for step in after.accountability.steps_from(body):
            above = lost.get(step.end)
            if above is not None and step.end != body and not loss.bits & ~above.bits:
                below.setdefault(step.end, []).append(body)
                hangs.add(body)
    found: dict[str, list[list[str]]] = {}
    claimed: set[str] = set()
    # Bodies that hang on nobody are causes; what is left after them hangs in a ring, whose first by name is one.
    for body in sorted(after.in_order(lost), key=lambda one: one in hangs):
        if body in claimed:
            continue
        members = [body]
        claimed.add(body)
        for member in members:
            fresh = [one for one in below.get(member, ()) if one not in claimed]
            claimed.update(fresh)
            members += fresh
        found.setdefault(_gone_above(before, gone, lost[body]) or body, []).append(members)
    return {cause: found[cause] for cause in sorted(found, key=lambda one: (_name(before, after, one), one))}


def _gone_above(before: GovernanceGraph, gone: set[str], loss: _Loss) -> str | None:
    """The body that is gone and through which the lost line went, the first by name."""
    reached = before.accountability.exits_reached()
    through = (step.end for step in before.accountability.steps_from(loss.was))
    return next((one for one in through if one in gone and reached[one] & loss.bits), None)


def _name(before: GovernanceGraph, after: GovernanceGraph, body: str) -> str:
    return (after if body in after.structure.bodies else before).name(body).casefold()
