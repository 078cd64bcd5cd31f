"""REP105: seats of a constituency that somebody else fills."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Hit, Severity
from govgraph.graph import GovernanceGraph, Presence
from govgraph.language import LISTED, listed, plural
from govgraph.model import Seat
from govgraph.rules._phrases import is_singular, names, of_people, silence_hit
from govgraph.rules._representation import constituency_name


def _seats_for(graph: GovernanceGraph, constituency: str) -> dict[str, tuple[Presence[Seat], ...]]:
    """The seats of a constituency on each governance body where others could choose who fills them, vacant ones too."""
    seats_on = {}
    speakers = _speakers(graph, constituency)
    for body in graph.governance_bodies:
        standing = graph.voice.standing(body, constituency)
        seats = (*standing.seats, *standing.vacant)
        if seats and not standing.represents and body not in speakers:
            seats_on[body] = seats
    return seats_on


def _of_seats(graph: GovernanceGraph, options: Options) -> str | None:
    unasked = of_people(graph, options)
    if unasked is None and not any(_seats_for(graph, constituency) for constituency in graph.constituencies):
        return "No seat on a governance body is stated for any of the people who are asked about."
    return unasked


@rule(code="REP105", name="chosen-by-others", severity=Severity.WARNING, applies_to=_of_seats)
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
        speakers, allowed = _speakers(graph, constituency), _allowed_choosers(graph, constituency)
        silent = {}
        for body, seats in _seats_for(graph, constituency).items():
            chosen = [seat for seat in seats if speakers and seat.part.appointed_by not in allowed]
            if chosen:
                yield _chosen(graph, constituency, body, chosen)
            unknown = [seat for seat in seats if seat.part.appointed_by is None or not speakers]
            if unknown:
                silent[body] = unknown
        if silent:
            yield _not_stated(graph, constituency, silent)


def _speakers(graph: GovernanceGraph, constituency: str) -> tuple[str, ...]:
    """The bodies in force that speak for people: those stated to, and what replaces one of them that is not there."""
    speakers: set[str] = set()
    for speaker in graph.structure.constituencies[constituency].represented_by:
        speakers.update((speaker,) if graph.exclusion_reason(speaker) is None else graph.replaced_by(speaker))
    return graph.in_order(speakers)


def _allowed_choosers(graph: GovernanceGraph, constituency: str) -> set[str | None]:
    """Who may choose for people; None: who is not stated.

    Those who speak for them or did so, those who replace one of these, and whoever answers to them.
    """
    stated = graph.structure.constituencies[constituency].represented_by
    heirs = (heir for speaker in stated for heir in graph.replaced_by(speaker))
    return {None, *stated, *graph.accountability.below({*_speakers(graph, constituency), *heirs})}


def _chosen(graph: GovernanceGraph, constituency: str, body: str, seats: list[Presence[Seat]]) -> Hit:
    who, where = constituency_name(graph, constituency), graph.name(body)
    choosers = graph.in_order({seat.part.appointed_by for seat in seats if seat.part.appointed_by is not None})
    speakers = _speakers(graph, constituency)
    seat = "the seat" if len(seats) == 1 else f"{len(seats)} seats"
    return Hit(
        bodies=(body,),
        constituency=constituency,
        message=f"{names(graph, choosers)} {'chooses' if len(choosers) == 1 else 'choose'} who fills {seat} on {where} "
        f"for {who}, but it is {names(graph, speakers)} that is stated to speak for them.",
        witness=[each.step for each in seats],
        at=seats[0].at,
        fix=f"Ask that {who} choose who fills {seat} on {where}, by way of {names(graph, speakers)}, and state it "
        "(appointed_by).",
    )


def _not_stated(graph: GovernanceGraph, constituency: str, silent: dict[str, list[Presence[Seat]]]) -> Hit:
    """One finding for all seats of a constituency of which the file leaves open who chooses, or who speaks for it."""
    who, bodies = constituency_name(graph, constituency), graph.in_order(silent)
    seats = [seat for on_body in silent.values() for seat in on_body]
    where = f"on {names(graph, bodies)} ({plural(len(seats), 'seat', 'seats')})"
    chosen = all(seat.part.appointed_by for seat in seats)
    questions = [] if chosen else ["who chooses who fills the seats (appointed_by)"]
    ended = ""
    if not _speakers(graph, constituency):
        questions.append(f"which body speaks for {who} (represented_by)")
        stated = graph.in_order(graph.structure.constituencies[constituency].represented_by)
        if stated:
            ended = f" {names(graph, stated)} {'is' if is_singular(graph, stated) else 'are'} not in force."
    return silence_hit(
        bodies,
        constituency=constituency,
        message=f"Nobody can tell whether {who} choose for themselves who sits {where} on their behalf: the file does "
        f"not state {listed(questions, last='or')}.{ended}",
        witness=[seat.step for seat in seats[:LISTED]],
        witness_count=len(seats),
        at=seats[0].at,
        fix=f"Find out {listed(questions)}, and state it. If others choose, ask that {who} do.",
    )
