"""MAN105: boards, committees, partnerships and panels that nobody chairs."""

from collections.abc import Iterator, Sequence

from govgraph.findings import LISTED, Hit, Severity
from govgraph.graph import AsideReason, GovernanceGraph, Membership, Presence
from govgraph.model import Kind, Seat
from govgraph.rules._mandate import day, emptiness, is_not_there, seated, written
from govgraph.rules._rule import Options, rule
from govgraph.rules._silence import silent_on
from govgraph.rules._statute import all_told
from govgraph.rules._words import listed, names

_CHAIRED = frozenset({Kind.BOARD, Kind.COMMITTEE, Kind.PARTNERSHIP, Kind.PANEL})


def _to_be_chaired(graph: GovernanceGraph) -> list[str]:
    """Of an entry that stands for several bodies, no chair can be stated."""
    stated = ((body, graph.body(body)) for body in graph.governance_bodies)
    return [body for body, one in stated if one.kind in _CHAIRED and not one.several]


def _of_chaired_bodies(graph: GovernanceGraph, options: Options) -> str | None:
    return None if _to_be_chaired(graph) else "No board, committee, partnership or panel is in force."


@rule(code="MAN105", name="no-chair", severity=Severity.NOTE, asks=_of_chaired_bodies)
def no_chair(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """Nobody chairs a board, committee, partnership or panel.

    Why it matters:
        The chair sets the agenda and answers letters. Without one, whoever wants a concern heard has nobody to ask to
        put it on the agenda.

    Flagged:
        board: board, membership complete
        somebody -- sits_on[chair, vacant] --> board
        somebody -- sits_on --> board

    Clean:
        board: board, membership complete
        somebody -- sits_on[chair] --> board
        somebody -- sits_on --> board

    How to fix:
        Have a chair appointed or elected, and state it (`role: chair`).
    """
    silent = []
    for body in _to_be_chaired(graph):
        membership = graph.voice.membership(body)
        chairs = membership.chairs
        if seated(graph, chairs):
            continue
        if chairs:
            yield _empty(graph, body, chairs)
        elif membership.complete:
            yield _nobody(graph, membership)
        else:
            silent.append(body)
    if silent:
        yield _not_stated(graph, tuple(silent))


def _nobody(graph: GovernanceGraph, membership: Membership) -> Hit:
    """All seats are listed, and none of a chair is there."""
    name, aside = graph.name(membership.body), _aside(graph, membership.body)
    message = f"Nobody chairs {name}: all its seats are listed, and none is the chair's."
    if aside:
        message = f"On {day(graph.as_of)}, nobody chairs {name}. A seat of a chair is listed, but it {aside[0]}."
    if len(aside) > 1:
        told = listed([f"one {why}" for why in aside])
        message = f"On {day(graph.as_of)}, nobody chairs {name}. Of the seats of chairs that are listed, {told}."
    return Hit(
        bodies=(membership.body,),
        message=message,
        witness=all_told(graph, membership),
        fix=f"Have a chair of {name} appointed or elected, or state whose seat it is (role).",
    )


def _aside(graph: GovernanceGraph, body: str) -> list[str]:
    """Why the seats of chairs that are listed are not there, each as the end of a sentence."""
    chairs = [seat for seat in graph.body(body).seats if seat.role.chairs]
    reasons = ((seat, graph.why_aside(body, seat)) for seat in chairs)
    return list(dict.fromkeys(_why(seat, reason) for seat, reason in reasons if reason is not None))


def _why(seat: Seat, reason: AsideReason) -> str:
    if reason is AsideReason.ENDED and seat.until is not None:
        return f"was to last until {written(seat.until)}"
    if reason is AsideReason.NOT_BEGUN and seat.from_ is not None:
        return f"begins later ({written(seat.from_)})"
    return is_not_there(reason, one=True)


def _empty(graph: GovernanceGraph, body: str, chairs: Sequence[Presence[Seat]]) -> Hit:
    """A chair is provided for, and vacant, or held by somebody who is not there."""
    name = graph.name(body)
    how = emptiness(graph, chairs)
    message = f"The chair of {name} is {how.words}."
    if len(chairs) > 1:
        seats = f"the {len(chairs)} seats of those who chair it"
        message = f"Nobody chairs {name}: {f'{seats} are' if how.alike else f'of {seats},'} {how.words}."
    return Hit(
        bodies=(body,),
        message=message,
        witness=[seat.step for seat in chairs],
        at=chairs[0].at,
        fix=f"Have a chair of {name} appointed or elected, and ask who chairs it until then.",
    )


def _not_stated(graph: GovernanceGraph, silent: tuple[str, ...]) -> Hit:
    who = names(graph, silent)
    told = [
        f"On {graph.name(body)}, {listed([f'a seat of a chair {why}' for why in aside])}."
        for body in silent
        if (aside := _aside(graph, body))
    ]
    message = f"Nobody is stated to chair {who}, and the list of the seats is not stated to be complete."
    return silent_on(
        silent,
        message=" ".join([message, *told[:LISTED]]),
        fix=f"Find out who chairs {who}, and state it (role: chair).",
    )
