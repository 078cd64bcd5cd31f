"""LAW119: schools forums on which schools and Academies have too few members."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from govgraph.engine import Options
from govgraph.findings import Aspect, Hit, Lack, Message, counted, say
from govgraph.findings.message import NOTHING
from govgraph.graph import GovernanceGraph, Membership, Presence, seat_count, seat_count_is_known
from govgraph.model import Capacity, Seat, StatutoryForm
from govgraph.rules._legislation import schools_forums_regulations
from govgraph.rules._statute import (
    MissingMembers,
    law_rule,
    of_form,
    open_lacks,
    required_member,
    states_count,
)

_FORM = StatutoryForm.SCHOOLS_FORUM
_LEAST = Fraction(2, 3)
_OF_SCHOOLS = frozenset({Capacity.SCHOOLS_MEMBER, Capacity.ACADEMIES_MEMBER})
# A governor may sit there for the governing bodies of schools, or for an Academy.
_PERHAPS = frozenset({Capacity.PARENT_GOVERNOR})
_ACADEMIES = required_member(Capacity.ACADEMIES_MEMBER, perhaps=_PERHAPS)
_TWO_THIRDS = "two thirds of its seats for schools and Academies"
_AUTHORITY = schools_forums_regulations(
    "regulation 4(2) and (4)",
    checked=date(2026, 11, 29),
    leaves_open="The regulation does not say whether vacant places count for the two thirds. Where it depends on them, "
    "that is a question and no breach.",
)


@law_rule(code="LAW119", name="schools-forum-out-of-balance", applies_to=of_form(_FORM), authority=_AUTHORITY)
def schools_forum_out_of_balance(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """Schools and Academies have fewer than two thirds of the seats on a schools forum, or Academies have none.

    Why it matters:
        The forum speaks on money for schools, and decides on some of it. The law gives schools and Academies two
        thirds of its places, so that those who live on this money are not outvoted.

    Flagged:
        structure: nation england
        forum: board, statutory schools_forum, membership complete
        somebody -- sits_on[as schools_member] --> forum
        somebody -- sits_on[as academies_member] --> forum
        somebody -- sits_on[as early_years_provider] --> forum
        somebody -- sits_on[as post_16_provider] --> forum

    Clean:
        structure: nation england
        forum: board, statutory schools_forum, membership complete
        somebody -- sits_on[as schools_member] --> forum
        somebody -- sits_on[as academies_member] --> forum
        somebody -- sits_on[as early_years_provider] --> forum
        somebody -- sits_on[as schools_member] --> forum

    How to fix:
        Record whom each member represents (`as`), and how many seats each entry stands for (`count`). If schools and
        Academies have too few, ask the council to change the size of the forum or to hold elections.
    """
    for body in graph.of_form(_FORM):
        membership = graph.voice.membership(body)
        missing, also = MissingMembers(graph, membership), NOTHING
        missing.add_required([_ACADEMIES])
        lacks = _share_lacks(graph, membership)
        if lacks is not None:
            missing.add(_TWO_THIRDS, lacks, _PERHAPS)
            also = NOTHING if lacks else _counted(membership.seats)
        yield from missing.hits("Ask the council to see that {body} [has|have] {members}.", also=also)


def _share_lacks(graph: GovernanceGraph, membership: Membership) -> list[Lack] | None:
    """What the file would have to say to show that schools have too few seats; None where they have enough."""
    may_be = [seat for seat in membership.seats if _may_be_of_schools(seat)]
    ways = (membership.seats, membership.filled)  # with vacant places and without them
    is_counted = states_count(graph, membership)
    if is_counted and all(_reaches(seats) for seats in ways):
        return None
    if is_counted and not any(_reaches(seats, may_be) for seats in ways):
        return []
    lacks = open_lacks(graph, membership, may_be)
    if membership.complete and not is_counted:
        known = seat_count_is_known(membership.seats)
        lacks.append((Aspect.MEMBERS if known else Aspect.SEAT_NUMBERS).of(graph, membership.body))
    return lacks or [Aspect.VACANT_PLACES.of(graph, membership.body)]


def _may_be_of_schools(seat: Presence[Seat]) -> bool:
    capacities = seat.part.capacities
    return not capacities & _OF_SCHOOLS and (bool(capacities & _PERHAPS) or not seat.part.capacity_is_known)


def _reaches(seats: Sequence[Presence[Seat]], may_be: Sequence[Presence[Seat]] = ()) -> bool:
    """Whether schools and Academies have two thirds of these seats, with those that may be theirs."""
    theirs = [seat for seat in seats if _OF_SCHOOLS & seat.part.capacities or seat in may_be]
    return seat_count(theirs) >= _LEAST * seat_count(seats)


def _counted(seats: Sequence[Presence[Seat]]) -> Message:
    theirs = [seat for seat in seats if _OF_SCHOOLS & seat.part.capacities]
    fact = "Schools members and Academies members have {theirs} of {seats}."
    return say(fact, theirs=seat_count(theirs), seats=counted(seat_count(seats), "seat"))
