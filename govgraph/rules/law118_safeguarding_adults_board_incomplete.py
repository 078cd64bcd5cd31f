"""LAW118: Safeguarding Adults Boards without a member whom the law asks for."""

from collections.abc import Iterator
from datetime import date

from govgraph.engine import Options
from govgraph.findings import Hit
from govgraph.graph import GovernanceGraph
from govgraph.model import Capacity, StatutoryForm
from govgraph.rules._legislation import english_law
from govgraph.rules._partners import partners_with
from govgraph.rules._statute import MissingMembers, chair_lacks, law_rule, of_form

_FORM = StatutoryForm.SAFEGUARDING_ADULTS_BOARD
_AUTHORITY = english_law(
    "Care Act 2014",
    "Schedule 2, paragraph 1",
    "ukpga/2014/23/schedule/2",
    from_=date(2015, 4, 1),
    checked=date(2026, 11, 29),
    leaves_open="One person may represent several Integrated Care Boards, or several police forces. How many "
    "there are depends on the area.",
)


@law_rule(code="LAW118", name="safeguarding-adults-board-incomplete", applies_to=of_form(_FORM), authority=_AUTHORITY)
def safeguarding_adults_board_incomplete(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """A Safeguarding Adults Board lacks the council, the commissioning health service, the police or a chair.

    Why it matters:
        The board protects adults who need care from abuse and neglect. By law, these three are its members, and the
        council appoints somebody to chair it. Where one of them is not there, the others decide without what it knows.

    Flagged:
        structure: as_of 2023-09-01, nation england
        board: board, statutory safeguarding_adults_board, membership complete
        somebody -- sits_on[as independent_person, chair] --> board
        somebody -- sits_on[as local_authority] --> board
        somebody -- sits_on[as integrated_care_board] --> board
        somebody -- sits_on[as voluntary_sector] --> board

    Clean:
        structure: as_of 2023-09-01, nation england
        board: board, statutory safeguarding_adults_board, membership complete
        somebody -- sits_on[as independent_person, chair] --> board
        somebody -- sits_on[as local_authority] --> board
        somebody -- sits_on[as integrated_care_board] --> board
        somebody -- sits_on[as chief_officer_of_police] --> board

    How to fix:
        Record for whom each member is there (`as`), and who chairs the board (`role`). If one of the members is
        missing, ask the council to bring it in. If there is no chair, ask the council whom it will appoint.
    """
    partners = partners_with(Capacity.DIRECTOR_OF_ADULT_SERVICES, graph.as_of)
    for body in graph.of_form(_FORM):
        membership = graph.voice.membership(body)
        missing = MissingMembers(graph, membership)
        missing.add_required(each.as_member for each in partners if not each.is_on(graph, membership.seats))
        if not membership.chairs:
            missing.add("a chair", chair_lacks(graph, membership))
        yield from missing.hits("Ask the council to see that {body} [has|have] {members}.")
