"""LAW101: Health and Wellbeing Boards without a member whom the law asks for."""

from collections.abc import Iterator
from datetime import date

from govgraph.engine import Options
from govgraph.findings import Hit
from govgraph.graph import GovernanceGraph
from govgraph.model import OF_THE_AUTHORITY, Capacity, StatutoryForm
from govgraph.rules._legislation import english_law
from govgraph.rules._statute import (
    HEALTH_POSTS,
    health_commissioners,
    incomplete_bodies,
    law_rule,
    of_form,
    required_member,
)

_FORM = StatutoryForm.HEALTH_AND_WELLBEING_BOARD
# Somebody stated in wider words may be one of these: then it is no fact that the member is missing.
_OF_THE_COUNCIL = (Capacity.OFFICER, Capacity.LOCAL_AUTHORITY)
_OF_THE_NHS = (*HEALTH_POSTS, Capacity.LAY_MEMBER, Capacity.PRIMARY_CARE, Capacity.SEND_LEAD)
_CORE = (
    required_member(
        Capacity.COUNCILLOR,
        *OF_THE_AUTHORITY,
        words="a councillor of the authority (or its mayor or leader)",
        perhaps=[Capacity.LOCAL_AUTHORITY],
    ),
    required_member(Capacity.DIRECTOR_OF_ADULT_SERVICES, perhaps=_OF_THE_COUNCIL),
    required_member(Capacity.DIRECTOR_OF_CHILDRENS_SERVICES, perhaps=_OF_THE_COUNCIL),
    required_member(Capacity.DIRECTOR_OF_PUBLIC_HEALTH, perhaps=_OF_THE_COUNCIL),
    required_member(
        Capacity.LOCAL_HEALTHWATCH, words="a representative of Local Healthwatch", perhaps=[Capacity.VOLUNTARY_SECTOR]
    ),
    *health_commissioners(perhaps=_OF_THE_NHS),
)
_AUTHORITY = english_law(
    "Health and Social Care Act 2012",
    "section 194(2) and (4) to (6)",
    "ukpga/2012/7/section/194",
    from_=date(2013, 4, 1),
    checked=date(2026, 11, 29),
    leaves_open="Each relevant Integrated Care Board must be represented; how many there are depends on the area. One "
    "person may be there in two capacities.",
)


@law_rule(code="LAW101", name="wellbeing-board-incomplete", applies_to=of_form(_FORM), authority=_AUTHORITY)
def wellbeing_board_incomplete(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """A Health and Wellbeing Board lacks a member whom the law asks for.

    Why it matters:
        The law says who must be on the board: a councillor, three directors of the council, Local Healthwatch, and
        the health service that commissions. Where one of them is missing, a part of health and care has no voice
        where it is planned together.

    Flagged:
        structure: nation england
        board: board, statutory health_and_wellbeing_board, membership complete
        somebody -- sits_on[as councillor] --> board
        somebody -- sits_on[as director_of_adult_services] --> board
        somebody -- sits_on[as director_of_childrens_services] --> board
        somebody -- sits_on[as local_healthwatch] --> board
        somebody -- sits_on[as clinical_commissioning_group, as integrated_care_board] --> board

    Clean:
        structure: nation england
        board: board, statutory health_and_wellbeing_board, membership complete
        somebody -- sits_on[as councillor] --> board
        somebody -- sits_on[as director_of_adult_services] --> board
        somebody -- sits_on[as director_of_childrens_services] --> board
        somebody -- sits_on[as director_of_public_health] --> board
        somebody -- sits_on[as local_healthwatch] --> board
        somebody -- sits_on[as clinical_commissioning_group, as integrated_care_board] --> board

    How to fix:
        Ask the council to bring in the missing members. It nominates councillors; Local Healthwatch and the
        Integrated Care Board each appoint their own. The board or the council may add others, parent carers too.
    """
    yield from incomplete_bodies(graph, _FORM, _CORE, "Ask the council to bring {members} onto {body}.")
