"""LAW102: overview and scrutiny committees on which a member of the executive sits."""

from collections.abc import Iterator
from datetime import date

from govgraph.engine import Options
from govgraph.findings import Hit
from govgraph.graph import GovernanceGraph
from govgraph.model import StatutoryForm
from govgraph.rules._bars import OFF_SCRUTINY
from govgraph.rules._councils import of_councils
from govgraph.rules._legislation import scrutiny_act
from govgraph.rules._statute import law_rule, of_form
from govgraph.rules._votes import barred_members

_FORM = StatutoryForm.OVERVIEW_AND_SCRUTINY_COMMITTEE
_AUTHORITY = scrutiny_act(
    "section 9FA(3)",
    checked=date(2026, 11, 29),
    leaves_open="Where the file names nobody, a councillor who sits there may be on the executive too. Wales has a "
    "law of its own, section 21(9) of the Act, which is not checked here.",
)


@law_rule(code="LAW102", name="executive-member-on-scrutiny", applies_to=of_form(_FORM), authority=_AUTHORITY)
def executive_member_on_scrutiny(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """A member of the executive sits on an overview and scrutiny committee.

    Why it matters:
        The committee asks the executive why it decided as it did. Nobody can ask themselves that, so the law keeps
        members of the executive off it.

    Flagged:
        structure: nation england
        committee: committee, statutory overview_and_scrutiny_committee, membership complete
        somebody -- sits_on[as councillor, chair] --> committee
        somebody -- sits_on[as executive_member] --> committee

    Clean:
        structure: nation england
        committee: committee, statutory overview_and_scrutiny_committee, membership complete
        somebody -- sits_on[as councillor, chair] --> committee
        somebody -- attends[as executive_member] --> committee

    How to fix:
        Ask the council to fill the seat with a councillor who is not on the executive. A member of the executive may
        come to answer questions without being a member.
    """
    yield from of_councils(graph, barred_members(graph, _FORM, OFF_SCRUTINY))
