"""LAW105: committees of a council on which somebody votes who is not a councillor."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain

from govgraph.engine import Options
from govgraph.findings import Authority, Basis, Bodies, Hit, Message, Seen, say
from govgraph.graph import GovernanceGraph
from govgraph.model import Nation, StatutoryForm
from govgraph.rules._legislation import ENGLAND_AND_WALES
from govgraph.rules._statute import law_rule, of_form
from govgraph.rules._votes import votes_hits, votes_on

_FORMS = (StatutoryForm.COUNCIL_COMMITTEE, StatutoryForm.AUDIT_COMMITTEE)
_AUTHORITY = Authority(
    title="Local Government and Housing Act 1989",
    section="section 13",
    address="https://www.legislation.gov.uk/ukpga/1989/42/section/13",
    basis=Basis.LAW,
    territory=ENGLAND_AND_WALES,
    checked=date(2026, 11, 29),
    seen=Seen.SOURCE,
    leaves_open="No file can say whether an exemption lets a member vote who is not a councillor, so this is always "
    "a question. Exempt are pension committees, advisory committees, admission appeal panels, inshore fisheries "
    "committees, some members for education, and the police and crime commissioner on a fire committee (subsections "
    "(4), (5) and (5ZA)). Regulations exempt others, such as Health and Wellbeing Boards (S.I. 2013/218, regulation "
    "6); they and bodies of other forms are not checked here. Scrutiny has a rule of its own, and Scotland section 14. "
    "Audit committees in Wales are not checked either: they rest on the Local Government (Wales) Measure 2011, section "
    "81.",
)
_EXEMPT = say(
    "The law exempts committees for pensions, advice, admission appeals and fisheries, and some members for education. "
    "In England, it exempts police and crime commissioners on fire committees."
)
_FIX = say("Ask the council's monitoring officer which exemption gives the vote.") & say(
    "If there is none, ask the council to take the vote away."
)


def _law(graph: GovernanceGraph, bodies: Sequence[str]) -> Message:
    body = Bodies.of(graph, bodies)
    return say("Unless an exemption says otherwise, only councillors may vote on {body}.", body=body)


def _committees(graph: GovernanceGraph) -> tuple[str, ...]:
    """The committees that a council appoints under its general power; in Wales, a duty of its own asks for audit."""
    found = chain.from_iterable(map(graph.of_form, _FORMS))
    return graph.in_order(body for body in found if not _is_welsh_audit(graph, body))


def _is_welsh_audit(graph: GovernanceGraph, body: str) -> bool:
    return graph.body(body).statutory is StatutoryForm.AUDIT_COMMITTEE and graph.nation_of(body) is Nation.WALES


def _of_committees(graph: GovernanceGraph, options: Options) -> str | None:
    reason = "Audit committees in Wales rest on a law of their own, which is not checked."
    return of_form(*_FORMS)(graph, options) or (None if _committees(graph) else reason)


@law_rule(code="LAW105", name="vote-of-non-councillor", applies_to=_of_committees, authority=_AUTHORITY)
def vote_of_non_councillor(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """Somebody who is not a councillor votes on a committee of the council, and the file gives no reason.

    Why it matters:
        By law a member of a council's committee who is not a councillor does not vote, unless an exemption says so. A
        vote that should not have been cast puts what was decided in doubt. People who ask for a seat should know this.

    Flagged:
        structure: nation england
        committee: committee, statutory council_committee, membership complete
        somebody -- sits_on[as councillor, chair, voting] --> committee
        somebody -- sits_on[as parent_carer, voting] --> committee

    Clean:
        structure: nation england
        committee: committee, statutory council_committee, membership complete
        somebody -- sits_on[as councillor, chair, voting] --> committee
        somebody -- sits_on[as parent_carer, non-voting] --> committee

    How to fix:
        Ask the council under which exemption the vote is held. If there is one, waive the finding for those who have
        the vote (`about`), and give it as the reason; if not, ask the council to take the vote away. People can be
        heard without a vote: as co-opted members, or by attending, seeing the papers and speaking.
    """
    yield from votes_hits(graph, _committees(graph), votes_on, _law, _FIX, _EXEMPT)
