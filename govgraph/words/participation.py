"""How reports say in a word or two how a group of people takes part in a body."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from govgraph.graph import Participation, Presence, Standing
from govgraph.model import Role, Statement, Status

_SETTLED = (Status.IN_PLACE, Status.UNDER_REVIEW)


class Amount(StrEnum):
    """How much of a part it is, as far as a sign can tell."""

    SEAT = "seat"
    LESS = "less than a seat"
    VACANT = "vacant seat"
    NONE = "no seat"
    NOT_STATED = "not stated"


class Part(NamedTuple):
    """The part that a group takes in a body, in a few words, and how much that is."""

    words: str
    amount: Amount


_LESSER = {
    Participation.ATTENDS: "attends",
    Participation.CONTACT: "contact",
    Participation.CONSULTED: "consulted",
    Participation.INFORMED: "informed",
}


def part(standing: Standing, status: Status) -> Part:
    """The part that a group takes in a body of some status; where the file is silent about a seat, it says so."""
    if standing.represents:
        return Part("speaks for them", Amount.SEAT)
    if standing.has_seat:
        return Part(_seat(standing) + _unsettled(standing.seats, status), Amount.SEAT)
    lesser = _LESSER.get(standing.level)
    if lesser is not None:
        settled = _unsettled(_best(standing), status)
        rest = "; vacant seat" if standing.vacant else "; seat not stated"
        alone = standing.gap_is_stated and not standing.vacant
        return Part(f"{lesser} only{settled}" if alone else f"{lesser}{settled}{rest}", Amount.LESS)
    if standing.vacant:
        return Part(f"vacant seat{_unsettled(standing.vacant, status)}", Amount.VACANT)
    if any(not seat.part.role.attends_only for seat in standing.unfilled):
        return Part("seat, its holder is not there", Amount.VACANT)
    if standing.gap_is_stated:
        return Part("no seat", Amount.NONE)
    return Part("contact vacant; seat not stated" if standing.vacant_contacts else "not stated", Amount.NOT_STATED)


def _best(standing: Standing) -> Iterable[Presence[Statement]]:
    """The ways of taking part that make the level, where there is no seat."""
    ways = (standing.attends, standing.contacts, standing.consulted, standing.informed)
    return next(way for way in ways if way)


def _unsettled(evidence: Iterable[Presence[Statement]], status: Status) -> str:
    """How settled the best of it is, where that is less than the body itself."""
    statuses = {presence.status for presence in evidence}
    if statuses.intersection(_SETTLED) or status in statuses:
        return ""
    return f", {(Status.AGREED if Status.AGREED in statuses else Status.PROPOSED).words}"


def _seat(standing: Standing) -> str:
    if standing.level is Participation.CHAIR:
        chairs = [seat.part for seat in standing.seats if seat.part.role.chairs]
        said = "chair" if any(seat.role is Role.CHAIR for seat in chairs) else "co-chair"
        return f"{said}{_vote(standing)}"
    return f"seat{_vote(standing)}"


def _vote(standing: Standing) -> str:
    if standing.has_vote:
        return " with a vote"
    return " without a vote" if {seat.part.votes for seat in standing.seats} == {False} else "; vote not stated"
