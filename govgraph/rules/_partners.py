"""The partners who by law answer together for keeping people safe: the council, the health service and the police."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from govgraph.graph import GovernanceGraph, Presence
from govgraph.graph.kernels import walk
from govgraph.model import OF_THE_AUTHORITY, Capacity, Seat, StatutoryForm
from govgraph.model.capacities import DIRECTORS_OF_THE_AUTHORITY
from govgraph.rules._statute import CCGS_END, RequiredMember, required_member

COUNCIL_AND_COMMITTEES = frozenset(
    {
        StatutoryForm.FULL_COUNCIL,
        StatutoryForm.CABINET,
        StatutoryForm.COUNCIL_COMMITTEE,
        StatutoryForm.ADVISORY_COMMITTEE,
        StatutoryForm.AUDIT_COMMITTEE,
        StatutoryForm.OVERVIEW_AND_SCRUTINY_COMMITTEE,
    }
)
"""What is a council, or a committee of one."""
_FORMS = COUNCIL_AND_COMMITTEES | {
    StatutoryForm.HEALTH_AND_WELLBEING_BOARD,
    StatutoryForm.INTEGRATED_CARE_BOARD,
    StatutoryForm.INTEGRATED_CARE_PARTNERSHIP,
    StatutoryForm.CCG_GOVERNING_BODY,
}
"""What is a council or a commissioner of health care, or a committee of one or of both."""
_MAY_SPEAK_FOR_THE_COUNCIL = (
    OF_THE_AUTHORITY | DIRECTORS_OF_THE_AUTHORITY | {Capacity.CHIEF_EXECUTIVE, Capacity.OFFICER}
)
"""They work for the council or sit on it, but may be there for themselves."""
_MAY_SPEAK_FOR_HEALTH = frozenset(
    {Capacity.CHIEF_EXECUTIVE, Capacity.ACCOUNTABLE_OFFICER, Capacity.REGISTERED_NURSE, Capacity.SEND_LEAD}
)


class Partner(NamedTuple):
    """One of the partners of an area."""

    words: str
    """With its article: `the police`."""
    capacities: frozenset[Capacity]
    """The capacities of who is there for it."""
    forms: frozenset[StatutoryForm] = frozenset()
    """The forms of the bodies that are it, or a committee of it."""
    perhaps: frozenset[Capacity] = frozenset()
    """The capacities of who may be."""

    def is_on(self, graph: GovernanceGraph, seats: Iterable[Presence[Seat]]) -> bool:
        """Whether one of these seats is held for it, or by a body of its form that names no capacity."""
        return any(
            self.capacities & seat.part.capacities
            or (not seat.part.as_ and seat.part.holder and graph.body(seat.part.holder).statutory in self.forms)
            for seat in seats
        )

    @property
    def as_member(self) -> RequiredMember:
        """A representative of it, where the law asks for one."""
        return required_member(*self.capacities, words=f"a representative of {self.words}", perhaps=self.perhaps)


def partners_with(director: Capacity, when: date) -> tuple[Partner, Partner, Partner]:
    """The council, the commissioner of health care on a day, and the police; `director` speaks for the council."""
    for_council = frozenset({Capacity.LOCAL_AUTHORITY, director})
    commissioner, form = Capacity.INTEGRATED_CARE_BOARD, StatutoryForm.INTEGRATED_CARE_BOARD
    if when <= CCGS_END:
        commissioner, form = Capacity.CLINICAL_COMMISSIONING_GROUP, StatutoryForm.CCG_GOVERNING_BODY
    health = frozenset({commissioner})
    return (
        Partner("the council", for_council, COUNCIL_AND_COMMITTEES, _MAY_SPEAK_FOR_THE_COUNCIL - for_council),
        Partner(f"the {commissioner.words}", health, frozenset({form}), _MAY_SPEAK_FOR_HEALTH),
        Partner("the police", frozenset({Capacity.CHIEF_OFFICER_OF_POLICE})),
    )


def belongs_to_a_partner(graph: GovernanceGraph, body: str, partners: Iterable[str]) -> bool:
    """Whether a body is one of the partners or part of one; `partners`: the bodies that are stated to be one."""
    known = {*partners}
    return any(
        each in known or any(graph.body(part).statutory in _FORMS for part in (each, *graph.parts_of(each)))
        for each in walk([body], graph.wholes_of)
    )
