"""How reports say in a word or two how a group of people takes part in a body."""

from enum import StrEnum
from typing import NamedTuple

from govgraph.graph import Participation, Standing
from govgraph.model import Role


class Amount(StrEnum):
    """How much of a part it is, as far as a sign can tell."""

    SEAT = "seat"
    LESS = "less than a seat"
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


def part(standing: Standing) -> Part:
    """The part that a group takes in a body; where the file is silent about a seat, it says so."""
    if standing.represents:
        return Part("speaks for them", Amount.SEAT)
    if standing.has_seat:
        return Part(_seat(standing), Amount.SEAT)
    lesser = _LESSER.get(standing.level)
    if lesser is not None:
        rest = " only" if standing.gap_is_stated else "; seat not stated"
        return Part(lesser + rest, Amount.LESS)
    if standing.vacant or standing.unfilled:
        return Part("vacant seat" if standing.vacant else "seat, holder not there", Amount.NONE)
    if standing.gap_is_stated:
        return Part("no seat", Amount.NONE)
    return Part("not stated", Amount.NOT_STATED)


def _seat(standing: Standing) -> str:
    if standing.level is Participation.CHAIR:
        chairs = [seat.part for seat in standing.seats if seat.part.role.chairs]
        said = "chair" if any(seat.role is Role.CHAIR for seat in chairs) else "co-chair"
        silent = {seat.votes for seat in chairs} == {False} and not standing.has_vote
        return f"{said}, without a vote" if silent else said
    if standing.has_vote:
        return "seat with a vote"
    votes = {seat.part.votes for seat in standing.seats}
    return "seat without a vote" if votes == {False} else "seat; vote not stated"
