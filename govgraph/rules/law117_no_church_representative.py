"""LAW117: scrutiny committees on education that may lack a church representative."""

from collections.abc import Iterator, Sequence
from datetime import date

from govgraph.engine import Options
from govgraph.findings import Aspect, Bodies, Hit, say
from govgraph.graph import GovernanceGraph, Membership, seat_count
from govgraph.language import listed
from govgraph.model import Capacity, Church, Matter, StatutoryForm
from govgraph.rules._legislation import english_law
from govgraph.rules._phrases import silence_hit
from govgraph.rules._statute import law_rule, membership_evidence, of_form

_FORM = StatutoryForm.OVERVIEW_AND_SCRUTINY_COMMITTEE
_BOTH_CHURCHES = 2
_AUTHORITY = english_law(
    "Local Government Act 2000",
    "Schedule A1, paragraphs 6 and 7",
    "ukpga/2000/22/schedule/A1",
    from_=date(2012, 5, 4),
    checked=date(2026, 11, 29),
    leaves_open="The file does not say which church a representative comes from. Where it does not say of which "
    "churches the council maintains schools, a committee without such members is a question. A council with the "
    "committee system has such members too (S.I. 2012/1020, regulation 13). Other faiths have one only where the "
    "Secretary of State directs it.",
)


def _of_education(graph: GovernanceGraph, options: Options) -> str | None:
    reason = "No overview and scrutiny committee in place is listed as one that deals with education."
    return of_form(_FORM)(graph, options) or (None if _on_education(graph) else reason)


def _on_education(graph: GovernanceGraph) -> list[str]:
    return [body for body in graph.of_form(_FORM) if Matter.EDUCATION in graph.body(body).covers]


_LAW = say(
    "On scrutiny committees for education, the law asks for a representative of each church whose schools the council "
    "maintains."
)


@law_rule(code="LAW117", name="no-church-representative", applies_to=_of_education, authority=_AUTHORITY)
def no_church_representative(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """A scrutiny committee on education has no seat for each of two church representatives.

    Why it matters:
        Where a council maintains church schools, those churches send somebody to the committee that scrutinises
        education. Their representatives vote there on education.

    Flagged:
        structure: nation england
        committee: committee, statutory overview_and_scrutiny_committee, covers education, membership complete
        somebody -- sits_on[as councillor, chair, voting] --> committee
        somebody -- sits_on[as church_representative, voting] --> committee

    Clean:
        structure: nation england
        committee: committee, statutory overview_and_scrutiny_committee, covers education, membership complete
        somebody -- sits_on[as councillor, chair, voting] --> committee
        somebody -- sits_on[as church_representative, voting] --> committee
        somebody -- sits_on[as church_representative, vacant] --> committee

    How to fix:
        Record which seats church representatives hold (`as`). If the council maintains Church of England schools or
        Roman Catholic schools, ask it for a seat for each of the two. Record of which churches it maintains schools
        (`church_schools`).
    """
    known = graph.structure.church_schools
    churches = [church for church in known if church is not Church.NEITHER]
    needed = len(churches) if known else _BOTH_CHURCHES
    lacking, unlisted, unclear = [], [], []
    for body in _on_education(graph):
        membership = graph.voice.membership(body)
        if seat_count(membership.holding(Capacity.CHURCH_REPRESENTATIVE)) < needed:
            if churches and membership.has_all_capacities:
                yield _without(graph, membership, churches)
                continue
            lacking.append(body)
            unlisted += [] if membership.complete else [body]
            unclear += [body] if membership.open else []
    if lacking:
        is_open = {Aspect.CHURCH_SCHOOLS: [] if known else lacking, Aspect.MEMBERS: unlisted}
        is_open[Aspect.CAPACITIES] = unclear
        yield silence_hit(
            *(aspect.of(graph, bodies) for aspect, bodies in is_open.items() if bodies),
            message=say("{body} [deals|deal] with education.", body=Bodies.of(graph, lacking)) & _LAW,
        )


def _without(graph: GovernanceGraph, membership: Membership, churches: Sequence[Church]) -> Hit:
    """The finding where the council maintains church schools, and all seats are listed."""
    name, schools = Bodies.of(graph, membership.body), listed([church.words for church in churches])
    place = "each of the two churches" if len(churches) > 1 else "the church"
    return Hit(
        bodies=(membership.body,),
        message=say("{body} [deals|deal] with education.", body=name)
        & say(
            f"The council maintains {{schools}} schools, but {{body}} [has|have] no seat for {place}.",
            schools=schools,
            body=name,
        )
        & _LAW,
        witness=membership_evidence(graph, membership),
        fix=say(f"Ask the council for a seat on {{body}} for {place}.", body=name),
    )
