"""MAN105: boards, committees, partnerships and panels that nobody chairs."""

from collections.abc import Iterator, Sequence

from govgraph.findings import Hit, Severity
from govgraph.graph import GovernanceGraph, Presence
from govgraph.model import Kind, Seat
from govgraph.rules._mandate import seated
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
            yield Hit(
                bodies=(body,),
                message=f"Nobody chairs {graph.name(body)}: all its seats are listed, and none is the chair's.",
                witness=all_told(graph, membership),
                fix=f"Have a chair of {graph.name(body)} appointed or elected, or state whose seat it is (role).",
            )
        else:
            silent.append(body)
    if silent:
        yield _not_stated(graph, tuple(silent))


def _empty(graph: GovernanceGraph, body: str, chairs: Sequence[Presence[Seat]]) -> Hit:
    """A chair is provided for, and vacant, or held by somebody who is not there."""
    name = graph.name(body)
    gone = graph.in_order({seat.part.holder for seat in chairs if seat.part.holder and not seat.part.vacant})
    message = f"The chair of {name} is vacant."
    if gone:
        message = f"The chair of {name} is held by {names(graph, gone)}, and that is not there: {_why(graph, gone)}."
    return Hit(
        bodies=(body,),
        message=message,
        witness=[seat.step for seat in chairs],
        at=chairs[0].at,
        fix=f"Have a chair of {name} appointed or elected, and ask who chairs it until then.",
    )


def _why(graph: GovernanceGraph, gone: Sequence[str]) -> str:
    return listed(list(dict.fromkeys(str(graph.why_not_there(holder)) for holder in gone)))


def _not_stated(graph: GovernanceGraph, silent: tuple[str, ...]) -> Hit:
    who = names(graph, silent)
    return silent_on(
        silent,
        message=f"Nobody is stated to chair {who}, and the list of the seats is not stated to be complete.",
        fix=f"Find out who chairs {who}, and state it (role: chair).",
    )
