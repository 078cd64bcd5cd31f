"""What the rules from law share: bodies of a statutory form, and the members whom the law asks for."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from govgraph.findings import Certainty, Hit, Step
from govgraph.graph import GovernanceGraph, Membership, Presence
from govgraph.model import Capacity, Seat, Statement, StatutoryForm
from govgraph.rules._words import listed, numbered

CCGS_END = date(2022, 6, 30)
"""The last day of Clinical Commissioning Groups: S.I. 2022/634, in force from 1 July 2022."""


NO_FORM = "No body in force states its statutory form (statutory), so what the law asks of such bodies was not asked."
"""One reason for all these rules, where there is nothing to say of each."""


class Needed(NamedTuple):
    """Members of whom the law asks for one at least, held in any of these capacities."""

    capacities: frozenset[Capacity]
    words: str
    """With its article: `a director of public health`."""
    from_: date = date.min
    until: date = date.max
    perhaps: frozenset[Capacity] = frozenset()
    """Capacities whose holders may be such a member too: where one is there, it is not stated that none is."""


def needed(
    *capacities: Capacity,
    words: str = "",
    from_: date = date.min,
    until: date = date.max,
    perhaps: Iterable[Capacity] = (),
) -> Needed:
    """One member in one of these capacities; `words` where the first of them does not say it."""
    return Needed(frozenset(capacities), words or with_article(capacities[0].words), from_, until, frozenset(perhaps))


def with_article(words: str) -> str:
    """`an accountable officer`, `a registered nurse`."""
    return f"{'an' if words[0].casefold() in 'aeiou' else 'a'} {words}"


def of_form(*forms: StatutoryForm) -> Callable[[Any, Any], str | None]:
    """For rules on bodies of one of these statutory forms."""

    def asks(graph: GovernanceGraph, _: Any) -> str | None:
        if any(graph.of_form(form) for form in forms):
            return None
        if not any(graph.body(body).statutory for body in graph.bodies):
            return NO_FORM
        which = listed([with_article(form.words) for form in forms], last="or")
        return f"No body in force is stated to be {which} (statutory)."

    return asks


def core_members(graph: GovernanceGraph, form: StatutoryForm, asked_for: Sequence[Needed]) -> Iterator[Hit]:
    """A hit for each body of the form that lacks members whom the law asks for on the day that is looked at."""
    for body in graph.of_form(form):
        membership = graph.voice.membership(body)
        yield from lacks(graph, membership, *missing(graph, membership, asked_for))


def missing(graph: GovernanceGraph, membership: Membership, asked_for: Sequence[Needed]) -> tuple[list[str], list[str]]:
    """Whom a body lacks of those asked for on the day, each with its article: stated, and not stated."""
    stated: list[str] = []
    silent: list[str] = []
    for one in asked_for:
        if one.from_ <= graph.as_of <= one.until and not membership.holding(*one.capacities):
            is_fact = membership.is_all_told and not membership.holding(*one.perhaps)
            (stated if is_fact else silent).append(one.words)
    return stated, silent


def lacks(
    graph: GovernanceGraph,
    membership: Membership,
    stated: Sequence[str],
    silent: Sequence[str] = (),
    among: str = " among its members",
) -> Iterator[Hit]:
    """That a body lacks members, each given with its article; or, where that is not stated, that it may.

    There is one hit for a body; it is stated as soon as one lack is. `among` is left empty where numbers are asked for.
    """
    name, open_words = graph.name(membership.body), listed(silent, last="or")
    if stated:
        message = f"{name} does not have {listed(stated, last='or')}{among}, as the law asks."
        if silent:
            message += f" Whether it has {open_words} is not stated{open_because(membership)}."
        yield Hit(
            bodies=(membership.body,),
            parts=tuple(stated),
            message=message,
            witness=all_told(graph, membership),
            fix=f"Have {listed(stated)} appointed to {name}. If somebody on it is that already, state it (as).",
        )
    elif silent:
        yield Hit(
            bodies=(membership.body,),
            parts=tuple(silent),
            certainty=Certainty.NOT_STATED,
            message=f"Whether {name} has {open_words}{among}, as the law asks, is not stated"
            f"{open_because(membership)}.",
            witness=[seat.step for seat in membership.seats],
            fix=f"Find out who sits on {name}, and in which capacity, and state it (as, membership). If it lacks "
            f"{open_words}, have that put right by whoever appoints its members.",
        )


def count_is_told(graph: GovernanceGraph, membership: Membership) -> bool:
    """Whether the number of members is a fact of the file: all seats are listed, and no holder stands for several."""
    holders = [seat.part.holder for seat in membership.seats if seat.part.holder is not None]
    return membership.complete and not any(graph.body(holder).several for holder in holders)


def capacities_of(seats: Sequence[Presence[Seat]], wanted: Iterable[Capacity] = Capacity) -> str:
    """The capacities in which seats are held, in words, each once: `executive leader and executive member`."""
    held = {one for seat in seats for one in seat.part.capacities}
    return listed([one.words for one in Capacity if one in held and one in set(wanted)])


def open_because(membership: Membership) -> str:
    """Why a capacity that no seat states may be there all the same."""
    reasons = [] if membership.complete else ["the list of its seats is not stated to be complete"]
    if membership.open:
        many = len(membership.open)
        what = "1 of its seats does" if many == 1 else f"{many} of its seats do"
        reasons.append(f"{what} not say in which capacity it is held, or says it in other words")
    return f": {listed(reasons)}" if reasons else ""


def held_as(seats: Iterable[Presence[Statement]]) -> tuple[str, ...]:
    """In which capacity each of some seats is held, in words; of several alike each with its number."""
    held = (seat.part.capacities if isinstance(seat.part, Seat) else frozenset[Capacity]() for seat in seats)
    words = (" and ".join(one.words for one in Capacity if one in capacities) for capacities in held)
    return numbered(told or "in a capacity that is not stated" for told in words)


def all_told(graph: GovernanceGraph, membership: Membership) -> list[Step]:
    """Who sits on the body, and that these are all."""
    body = membership.body
    whole = Step(None, "all_seats_listed", body, graph.status(body), graph.source_of(body))
    return [*(seat.step for seat in membership.seats), whole]
