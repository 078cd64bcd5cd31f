"""Who chairs or leads a body, and in which role a seat is held, in the few words that a picture has room for."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from govgraph.graph import (
    GovernanceGraph,
    Membership,
    Presence,
    filled_seats,
    leading_seats,
    seat_count,
    states_its_roles,
)
from govgraph.language import listed, lower_group, number_words, partial_date, plural
from govgraph.model import Role, Seat, Statement, Status

VACANT = "vacant"
"""Begins the words for a seat that nobody fills."""
_SHARED = {Role.CHAIR: Role.CO_CHAIR, Role.LEAD: Role.CO_LEAD}


class ChairState(StrEnum):
    """Whether somebody chairs a body, its chair is empty, or the file says that it has none."""

    FILLED = "filled"
    VACANT = "vacant"
    NONE = "none"

    @property
    def sign(self) -> str:
        """The id of the sign that is drawn for it, without `sign-`."""
        return "chair" if self is ChairState.FILLED else "empty-chair"


class Chair(NamedTuple):
    """Who chairs or leads a body, in words: `Co-chairs: PACC and Shropshire Council`."""

    words: str
    state: ChairState


def chair_of(graph: GovernanceGraph, body: str, *, with_names: bool) -> Chair | None:
    """Who chairs a body, or leads it where it has no chair; None where the file does not say."""
    membership = graph.voice.membership(body)
    if membership.chairs:
        return _heads(graph, membership.chairs, Role.CHAIR, with_names=with_names)
    leads = leading_seats(membership)
    if leads:
        return _heads(graph, leads, Role.LEAD, with_names=with_names)
    return Chair("Nobody chairs", ChairState.NONE) if _has_no_chair(graph, membership) else None


def _has_no_chair(graph: GovernanceGraph, membership: Membership) -> bool:
    """Whether it is a fact that none of those who sit on a body chairs it."""
    is_asked = graph.body(membership.body).governs and membership.complete and bool(membership.seats)
    return is_asked and states_its_roles(graph, membership, filled_seats(graph, membership.seats))


def _heads(graph: GovernanceGraph, seats: Sequence[Presence[Seat]], head: Role, *, with_names: bool) -> Chair:
    filled = filled_seats(graph, seats)
    shared = _SHARED[head]
    # Several chairs are co-chairs, whichever word the file has for them; an only co-chair shares the chair with others.
    several = seat_count(seats) > 1
    role = (shared if several or seats[0].part.role is shared else head).words.capitalize() + ("s" if several else "")
    names = list(dict.fromkeys(holder_name(graph, seat, with_names=with_names) for seat in filled))
    empty = [_emptiness(graph, seat.part) for seat in seats if seat not in filled]
    if not filled:
        return Chair(f"{role}: {listed(list(dict.fromkeys(empty)))}", ChairState.VACANT)
    rest = f"; {number_words(len(empty))} {listed(list(dict.fromkeys(empty)))}" if empty else ""
    return Chair(f"{role}: {listed(names)}{rest}", ChairState.FILLED)


def _emptiness(graph: GovernanceGraph, seat: Seat) -> str:
    if seat.vacant or seat.holder is None:
        return VACANT
    return f"{graph.structure.bodies[seat.holder].name}, not in place"


def holder_name(graph: GovernanceGraph, seat: Presence[Seat], *, with_names: bool) -> str:
    """Who fills a seat: a body, else the people it speaks for, else the capacity; a person only where asked for."""
    part = seat.part
    if part.person and with_names:
        return part.person
    if part.holder is not None:
        return graph.structure.bodies[part.holder].name
    if part.on_behalf_of is not None:
        return lower_group(graph.structure.constituencies[part.on_behalf_of].name)
    capacity = " and ".join(part.as_)
    independent = "independent member" if part.independent else ""
    return capacity or independent or ("named in the file" if part.person else "not named")


def roles_together(membership: Membership) -> dict[Role, Role]:
    """What chair and lead are called where several seats have that role: as who chairs is told, so is each seat."""
    heads = {Role.CHAIR: membership.chairs, Role.LEAD: leading_seats(membership)}
    return {role: _SHARED[role] for role, seats in heads.items() if seat_count(seats) > 1}


def seats_held(
    seats: Sequence[Seat], status: Status, statuses: Sequence[Status], together: Mapping[Role, Role] | None = None
) -> str:
    """The roles in which a body holds its seats on another, all together: `co-chair, vote`, `vacant seat`.

    Args:
        seats: the seats, and the places in attendance.
        status: that of the body on which they are.
        statuses: how settled each of them is.
        together: what roles are called instead there, see `roles_together`.

    """
    seats = [seat.model_copy(update={"role": (together or {}).get(seat.role, seat.role)}) for seat in seats]
    filled = [seat for seat in seats if not seat.vacant]
    vacant = [seat for seat in seats if seat.vacant]
    empty = f"{VACANT} {', '.join(_roles(vacant)) or 'seat'}" if vacant else ""
    settled = {Status.IN_PLACE, Status.UNDER_REVIEW, status}
    unsettled = "" if settled.intersection(statuses) else min(statuses, key=list(Status).index).words
    ends = {seat.until for seat in seats}
    end = until(seats[0]) if len(ends) == 1 else ""
    return ", ".join(filter(None, (*_roles(filled), _vote(filled), empty, unsettled, end)))


def _roles(seats: Sequence[Seat]) -> list[str]:
    """Each role once; of members how many there are, where nothing else says that they sit there."""
    roles = list(dict.fromkeys(_role(seat.role) for seat in seats if seat.role is not Role.MEMBER))
    members = [seat for seat in seats if seat.role is Role.MEMBER]
    number = sum(seat.count for seat in members)
    if any(seat.several for seat in members):
        return [*roles, "seats"]
    # A vote says that there is a seat.
    is_said = number == 0 or (number == 1 and bool(_vote(seats)))
    return roles if is_said else [*roles, plural(number, "seat") if number > 1 else "seat"]


def _role(role: Role) -> str:
    return "attends" if role is Role.ATTENDEE else role.words


def _vote(seats: Sequence[Seat]) -> str:
    votes = {seat.votes for seat in seats if not seat.role.attends_only}
    return "vote" if True in votes else "no vote" if votes == {False} else ""


def until(statement: Statement) -> str:
    """The last day of a statement, where one is stated: `until 31 March 2027`."""
    return f"until {partial_date(statement.until)}" if statement.until else ""
