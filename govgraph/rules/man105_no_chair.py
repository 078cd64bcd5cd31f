"""MAN105: boards, committees, partnerships and panels that nobody chairs."""

from collections.abc import Iterator, Sequence

from govgraph.engine import Options, rule
from govgraph.findings import Aspect, Bodies, Hit, Message, Severity, say
from govgraph.findings.message import joined
from govgraph.graph import ExclusionReason, GovernanceGraph, Membership, Presence
from govgraph.language import LISTED, partial_date
from govgraph.model import Kind, Seat
from govgraph.rules._mandate import emptiness, filled_seats, inactive_reason_text
from govgraph.rules._phrases import silence_hit
from govgraph.rules._statute import membership_evidence

_CHAIRED = frozenset({Kind.BOARD, Kind.COMMITTEE, Kind.PARTNERSHIP, Kind.PANEL})


def _to_be_chaired(graph: GovernanceGraph) -> list[str]:
    """The bodies that should have a chair; an entry that stands for several bodies cannot state one."""
    bodies = ((key, graph.body(key)) for key in graph.governance_bodies)
    return [key for key, body in bodies if body.kind in _CHAIRED and not body.several]


def _of_chaired_bodies(graph: GovernanceGraph, options: Options) -> str | None:
    return None if _to_be_chaired(graph) else "No board, committee, partnership or panel is in place."


@rule(code="MAN105", name="no-chair", severity=Severity.NOTE, applies_to=_of_chaired_bodies)
def no_chair(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """Nobody chairs a board, committee, partnership or panel.

    Why it matters:
        The chair sets the agenda and answers letters. Without a chair, people with a concern have nobody to ask to put
        it on the agenda.

    Flagged:
        board: board, membership complete
        somebody -- sits_on[chair, vacant] --> board
        somebody -- sits_on --> board

    Clean:
        board: board, membership complete
        somebody -- sits_on[chair] --> board
        somebody -- sits_on --> board

    How to fix:
        Ask the body to have a chair appointed or elected, and record that seat (`role: chair`).
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
        listed_seats = joined([_excluded_chairs(graph, body) for body in silent][:LISTED])
        yield silence_hit(Aspect.CHAIR.of(graph, silent), message=listed_seats)


def _nobody(graph: GovernanceGraph, membership: Membership) -> Hit:
    """The finding where all seats are listed, and no chair's is in place."""
    body = Bodies.of(graph, membership.body)
    return Hit(
        bodies=(membership.body,),
        message=say("Nobody chairs {body}.", body=body) & _excluded_chairs(graph, membership.body),
        witness=membership_evidence(graph, membership),
        fix=say("Ask {body} to have a chair appointed or elected.", body=body),
    )


def _excluded_chairs(graph: GovernanceGraph, body: str) -> Message:
    """Why the seats of chairs that are listed are not in place, a sentence for each reason."""
    chairs = [seat for seat in graph.body(body).seats if seat.role.chairs]
    exclusions = ((seat, graph.statement_exclusion(body, seat)) for seat in chairs)
    reasons = dict.fromkeys(_why(seat, reason) for seat, reason in exclusions if reason is not None)
    template = "The file lists a seat for a chair of {body}, but that seat {why}."
    return joined(say(template, body=Bodies.of(graph, body), why=why) for why in reasons)


def _why(seat: Seat, reason: ExclusionReason) -> str:
    if reason is ExclusionReason.ENDED and seat.until is not None:
        return f"was to last until {partial_date(seat.until)}"
    if reason is ExclusionReason.NOT_BEGUN and seat.from_ is not None:
        return f"begins later ({partial_date(seat.from_)})"
    return inactive_reason_text(reason, singular=True)


def _empty(graph: GovernanceGraph, body: str, chairs: Sequence[Presence[Seat]]) -> Hit:
    """The finding where a chair's seat is vacant, or held by a body that is not in place."""
    name, state = Bodies.of(graph, body), emptiness(graph, chairs)
    message = say("The chair of {body} is {state}.", body=name, state=state.words)
    if len(chairs) > 1:
        all_seats, of_seats = "The {count} seats for a chair of {body} are", "Of {count} seats for a chair of {body},"
        seats = f"{all_seats if state.alike else of_seats} {{state}}."
        message = say("Nobody chairs {body}.", body=name)
        message &= say(seats, count=len(chairs), body=name, state=state.words)
    return Hit(
        bodies=(body,),
        message=message,
        witness=[seat.step for seat in chairs],
        at=chairs[0].at,
        fix=say("Ask {body} to have a chair appointed or elected, and ask who chairs until then.", body=name),
    )
