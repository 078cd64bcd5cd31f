"""LAW113: schools forums on which the executive or the director of children's services sits."""

from collections.abc import Iterator
from datetime import date

from govgraph.engine import Options
from govgraph.findings import Hit
from govgraph.graph import GovernanceGraph
from govgraph.model import StatutoryForm
from govgraph.rules._bars import OFF_SCHOOLS_FORUMS
from govgraph.rules._legislation import schools_forums_regulations
from govgraph.rules._statute import law_rule, of_form
from govgraph.rules._votes import barred_members

_FORM = StatutoryForm.SCHOOLS_FORUM
_AUTHORITY = schools_forums_regulations(
    "regulation 7(4) and (6)",
    from_=date(2014, 1, 1),
    checked=date(2026, 11, 29),
    leaves_open="Schools members and Academies members are not checked: the bar is only for others. Paragraph (6) says "
    "by their work which other officers of the authority are relevant ones.",
)


@law_rule(code="LAW113", name="officer-on-schools-forum", applies_to=of_form(_FORM), authority=_AUTHORITY)
def officer_on_schools_forum(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """A member of the executive, or the director of children's services, sits on a schools forum.

    Why it matters:
        On the forum, schools and others say what they think of how the authority means to share out money. Those who
        share it out do not sit among them.

    Flagged:
        structure: nation england
        forum: board, statutory schools_forum, membership complete
        somebody -- sits_on[as schools_member, chair] --> forum
        somebody -- sits_on[as director_of_childrens_services] --> forum

    Clean:
        structure: nation england
        forum: board, statutory schools_forum, membership complete
        somebody -- sits_on[as schools_member, chair] --> forum
        somebody -- attends[as director_of_childrens_services] --> forum

    How to fix:
        Ask the council to fill the seat with somebody else, or to take it away. People of the authority who are needed
        there may be able to attend without being members.
    """
    yield from barred_members(graph, _FORM, OFF_SCHOOLS_FORUMS)
