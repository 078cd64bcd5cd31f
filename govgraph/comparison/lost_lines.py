"""Lines of accountability that led somewhere before, and do not lead there now."""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import NamedTuple

from govgraph.comparison.succession import Succession
from govgraph.graph import GovernanceGraph
from govgraph.graph.kernels import grouped, walk


class End(NamedTuple):
    """Where lines end: at a body that is accountable outside (`to`, in words), or beyond which nothing is stated."""

    body: str
    to: str | None


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
    lost: tuple[End, ...]
    left: tuple[End, ...]


class _Loss(NamedTuple):
    was: str
    bits: int
    """The ends before that are not reached now, as bits of a number."""


def lost_lines(before: GovernanceGraph, after: GovernanceGraph, succession: Succession) -> list[LostLine]:
    """Every cause, in the order of names.

    A body is counted under what is above it where that lost the same: a finding for each cause, not for each body that
    suffers. A body that may have been renamed counts as itself here: a line must not be lost with a name.
    """
    ends = _ends(before)
    reached = _reached(before, ends)
    lost = _losses(before, after, succession, ends, reached)
    gone = set(succession.removed)
    ends_now = _ends(after)
    reached_now = _reached(after, ends_now)
    lines = []
    for cause, branches in _by_cause(before, after, gone, lost, reached).items():
        members = [member for branch in branches for member in branch]
        bits = _union(lost[member].bits for member in members)
        others = after.in_order(member for member in members if member != cause)
        lines.append(
            LostLine(
                cause,
                lost[cause].was if cause in lost else cause,
                cause not in lost,
                after.in_order(branch[0] for branch in branches),
                others,
                _of_bits(ends, bits),
                _of_bits(ends_now, reached_now[cause if cause in lost else others[0]]),
            )
        )
    return lines


def _union(numbers: Iterable[int]) -> int:
    return reduce(or_, numbers, 0)


def _ends(graph: GovernanceGraph) -> list[tuple[End, tuple[str, ...]]]:
    """The ends of lines, each with the bodies at which it stands."""
    exits = [(End(leaving.body, leaving.to), (leaving.body,)) for leaving in graph.accountability.exits()]
    return exits + [(End(place[0], None), place) for place in graph.accountability.dead_ends.with_others_below()]


def _reached(graph: GovernanceGraph, ends: list[tuple[End, tuple[str, ...]]]) -> dict[str, int]:
    """For each body the ends of its lines, as bits; where its own line only stops, it does not answer to itself."""
    bits: dict[str, int] = {}
    own: dict[str, int] = {}
    for number, (end, bodies) in enumerate(ends):
        for body in bodies:
            bits[body] = bits.get(body, 0) | 1 << number
            if end.to is None:
                own[body] = own.get(body, 0) | 1 << number
    return {body: union & ~own.get(body, 0) for body, union in graph.accountability.bits_above(bits).items()}


def _of_bits(ends: list[tuple[End, tuple[str, ...]]], bits: int) -> tuple[End, ...]:
    return tuple(end for number, (end, _) in enumerate(ends) if bits >> number & 1)


def _losses(
    before: GovernanceGraph,
    after: GovernanceGraph,
    succession: Succession,
    ends: list[tuple[End, tuple[str, ...]]],
    reached: dict[str, int],
) -> dict[str, _Loss]:
    """For each body there now, where the lines of the body that it stands for led, and its own do not."""
    reached_now = after.accountability.bits_above(_same_ends(after, succession, ends))
    lost: dict[str, _Loss] = {}
    for body in before.bodies:
        for heir in succession.heirs_or_proposed(body):
            if bits := reached[body] & ~reached_now[heir]:
                first = lost.get(heir, _Loss(body, 0))
                lost[heir] = _Loss(first.was, first.bits | bits)
    return lost


def _same_ends(
    after: GovernanceGraph, succession: Succession, ends: list[tuple[End, tuple[str, ...]]]
) -> dict[str, int]:
    """The bodies now at which the ends of before stand, as bits: where a line only stopped, to be there is enough."""
    words = grouped((leaving.body, _plain(leaving.to)) for leaving in after.accountability.exits())
    bits: dict[str, int] = {}
    for number, (end, bodies) in enumerate(ends):
        for body in bodies:
            for heir in succession.heirs_or_proposed(body):
                if end.to is None or _plain(end.to) in words.get(heir, ()):
                    bits[heir] = bits.get(heir, 0) | 1 << number
    return bits


def _plain(words: str) -> str:
    """To whom, without what only wording adds: `The electors of the county.` is `electors of county`."""
    kept = (word.strip(".,;:'\"()") for word in words.casefold().replace("\u2019", "'").split())
    return " ".join(word for word in kept if word not in ("the", "a", "an"))


def _by_cause(
    before: GovernanceGraph, after: GovernanceGraph, gone: set[str], lost: dict[str, _Loss], reached: dict[str, int]
) -> dict[str, list[list[str]]]:
    """The bodies that lost a line, branch by branch, under what took it from them; the causes in the order of names."""
    below: dict[str, list[str]] = {}
    dependent = set()
    for body, loss in lost.items():
        above = [step.end for step in after.accountability.steps_from(body) if step.end in lost and step.end != body]
        if not loss.bits & ~_union(lost[upper].bits for upper in above):
            dependent.add(body)
            for upper in above:
                if loss.bits & lost[upper].bits:
                    below.setdefault(upper, []).append(body)
    branches: dict[str, list[list[str]]] = {}
    claimed: set[str] = set()
    # Bodies that hang on no other are causes; what is left after them hangs in a ring, whose first by name is a cause.
    for body in sorted(after.in_order(lost), key=dependent.__contains__):
        if body not in claimed:
            branch = walk([body], lambda upper: [member for member in below.get(upper, ()) if member not in claimed])
            claimed.update(branch)
            branches.setdefault(_gone_above(before, gone, lost[body], reached) or body, []).append(branch)

    def name(body: str) -> tuple[str, str]:
        return (after if body in after.structure.bodies else before).name(body).casefold(), body

    return {cause: branches[cause] for cause in sorted(branches, key=name)}


def _gone_above(before: GovernanceGraph, gone: set[str], loss: _Loss, reached: dict[str, int]) -> str | None:
    """The body that is gone and through which the lost line went, the first by name."""
    steps = before.accountability.steps_from(loss.was)
    stops = {body for place in before.accountability.dead_ends.with_others_below() for body in place}
    through = (step.end for step in steps if step.end in gone)
    return next((body for body in through if reached[body] & loss.bits or body in stops), None)
