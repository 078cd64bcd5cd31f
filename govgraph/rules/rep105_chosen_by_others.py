"""REP105: seats of a constituency that somebody else fills."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Aspect, Bodies, Hit, Message, People, Severity, say
from govgraph.findings.message import NOTHING, joined
from govgraph.graph import GovernanceGraph, Presence
from govgraph.graph.kernels import grouped
from govgraph.language import LISTED
from govgraph.model import Seat
from govgraph.rules._phrases import complete_bodies, not_in_place, of_people, silence_hit


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
        return "The file lists no seat for any group of people that should be heard."
    return unasked


@rule(code="REP105", name="chosen-by-others", severity=Severity.WARNING, applies_to=_of_seats)
def chosen_by_others(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """Who speaks for a group of people on a body is chosen by somebody who does not speak for them.

    Why it matters:
        People picked by the body that they should question owe their seat to it. Only those whom a group chooses
        itself can say that they speak for it, and be called back by it.

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
        Ask those who choose to let the group choose for itself, through the body that speaks for it. Record
        who appoints to the seat (`appointed_by`), and which body speaks for the group (`represented_by`). If none
        does, record that (`speakers: complete`).
    """
    for constituency in graph.constituencies:
        speakers, allowed = _speakers(graph, constituency), _allowed_choosers(graph, constituency)
        speakerless = not speakers and bool(complete_bodies(graph, constituency, "speakers"))
        allowed -= {None} if speakerless else set()
        silent = {}
        for body, seats in _seats_for(graph, constituency).items():
            chosen = [seat for seat in seats if seat.part.appointed_by not in allowed]
            if chosen and (speakers or speakerless):
                yield _chosen(graph, constituency, body, chosen)
            unknown = [seat for seat in seats if seat.part.appointed_by is None or not speakers]
            if unknown and not speakerless:
                silent[body] = unknown
        if silent:
            yield _not_stated(graph, constituency, silent)


def _speakers(graph: GovernanceGraph, constituency: str) -> tuple[str, ...]:
    """The bodies in place that speak for people: those stated to, and what replaces one of them that is not there."""
    speakers: set[str] = set()
    for speaker in graph.structure.constituencies[constituency].represented_by:
        speakers.update((speaker,) if graph.exclusion_reason(speaker) is None else graph.replaced_by(speaker))
    return graph.in_order(speakers)


def _allowed_choosers(graph: GovernanceGraph, constituency: str) -> set[str | None]:
    """Who may choose for people; None: who is not stated.

    Those who speak for them or did so, those who replace one of these, and all who answer to them.
    """
    stated = graph.structure.constituencies[constituency].represented_by
    heirs = (heir for speaker in stated for heir in graph.replaced_by(speaker))
    return {None, *stated, *graph.accountability.below({*_speakers(graph, constituency), *heirs})}


def _chosen(graph: GovernanceGraph, constituency: str, body: str, seats: list[Presence[Seat]]) -> Hit:
    """Who chooses in place of the body that speaks for people; or that the file says that no body does."""
    people, where = People.of(graph, constituency), Bodies.of(graph, body)
    speakers = Bodies.of(graph, _speakers(graph, constituency))
    witness = [seat.step for seat in seats]
    named = {seat.part.appointed_by for seat in seats if seat.part.appointed_by is not None}
    choosers = Bodies.of(graph, graph.in_order(named))
    if speakers.ids:
        who = "{choosers} [chooses|choose] who speaks for {people} on {body}."
        message = say(who, choosers=choosers, people=people, body=where)
        message &= say("The body that speaks for them is {speakers}.", speakers=speakers)
        ask = "Ask {choosers} to let {people} choose for themselves, through {speakers}."
        fix = say(ask, choosers=choosers, people=people, speakers=speakers)
    else:
        nobody = "{people} have no body that could choose who speaks for them on {body}."
        message = say(nobody, people=people, body=where)
        witness += complete_bodies(graph, constituency, "speakers")
        ask = "Ask {asked} to let {people} choose for themselves who sits "
        ask += "on {body}." if named else "on [asked:it|them]."
        fix = say(ask, asked=choosers if named else where, people=people, body=where)
    return Hit(bodies=(body,), constituency=constituency, message=message, witness=witness, at=seats[0].at, fix=fix)


def _not_stated(graph: GovernanceGraph, constituency: str, silent: dict[str, list[Presence[Seat]]]) -> Hit:
    """One finding for all seats of a constituency of which the file leaves open who chooses, or who speaks for it."""
    bodies, seats = graph.in_order(silent), [seat for on_body in silent.values() for seat in on_body]
    lacks, message = [], NOTHING
    unappointed = [body for body in bodies if any(seat.part.appointed_by is None for seat in silent[body])]
    if unappointed:
        lacks.append(Aspect.APPOINTERS.of(graph, unappointed))
    if not _speakers(graph, constituency):
        lacks.append(Aspect.SPOKESBODY.of(graph, constituency))
        message = _absent_speakers(graph, constituency) & _appointers(graph, constituency, silent)
    return silence_hit(
        *lacks,
        bodies=bodies,
        constituency=constituency,
        message=message,
        witness=[seat.step for seat in seats[:LISTED]],
        witness_count=len(seats),
        at=seats[0].at,
    )


def _appointers(graph: GovernanceGraph, constituency: str, silent: dict[str, list[Presence[Seat]]]) -> Message:
    """Who appoints to the seats of people for whom no body is stated to speak; nothing where that is open too."""
    choosers: dict[str, list[str]] = {}
    for body, seats in silent.items():
        for chooser in {seat.part.appointed_by for seat in seats} - {None}:
            choosers.setdefault(str(chooser), []).append(body)
    return joined(
        say(
            "{chooser} [appoints|appoint] to the seats for {people} on {bodies}.",
            chooser=Bodies.of(graph, chooser),
            people=People.of(graph, constituency),
            bodies=Bodies.of(graph, graph.in_order(bodies)),
        )
        for chooser, bodies in choosers.items()
    )


def _absent_speakers(graph: GovernanceGraph, constituency: str) -> Message:
    """Why the bodies that are stated to speak for people are not there, a sentence for each reason."""
    stated = graph.in_order(graph.structure.constituencies[constituency].represented_by)
    by_reason = grouped((graph.exclusion_reason(body), body) for body in stated)
    return joined(
        say(
            f"{{speakers}} [{not_in_place(reason)}|{not_in_place(reason, singular=False)}].",
            speakers=Bodies.of(graph, bodies),
        )
        for reason, bodies in by_reason.items()
        if reason is not None
    )
