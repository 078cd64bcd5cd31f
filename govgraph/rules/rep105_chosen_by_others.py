"""REP105: seats of a constituency that somebody else fills."""

from collections.abc import Iterator
from typing import NamedTuple

from govgraph.findings import LISTED, Hit, Severity
from govgraph.graph import GovernanceGraph, Presence
from govgraph.model import Seat
from govgraph.rules._asks import of_people
from govgraph.rules._heard import people
from govgraph.rules._rule import Options, rule
from govgraph.rules._silence import silent_on
from govgraph.rules._words import counted, is_one, listed, names


class _Seats(NamedTuple):
    """The seats of one constituency on one governance body, vacant ones too: somebody chooses who fills these."""

    body: str
    seats: tuple[Presence[Seat], ...]


def _seats_for(graph: GovernanceGraph, constituency: str) -> Iterator[_Seats]:
    for body in graph.governance_bodies:
        standing = graph.voice.standing(body, constituency)
        seats = (*standing.seats, *standing.vacant)
        # On a body of their own, nobody else chooses.
        if seats and not standing.represents and body not in _speakers(graph, constituency):
            yield _Seats(body, seats)


def _of_seats(graph: GovernanceGraph, options: Options) -> str | None:
    unasked = of_people(graph, options)
    if unasked is None and not any(True for who in graph.constituencies for _ in _seats_for(graph, who)):
        return "No seat on a governance body is stated for any of the people who are asked about."
    return unasked


@rule(code="REP105", name="chosen-by-others", severity=Severity.WARNING, asks=_of_seats)
def chosen_by_others(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """Who speaks for a group of people on a body is chosen by somebody who does not speak for them.

    Why it matters:
        Whoever is picked by the body that they should question owes their seat to it. Only those whom people choose
        themselves can say that they speak for them, and be called back by them.

    Flagged:
        board: board
        forum -- represents --> parent-carers
        forum -- sits_on[parent-carers, appointed_by council] --> board
        council: organisation

    Clean:
        board: board
        forum -- represents --> parent-carers
        forum -- sits_on[parent-carers, appointed_by forum] --> board
        council: organisation

    How to fix:
        Ask that those whom the seat speaks for choose who fills it, through the body that speaks for them, and state
        that body (`appointed_by`; who speaks for a group of people: `represented_by`).
    """
    for constituency in graph.constituencies:
        speakers = _speakers(graph, constituency)
        theirs = _of_their_own(graph, constituency)
        silent = []
        for found in _seats_for(graph, constituency):
            others = [seat for seat in found.seats if speakers and seat.part.appointed_by not in theirs]
            if others:
                yield _chosen(graph, constituency, found.body, others)
            if any(seat.part.appointed_by is None or not speakers for seat in found.seats):
                silent.append(found)
        if silent:
            yield _not_stated(graph, constituency, silent, known=bool(speakers))


def _speakers(graph: GovernanceGraph, constituency: str) -> tuple[str, ...]:
    """The bodies in force that speak for people: those stated to, and what replaces one of them that is not there."""
    found: set[str] = set()
    for speaker in graph.structure.constituencies[constituency].represented_by:
        found.update((speaker,) if graph.why_not_there(speaker) is None else graph.replaced_by(speaker))
    return graph.in_order(found)


def _of_their_own(graph: GovernanceGraph, constituency: str) -> set[str | None]:
    """Who may choose for people; None: who is not stated.

    Those who speak for them or did so, those who replace one of these, and whoever answers to them.
    """
    stated = graph.structure.constituencies[constituency].represented_by
    heirs = (heir for speaker in stated for heir in graph.replaced_by(speaker))
    return {None, *stated, *graph.accountability.below({*_speakers(graph, constituency), *heirs})}


def _chosen(graph: GovernanceGraph, constituency: str, body: str, seats: list[Presence[Seat]]) -> Hit:
    who, where = people(graph, constituency), graph.name(body)
    choosers = graph.in_order({seat.part.appointed_by for seat in seats if seat.part.appointed_by is not None})
    speakers = _speakers(graph, constituency)
    seat = "the seat" if len(seats) == 1 else f"{len(seats)} seats"
    return Hit(
        bodies=(body,),
        constituency=constituency,
        message=f"{names(graph, choosers)} {'chooses' if len(choosers) == 1 else 'choose'} who fills {seat} on {where} "
        f"for {who}, but it is {names(graph, speakers)} that is stated to speak for them.",
        witness=[one.step for one in seats],
        at=seats[0].at,
        fix=f"Ask that {who} choose who fills {seat} on {where}, by way of {names(graph, speakers)}, and state it "
        "(appointed_by).",
    )


def _not_stated(graph: GovernanceGraph, constituency: str, silent: list[_Seats], *, known: bool) -> Hit:
    """One for all seats of a constituency."""
    who, bodies = people(graph, constituency), graph.in_order(found.body for found in silent)
    seats = [seat for found in silent for seat in found.seats if seat.part.appointed_by is None or not known]
    where = f"on {names(graph, bodies)} ({counted(len(seats), 'seat', 'seats')})"
    open_ = (
        ["who chooses who fills the seats (appointed_by)"] if any(not seat.part.appointed_by for seat in seats) else []
    )
    open_ += [] if known else [f"which body speaks for {who} (represented_by)"]
    stated = graph.in_order(graph.structure.constituencies[constituency].represented_by)
    ended = f" {names(graph, stated)} {'is' if is_one(graph, stated) else 'are'} not in force." if stated else ""
    return silent_on(
        bodies,
        constituency=constituency,
        message=f"Nobody can tell whether {who} choose for themselves who sits {where} on their behalf: the file does "
        f"not state {listed(open_, last='or')}.{'' if known else ended}",
        witness=[seat.step for seat in seats[:LISTED]],
        witness_count=len(seats),
        at=seats[0].at,
        fix=f"Find out {listed(open_)}, and state it. If others choose, ask that {who} do.",
    )
