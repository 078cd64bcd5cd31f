"""Who chairs or leads a body: which seats are filled, which lead, and whether the file says which are no chair's."""

import re
from collections.abc import Iterable

from govgraph.graph.governance import GovernanceGraph
from govgraph.graph.standing import Membership, Presence
from govgraph.model import Role, Seat

_CHAIR = re.compile(r"\b(?:chair|convener|convenor|preside)", re.IGNORECASE)


def filled_seats(graph: GovernanceGraph, seats: Iterable[Presence[Seat]]) -> tuple[Presence[Seat], ...]:
    """Those of the seats that are not vacant, and whose holder, where one is stated, is in place."""
    filled = (seat for seat in seats if not seat.part.vacant)
    return tuple(seat for seat in filled if seat.part.holder is None or not graph.exclusion_reason(seat.part.holder))


def leading_seats(membership: Membership) -> tuple[Presence[Seat], ...]:
    """The seats of those who lead a body, vacant ones too: where a body has no chair, a lead may act as one."""
    return tuple(seat for seat in membership.seats if seat.part.role in (Role.LEAD, Role.CO_LEAD))


def states_its_roles(graph: GovernanceGraph, membership: Membership, seats: Iterable[Presence[Seat]]) -> bool:
    """Whether it is a fact of the file which of some seats on a body are not its chair's: a role left empty may be any.

    Where the file lists a seat for a chair, in place or not, the others are not the chair's. Somebody may chair also
    where the capacity says so and the role does not, or whose term is over if it was renewed.
    """
    perhaps = (*seats, *graph.voice.expired_seats(membership.body))
    if any(_CHAIR.search(text) for seat in perhaps for text in seat.part.as_):
        return False
    lists_a_chair = any(seat.role.chairs for seat in graph.body(membership.body).seats)
    return lists_a_chair or all(seat.part.role_is_stated for seat in perhaps)
