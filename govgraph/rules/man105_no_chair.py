"""MAN105: boards, committees, partnerships and panels that nobody chairs, and vacant chairs of whatever body."""

from collections.abc import Iterator, Sequence

from govgraph.engine import Options, rule
from govgraph.findings import Aspect, Bodies, Hit, Message, Severity, say
from govgraph.findings.message import joined
from govgraph.graph import (
    ExclusionReason,
    GovernanceGraph,
    Membership,
    Presence,
    filled_seats,
    leading_seats,
    seat_count,
    states_its_roles,
)
from govgraph.language import LISTED, partial_date
from govgraph.model import Kind, Seat
from govgraph.rules._mandate import emptiness
from govgraph.rules._phrases import not_in_place, silence_hit
from govgraph.rules._statute import membership_evidence

_CHAIRED = frozenset({Kind.BOARD, Kind.COMMITTEE, Kind.PARTNERSHIP, Kind.PANEL})


def _asked_about(graph: GovernanceGraph) -> list[Membership]:
    """The bodies that should have a chair, and others that list a seat for a chair or a lead.

    An entry that stands for several bodies cannot state one.
    """
    found = []
    for key in graph.governance_bodies:
        body, membership = graph.body(key), graph.voice.membership(key)
        is_headed = body.kind in _CHAIRED or membership.chairs or leading_seats(membership)
        if is_headed and not body.several:
            found.append(membership)
    return found


def _of_chaired_bodies(graph: GovernanceGraph, options: Options) -> str | None:
    return None if _asked_about(graph) else "No board, committee, partnership or panel is in place."


@rule(code="MAN105", name="no-chair", severity=Severity.NOTE, applies_to=_of_chaired_bodies)
def no_chair(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """Nobody chairs a board, committee, partnership or panel, or the seat of a chair is empty on whatever body.

    On a group or a workstream without a chair, it is the seat of its lead. Where the file does not say in which role
    each member sits, any of them may be the chair: then it is a question.

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
    for membership in _asked_about(graph):
        chairs, leads = membership.chairs, leading_seats(membership)
        if filled_seats(graph, chairs):
            continue
        if chairs:
            yield _empty(graph, membership.body, chairs, "chair")
        elif graph.body(membership.body).kind not in _CHAIRED:
            if not filled_seats(graph, leads):
                yield _empty(graph, membership.body, leads, "lead")
        elif membership.complete and not leads and _states_who_chairs(graph, membership):
            yield _nobody(graph, membership)
        else:
            silent.append(membership)
    if silent:
        yield silence_hit(
            Aspect.CHAIR.of(graph, [membership.body for membership in silent]), message=_near_answers(graph, silent)
        )


def _states_who_chairs(graph: GovernanceGraph, membership: Membership) -> bool:
    """Whether it is a fact that none of those who sit on a body chairs it."""
    return states_its_roles(graph, membership, filled_seats(graph, membership.seats))


def _near_answers(graph: GovernanceGraph, silent: Sequence[Membership]) -> Message:
    """What the file says that is near an answer to who chairs these bodies; what can be mended at once comes last."""
    message = joined([_excluded_chairs(graph, membership.body) for membership in silent][:LISTED])
    led = [membership.body for membership in silent if leading_seats(membership)]
    if led:
        message &= say("The file lists a lead of {body}, but no chair.", body=Bodies.of(graph, led))
    blank = [each.body for each in silent if each.complete and not _states_who_chairs(graph, each)]
    if blank:
        message &= say("The file lists every seat on {body}, but not the role of each.", body=Bodies.of(graph, blank))
    return message


def _nobody(graph: GovernanceGraph, membership: Membership) -> Hit:
    """The finding where all seats are listed, and no chair's is in place."""
    body = Bodies.of(graph, membership.body)
    ask = "Ask {body} to have a chair appointed or elected."
    nobody_to_ask = "Ask those who set up {body} who should chair [body:it|them]."
    return Hit(
        bodies=(membership.body,),
        message=say("Nobody chairs {body}.", body=body) & _excluded_chairs(graph, membership.body),
        witness=membership_evidence(graph, membership),
        fix=say(ask if membership.seats else nobody_to_ask, body=body),
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
    return not_in_place(reason, singular=True)


def _empty(graph: GovernanceGraph, body: str, seats: Sequence[Presence[Seat]], head: str) -> Hit:
    """The finding where the seat of a chair, or of a lead, is vacant, or held by a body that is not in place."""
    name, state = Bodies.of(graph, body), emptiness(graph, seats)
    does = "chairs" if head == "chair" else "leads"
    message = say(f"The {head} of {{body}} is {{state}}.", body=name, state=state.words)
    if seat_count(seats) > 1:
        all_seats = f"The {{count}} seats for a {head} of {{body}} are"
        of_seats = f"Of {{count}} seats for a {head} of {{body}},"
        message = say(f"Nobody {does} {{body}}.", body=name)
        listed = f"{all_seats if state.alike else of_seats} {{state}}."
        message &= say(listed, count=seat_count(seats), body=name, state=state.words)
    fix = f"Ask {{body}} who will be {head}, and who is until then."
    return Hit(
        bodies=(body,),
        message=message,
        witness=[seat.step for seat in seats],
        at=seats[0].at,
        fix=say(fix, body=name),
    )
