"""MAN105: boards, committees, partnerships and panels that nobody chairs."""

from collections.abc import Iterator, Sequence

from govgraph.engine import Options, rule
from govgraph.findings import Hit, Severity
from govgraph.graph import ExclusionReason, GovernanceGraph, Membership, Presence
from govgraph.language import LISTED, day, listed, partial_date
from govgraph.model import Kind, Seat
from govgraph.rules._mandate import emptiness, filled_seats, inactive_reason_text
from govgraph.rules._phrases import names, silence_hit
from govgraph.rules._statute import membership_evidence

_CHAIRED = frozenset({Kind.BOARD, Kind.COMMITTEE, Kind.PARTNERSHIP, Kind.PANEL})


def _to_be_chaired(graph: GovernanceGraph) -> list[str]:
    """The bodies that should have a chair; of an entry that stands for several bodies, none can be stated."""
    bodies = ((key, graph.body(key)) for key in graph.governance_bodies)
    return [key for key, body in bodies if body.kind in _CHAIRED and not body.several]


def _of_chaired_bodies(graph: GovernanceGraph, options: Options) -> str | None:
    return None if _to_be_chaired(graph) else "No board, committee, partnership or panel is in force."


@rule(code="MAN105", name="no-chair", severity=Severity.NOTE, applies_to=_of_chaired_bodies)
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
        if filled_seats(graph, chairs):
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
    """The finding where all seats are listed, and no chair's is in force."""
    name, reasons = graph.name(membership.body), _exclusions(graph, membership.body)
    message = f"Nobody chairs {name}: all its seats are listed, and none is the chair's."
    if len(reasons) == 1:
        message = f"On {day(graph.as_of)}, nobody chairs {name}. A seat of a chair is listed, but it {reasons[0]}."
    elif reasons:
        seats = listed([f"one {why}" for why in reasons])
        message = f"On {day(graph.as_of)}, nobody chairs {name}. Of the seats of chairs that are listed, {seats}."
    return Hit(
        bodies=(membership.body,),
        message=message,
        witness=membership_evidence(graph, membership),
        fix=f"Have a chair of {name} appointed or elected, or state whose seat it is (role).",
    )


def _exclusions(graph: GovernanceGraph, body: str) -> list[str]:
    """Why the seats of chairs that are listed are not in force, each as the end of a sentence."""
    chairs = [seat for seat in graph.body(body).seats if seat.role.chairs]
    reasons = ((seat, graph.statement_exclusion(body, seat)) for seat in chairs)
    return list(dict.fromkeys(_why(seat, reason) for seat, reason in reasons if reason is not None))


def _why(seat: Seat, reason: ExclusionReason) -> str:
    if reason is ExclusionReason.ENDED and seat.until is not None:
        return f"was to last until {partial_date(seat.until)}"
    if reason is ExclusionReason.NOT_BEGUN and seat.from_ is not None:
        return f"begins later ({partial_date(seat.from_)})"
    return inactive_reason_text(reason, singular=True)


def _empty(graph: GovernanceGraph, body: str, chairs: Sequence[Presence[Seat]]) -> Hit:
    """The finding where a chair's seat is vacant, or held by a body that is not in force."""
    name, state = graph.name(body), emptiness(graph, chairs)
    message = f"The chair of {name} is {state.words}."
    if len(chairs) > 1:
        seats = f"the {len(chairs)} seats of those who chair it"
        message = f"Nobody chairs {name}: {f'{seats} are' if state.alike else f'of {seats},'} {state.words}."
    return Hit(
        bodies=(body,),
        message=message,
        witness=[seat.step for seat in chairs],
        at=chairs[0].at,
        fix=f"Have a chair of {name} appointed or elected, and ask who chairs it until then.",
    )


def _not_stated(graph: GovernanceGraph, silent: tuple[str, ...]) -> Hit:
    who = names(graph, silent)
    seats = [
        f"On {graph.name(body)}, {listed([f'a seat of a chair {why}' for why in reasons])}."
        for body in silent
        if (reasons := _exclusions(graph, body))
    ]
    message = f"Nobody is stated to chair {who}, and the list of the seats is not stated to be complete."
    return silence_hit(
        silent,
        message=" ".join([message, *seats[:LISTED]]),
        fix=f"Find out who chairs {who}, and state it (role: chair).",
    )
