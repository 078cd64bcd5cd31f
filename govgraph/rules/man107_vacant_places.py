"""MAN107: bodies on which nobody sits, and places that nobody fills on bodies with a form in law."""

from collections.abc import Iterator, Sequence

from govgraph.engine import Options, rule
from govgraph.findings import Aspect, Bodies, Hit, Lack, Message, Severity, counted, say
from govgraph.findings.message import NOTHING
from govgraph.graph import GovernanceGraph, Membership, Presence, filled_seats
from govgraph.language import listed
from govgraph.model import Capacity, Seat
from govgraph.rules._bars import is_barred
from govgraph.rules._capacities import holders_text
from govgraph.rules._mandate import emptiness, number_of_seats
from govgraph.rules._phrases import not_in_place, silence_hit
from govgraph.rules._statute import membership_evidence


def _of_members(graph: GovernanceGraph, options: Options) -> str | None:
    memberships = (graph.voice.membership(body) for body in graph.governance_bodies)
    if any(each.seats or _lists_nobody(graph, each) for each in memberships):
        return None
    return "No board, committee or group is in place of which the file could list the members."


def _lists_nobody(graph: GovernanceGraph, membership: Membership) -> bool:
    """Whether the file lists no seat on a body that is in place.

    A seat that is past its last day is another matter: perhaps its term was renewed.
    """
    body = membership.body
    return not membership.seats and not graph.body(body).several and not graph.voice.expired_seats(body)


@rule(code="MAN107", name="vacant-places", severity=Severity.WARNING, applies_to=_of_members)
def vacant_places(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """Nobody sits on a body, a body has no members at all, or nobody fills a place on a body with a form in law.

    Why it matters:
        The rules from law ask which places a body has, and a vacant place is one. On paper such a board is complete.
        At the table the director or the representative is missing, and nobody may have noticed. A body without members
        cannot meet, and nobody does its work.

    Flagged:
        board: board, statutory health_and_wellbeing_board, membership complete
        somebody -- sits_on[as councillor] --> board
        somebody -- sits_on[as director_of_public_health, vacant] --> board

    Clean:
        board: board, statutory health_and_wellbeing_board, membership complete
        somebody -- sits_on[as councillor] --> board
        somebody -- sits_on[as director_of_public_health] --> board

    How to fix:
        Ask the body to have the place filled, and who acts until then. If nobody is to fill it any more, record that
        the seat has ended (`status`, `until`).
    """
    silent = []
    for body in graph.governance_bodies:
        membership = graph.voice.membership(body)
        filled = filled_seats(graph, membership.seats)
        if _lists_nobody(graph, membership):
            if membership.complete:
                yield _memberless(graph, membership)
            else:
                silent.append(body)
        elif membership.seats and not filled:
            yield _deserted(graph, membership)
        elif graph.body(body).statutory is not None:
            held = {capacity for seat in filled for capacity in seat.part.capacities}
            unfilled = (seat for seat in membership.seats if seat not in filled and seat.part.capacities - held)
            # Nobody may be asked to fill a place whose holder the law keeps off the body.
            empty = [seat for seat in unfilled if not is_barred(graph, body, seat.part)]
            if empty:
                yield _vacant(graph, membership, empty, filled)
    if silent:
        yield silence_hit(Aspect.MEMBERS.of(graph, silent))


def _memberless(graph: GovernanceGraph, membership: Membership) -> Hit:
    body = Bodies.of(graph, membership.body)
    fix = say("Ask those who set up {body} who should sit on [body:it|them].", body=body) & say(
        "If {body} no longer [body:meets|meet], record that [body:it has|they have] ended.", body=body
    )
    return Hit(
        bodies=(membership.body,),
        parts=("every seat",),
        message=say("{body} [has|have] no members at all.", body=body) & _other_seats(graph, membership.body),
        witness=membership_evidence(graph, membership),
        fix=fix,
    )


def _other_seats(graph: GovernanceGraph, body: str) -> Message:
    """Who only attends a body, and which seats on it are not in place, a sentence for each reason."""
    name = Bodies.of(graph, body)
    attends = graph.voice.members_and_attendees(body)
    message = say("The file lists only people who attend.") if attends else NOTHING
    seats = (seat for seat in graph.body(body).seats if not seat.role.attends_only)
    excluded = [(graph.statement_exclusion(body, seat), seat.count) for seat in seats]
    for reason in dict.fromkeys(reason for reason, _ in excluded if reason is not None):
        number = sum(count for why, count in excluded if why is reason)
        why = not_in_place(reason, singular=number == 1)
        fact = "The file lists {seats} on {body}, but [seats:that|those] {why}."
        message &= say(fact, seats=counted(number, "seat"), body=name, why=why)
    return message


def _deserted(graph: GovernanceGraph, membership: Membership) -> Hit:
    body, stated = Bodies.of(graph, membership.body), membership.complete
    message = say("Nobody sits on {body}.", body=body) if stated else NOTHING
    fix = say("Ask {body} to have seats filled, and ask who does [body:its|their] work until then.", body=body) & say(
        "If {body} no longer [body:meets|meet], record that [body:it has|they have] ended.", body=body
    )
    return Hit(
        bodies=(membership.body,),
        parts=("every seat",),
        lacks=[] if stated else [Aspect.MEMBERS.of(graph, membership.body)],
        message=message & _empty_seats(graph, membership.body, membership.seats),
        witness=membership_evidence(graph, membership) if stated else [seat.step for seat in membership.seats],
        at=membership.seats[0].at,
        fix=fix if stated else NOTHING,
    )


def _empty_seats(graph: GovernanceGraph, body: str, empty: Sequence[Presence[Seat]], capacities: str = "") -> Message:
    """How seats on a body that nobody fills are empty; with the capacities in which they would be held."""
    state, held_as = emptiness(graph, empty), " as {capacities}" if capacities else ""
    how = f"{held_as}, [seats:|all ]{{state}}" if state.alike else f"{held_as}: {{state}}"
    return say(
        f"The file lists {{seats}} on {{body}}{how}.",
        seats=number_of_seats(empty),
        body=Bodies.of(graph, body),
        capacities=capacities,
        state=state.words,
    )


def _vacant(
    graph: GovernanceGraph, membership: Membership, empty: Sequence[Presence[Seat]], filled: tuple[Presence[Seat], ...]
) -> Hit:
    """That a place is vacant is a fact; that nobody else fills it is one where the others state their capacity."""
    body, present = Bodies.of(graph, membership.body), membership._replace(seats=filled)
    held = {capacity for seat in filled for capacity in seat.part.capacities}
    lacking = {capacity for seat in empty for capacity in seat.part.capacities} - held
    capacities = [capacity.words for capacity in Capacity if capacity in lacking]
    lacks: list[Lack] = [] if membership.complete else [Aspect.MEMBERS.of(graph, membership.body)]
    lacks += [Aspect.CAPACITIES.of(graph, membership.body)] if present.open else []
    which, who = listed(capacities, last="or"), holders_text(empty, lacking, last="or")
    message = NOTHING if lacks else say("Nobody sits on {body} as {who}.", body=body, who=who)
    fix = say("Ask {body} who will sit there as {who}, and who acts until then.", body=body, who=who)
    return Hit(
        bodies=(membership.body,),
        parts=tuple(capacities),
        lacks=lacks,
        message=message & _empty_seats(graph, membership.body, empty, which),
        witness=[seat.step for seat in empty] if lacks else membership_evidence(graph, membership),
        at=empty[0].at,
        fix=NOTHING if lacks else fix,
    )
