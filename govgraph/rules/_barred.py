"""What the rules share that ask who must not sit on a body: whom the law keeps off it, and who may be such."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govgraph.findings import Certainty, Hit
from govgraph.graph import GovernanceGraph, Presence
from govgraph.model import OF_THE_AUTHORITY, Capacity, Seat, StatutoryForm
from govgraph.rules._mandate import emptiness, seated
from govgraph.rules._statute import capacities_of, held_as, open_because
from govgraph.rules._words import listed, names


class Barred(NamedTuple):
    """Whom the law keeps off a body, and what to do where one sits on it."""

    capacities: frozenset[Capacity]
    words: str
    """In the singular, with its article: `a member of the executive`."""
    fix: str
    """What to do, in sentences."""
    perhaps: frozenset[Capacity] = frozenset()
    """Capacities whose holders may be barred or not."""
    unless: frozenset[Capacity] = frozenset()
    """Capacities in which a seat may be held all the same."""
    sent_by: frozenset[StatutoryForm] = frozenset()
    """Forms of bodies whose members are barred: a seat that one of these bodies holds is held by such a member."""

    def names(self, graph: GovernanceGraph) -> frozenset[str]:
        """The names of those who sit elsewhere in a barred capacity, or on a body whose members are barred.

        Whoever has one of these names may be barred: two people may have the same name.
        """
        return frozenset(
            seat.part.who
            for body in graph.bodies
            for seat in graph.voice.membership(body).seats
            if self.capacities & seat.part.capacities
            or (graph.body(body).statutory in self.sent_by and _may_be_a_councillor(seat.part))
        ) - {""}


def barred_members(graph: GovernanceGraph, form: StatutoryForm, barred: Barred) -> Iterator[Hit]:
    """A hit for each body of the form on which somebody sits whom the law keeps off it, or may sit."""
    known = barred.names(graph)
    for body in graph.of_form(form):
        membership, name = graph.voice.membership(body), graph.name(body)
        fix = barred.fix.format(name=name)
        asked = [seat for seat in membership.seats if not barred.unless & seat.part.capacities]
        sent = [seat for seat in asked if _is_sent(graph, seat.part, barred)]
        held = [seat for seat in asked if barred.capacities & seat.part.capacities or seat in sent]
        perhaps = [seat for seat in asked if barred.perhaps & seat.part.capacities]
        namesakes = [seat for seat in asked if seat.part.who in known]
        if held:
            yield Hit(
                bodies=(body,),
                parts=held_as(held),
                message=f"{name} {_has(graph, held)} {barred.words} among its members, which the law forbids: "
                f"{_as_what(graph, held, sent, barred)}.{_all_empty(graph, held)}",
                witness=[seat.step for seat in held],
                at=held[0].at,
                fix=fix,
            )
        elif perhaps or namesakes or not membership.is_all_told:
            yield Hit(
                bodies=(body,),
                certainty=Certainty.NOT_STATED,
                message=f"Whether {barred.words} sits on {name}, which the law forbids, is not stated"
                f"{open_because(membership)}.{_may_be(perhaps, barred)}{_namesakes(namesakes, barred)}",
                witness=[seat.step for seat in namesakes or membership.seats],
                fix=f"Find out who sits on {name}, and in which capacity, and state it (as, membership). If "
                f"{barred.words} does: {fix[0].lower()}{fix[1:]}",
            )


def _is_sent(graph: GovernanceGraph, seat: Seat, barred: Barred) -> bool:
    """Whether a body in force whose members are barred holds the seat, and not for an officer or somebody else."""
    if seat.holder is None or graph.why_not_there(seat.holder) is not None:
        return False
    return graph.body(seat.holder).statutory in barred.sent_by and _may_be_a_councillor(seat)


def _may_be_a_councillor(seat: Seat) -> bool:
    return not seat.capacities or bool(OF_THE_AUTHORITY & seat.capacities)


def _as_what(
    graph: GovernanceGraph, held: Sequence[Presence[Seat]], sent: Sequence[Presence[Seat]], barred: Barred
) -> str:
    """In which capacities barred seats are held, and which bodies hold them."""
    holders = graph.in_order({seat.part.holder for seat in sent if seat.part.holder is not None})
    told = [capacities_of(held, barred.capacities), f"held by {names(graph, holders)}" if holders else ""]
    return listed([*filter(None, told)])


def _has(graph: GovernanceGraph, held: Sequence[Presence[Seat]]) -> str:
    """A body on which nobody fills these seats has no such member: it provides for one."""
    return "has" if seated(graph, held) else "provides for"


def _all_empty(graph: GovernanceGraph, seats: Sequence[Presence[Seat]]) -> str:
    if seated(graph, seats):
        return ""
    how = emptiness(graph, seats)
    if not how.alike:
        return f" Of these seats, {how.words}."
    now = " now" if seats[0].part.vacant else ""
    return f" {'The seat is' if len(seats) == 1 else 'These seats are'} {how.words}{now}."


def _may_be(perhaps: Sequence[Presence[Seat]], barred: Barred) -> str:
    if not perhaps:
        return ""
    return f" Somebody sits on it as {capacities_of(perhaps, barred.perhaps)}, who may be that."


def _namesakes(seats: Sequence[Presence[Seat]], barred: Barred) -> str:
    if not seats:
        return ""
    many = "1 seat on it is" if len(seats) == 1 else f"{len(seats)} seats on it are"
    return f" By the name that is stated, {many} held by {barred.words}, or by somebody of the same name."
