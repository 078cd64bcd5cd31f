"""What the rules on votes of others than councillors share: whose votes they are, and how to be heard without one."""

from collections.abc import Sequence
from typing import NamedTuple

from govgraph.graph import GovernanceGraph, Membership, Presence
from govgraph.model import OF_THE_AUTHORITY, Capacity, Contact, Seat, Statement
from govgraph.rules._words import counted

HEARD = (
    "Who has no vote can still be heard: as a co-opted member without a vote, or by attending, seeing the papers and "
    "speaking."
)
ON_EDUCATION = frozenset({Capacity.CHURCH_REPRESENTATIVE, Capacity.PARENT_GOVERNOR})
"""Who votes on education on some committees, by law."""


class Votes(NamedTuple):
    """The seats on a body, or contacts of it, that are not stated to be a councillor's and may vote."""

    of_others: Sequence[Presence[Seat]]
    """They vote, and are held in a capacity that is not a councillor's."""
    doubtful: Sequence[Presence[Statement]]
    """They vote, and may be a councillor's all the same."""
    silent: Sequence[Presence[Seat]]
    """Whether they vote is not stated."""

    @property
    def open_questions(self) -> list[str]:
        """What is not stated of them, each with its count."""
        told = []
        if self.doubtful:
            which = counted(len(self.doubtful), "vote is held by a councillor", "votes are held by councillors")
            told.append(f"whether {which}")
        if self.silent:
            which = counted(len(self.silent), "seat that may be another's has", "seats that may be others' have")
            told.append(f"whether {which} a vote")
        return told


def votes_on(graph: GovernanceGraph, membership: Membership, may_be: frozenset[Capacity]) -> Votes:
    """The votes on a body that are not stated to be a councillor's; `may_be`: capacities that councillors may have too.

    A champion or lead officer with a vote may be anybody: in which capacity is told in words at most.
    """
    others: list[Presence[Seat]] = []
    doubtful: list[Presence[Statement]] = []
    silent: list[Presence[Seat]] = []
    for seat in membership.seats:
        if seat.part.votes is False or OF_THE_AUTHORITY & seat.part.capacities:
            continue
        if seat.part.votes is None:
            silent.append(seat)
        elif not seat.part.capacity_is_known or may_be & seat.part.capacities:
            doubtful.append(seat)
        else:
            others.append(seat)
    contacts = graph.voice.everybody_on(membership.body)
    doubtful += [one for one in contacts if isinstance(one.part, Contact) and one.part.votes]
    return Votes(others, doubtful, silent)
