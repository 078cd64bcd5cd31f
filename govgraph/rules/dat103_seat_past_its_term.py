"""DAT103: seats whose last day has passed, and that the file does not say have ended."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Bodies, Hit, Message, People, Severity, counted, say
from govgraph.findings.message import Part, joined
from govgraph.graph import ExclusionReason, GovernanceGraph, seat_count
from govgraph.language import LISTED, partial_date
from govgraph.rules._phrases import numbered
from govgraph.rules._terms_of_office import LapsedTerm, lapsed_terms


def _of_terms(graph: GovernanceGraph, options: Options) -> str | None:
    seats = (seat for body in graph.bodies for seat in graph.body(body).seats)
    if any(seat.until is not None and not seat.role.attends_only for seat in seats):
        return None
    return "No seat on a body in place has a last day."


@rule(code="DAT103", name="seat-past-its-term", severity=Severity.WARNING, applies_to=_of_terms)
def seat_past_its_term(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """The last day of a seat has passed, the file still lists it, and no seat that began then took its place.

    Why it matters:
        Perhaps the seat is gone, and people have lost a voice without anybody noticing. Perhaps its holder sits on
        without a term, and what they vote on may be challenged. Or the file is out of date, and so is all it shows.

    Flagged:
        structure: as_of 2022-07-01
        board: board
        forum -- sits_on[parent-carers, until 2022-06-30] --> board

    Clean:
        structure: as_of 2022-07-01
        board: board
        forum -- sits_on[parent-carers, until 2022-06-30] --> board
        forum -- sits_on[parent-carers, from 2022-07-01] --> board

    How to fix:
        Ask the body whether the seat was renewed. If it was, record a later `until`, or the new term as a seat of its
        own, with its first day. If it was given up, record its status as ended beside its last day, and ask who speaks
        for those people now.
    """
    for body in graph.bodies:
        lapsed = lapsed_terms(graph, body)
        if lapsed:
            yield _hit(graph, body, lapsed)


def _hit(graph: GovernanceGraph, body: str, lapsed: list[LapsedTerm]) -> Hit:
    name, seats = Bodies.of(graph, body), counted(seat_count(term.seat for term in lapsed), "seat")
    message = say("{body} [has|have] {seats} past [seats:its|their] last day.", body=name, seats=seats)
    return Hit(
        bodies=(body,),
        parts=numbered(f"the seat until {term.seat.part.until}" for term in lapsed),
        message=joined([message, *(_term_text(graph, term) for term in lapsed[:LISTED])]),
        witness=[term.seat.step for term in lapsed],
        at=lapsed[0].seat.at,
        fix=_fix(name, seats.number, all(seat.is_to_come for seat in lapsed)),
    )


def _fix(body: Bodies, count: int, is_to_come: bool) -> Message:
    seats = counted(count, "seat")
    if is_to_come:
        ask = "Ask {body} who sits there until the new [seats:term begins|terms begin], and record it."
        ended = "If nobody does, record that [seats:the seat has|the seats have] ended."
        return say(ask, body=body, seats=seats) & say(ended, seats=seats)
    ask = "Ask {body} whether [seats:the seat was|these seats were] renewed."
    new = "If so, record the new [seats:term, with its first day|terms, with their first days]."
    ended = "If not, record that [seats:the seat has|the seats have] ended, and ask who is heard instead."
    return say(ask, body=body, seats=seats) & say(new, seats=seats) & say(ended, seats=seats)


_NEW_TERM: dict[ExclusionReason | None, str] = {
    ExclusionReason.PROPOSED: "and a new term is only proposed",
    ExclusionReason.AGREED: "and a new term is agreed but not yet in place",
}


def _term_text(graph: GovernanceGraph, lapsed: LapsedTerm) -> Message:
    """Whose seat it was, until when, and what the file says of a new term; people are not named."""
    seat, parts = lapsed.seat.part, dict[str, Part]()
    if seat.holder is not None:
        parts["holder"] = Bodies.of(graph, seat.holder)
    if seat.on_behalf_of is not None:
        parts["people"] = People.of(graph, seat.on_behalf_of)
    whose = f"{' of {holder}' if 'holder' in parts else ''}{' for {people}' if 'people' in parts else ''}"
    until, new = partial_date(seat.until or ""), _new_term(lapsed)
    return say(f"{'The' if whose else 'One'} seat{whose} ran until {until}, {new}.", **parts)


def _new_term(lapsed: LapsedTerm) -> str:
    if lapsed.new is None or lapsed.new.from_ is None:
        return "and the file shows no new term"
    begins = partial_date(lapsed.new.from_)
    if not lapsed.is_to_come:
        return f"and a term from {begins} may have begun before that"
    return _NEW_TERM.get(lapsed.why, f"and a new term begins later ({begins})")
