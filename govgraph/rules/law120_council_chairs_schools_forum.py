"""LAW120: schools forums that a councillor or an officer of the council chairs."""

from collections.abc import Iterator, Sequence
from datetime import date

from govgraph.engine import Options
from govgraph.findings import Aspect, Bodies, Hit, Lack, say
from govgraph.graph import GovernanceGraph, Presence, filled_seats
from govgraph.model import OF_THE_AUTHORITY, Capacity, Seat, StatutoryForm
from govgraph.model.capacities import DIRECTORS_OF_THE_AUTHORITY
from govgraph.rules._capacities import capacity_parts, holders_text, unknown_capacities, who_may_be
from govgraph.rules._legislation import schools_forums_regulations
from govgraph.rules._phrases import silence_hit
from govgraph.rules._statute import chair_lacks, law_rule, of_form

_FORM = StatutoryForm.SCHOOLS_FORUM
_OF_THE_COUNCIL = OF_THE_AUTHORITY | DIRECTORS_OF_THE_AUTHORITY
# Schools, Academies and other bodies have officers of their own.
_PERHAPS = frozenset(
    {Capacity.OFFICER, Capacity.LOCAL_AUTHORITY, Capacity.CHIEF_EXECUTIVE, Capacity.CHIEF_FINANCE_OFFICER}
)
_AUTHORITY = schools_forums_regulations(
    "regulation 8(5) and (6)",
    checked=date(2026, 11, 29),
    leaves_open="A councillor of another authority may chair the forum; the file does not tell the two apart.",
)
_LAW = "By law, the chair of {body} may not be a councillor or an officer of the council."


@law_rule(code="LAW120", name="council-chairs-schools-forum", applies_to=of_form(_FORM), authority=_AUTHORITY)
def council_chairs_schools_forum(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """A councillor or an officer of the council chairs a schools forum.

    Why it matters:
        The forum says what schools and others think of how the council means to share out money. The chair sets the
        agenda. By law, the members elect a chair who does not belong to the council.

    Flagged:
        structure: nation england
        forum: board, statutory schools_forum
        somebody -- sits_on[as councillor, chair] --> forum
        somebody -- sits_on[as schools_member] --> forum

    Clean:
        structure: nation england
        forum: board, statutory schools_forum
        somebody -- sits_on[as schools_member, chair] --> forum
        somebody -- sits_on[as schools_member] --> forum

    How to fix:
        Record in which capacity the chair is a member (`as`). If it is a councillor or an officer of the council, ask
        the forum to elect another of its members.
    """
    unchaired = []
    for body in graph.of_form(_FORM):
        membership = graph.voice.membership(body)
        chairs = filled_seats(graph, membership.chairs)
        if chairs:
            yield from _hits(graph, body, chairs)
        elif not membership.chairs and chair_lacks(graph, membership):
            unchaired.append(body)
    if unchaired:
        yield silence_hit(Aspect.CHAIR.of(graph, unchaired), message=say(_LAW, body=Bodies.of(graph, unchaired)))


def _hits(graph: GovernanceGraph, body: str, chairs: Sequence[Presence[Seat]]) -> Iterator[Hit]:
    """One hit where somebody chairs the forum who belongs to the council, or may belong to it."""
    name = Bodies.of(graph, body)
    barred = [seat for seat in chairs if _OF_THE_COUNCIL & seat.part.capacities]
    if barred:
        fact = "The chair of {body} is there as {capacities}, but by law may not belong to the council."
        yield Hit(
            bodies=(body,),
            parts=capacity_parts(barred),
            message=say(fact, body=name, capacities=holders_text(barred, _OF_THE_COUNCIL)),
            witness=[seat.step for seat in barred],
            at=barred[0].at,
            fix=say("Ask {body} to elect a chair who is not a councillor or an officer of the council.", body=name),
        )
        return
    may_be = [seat for seat in chairs if _PERHAPS & seat.part.capacities or not seat.part.capacity_is_known]
    same = [seat for seat in chairs if seat.part.who in _names_in_the_council(graph)]
    lacks: list[Lack] = [Aspect.CAPACITIES.of(graph, body)] if may_be else []
    lacks += [Aspect.SAME_PERSON.of(graph, body)] if same else []
    if lacks:
        yield Hit(
            bodies=(body,),
            lacks=lacks,
            message=say(_LAW, body=name)
            & who_may_be(name, may_be, _PERHAPS, "a councillor or an officer of the council")
            & unknown_capacities(graph, body, chairs),
            witness=[seat.step for seat in (*may_be, *same)],
            at=chairs[0].at,
        )


def _names_in_the_council(graph: GovernanceGraph) -> set[str]:
    """The names of those who sit anywhere as a councillor or as a director of the council."""
    seats = (seat.part for body in graph.bodies for seat in graph.voice.membership(body).seats)
    return {seat.who for seat in seats if _OF_THE_COUNCIL & seat.capacities} - {""}
