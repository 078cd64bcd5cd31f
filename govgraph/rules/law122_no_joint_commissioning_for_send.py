"""LAW122: SEND governance that does not show where council and health service commission together."""

from collections.abc import Iterator
from datetime import date

from govgraph.engine import Options
from govgraph.findings import Aspect, Bodies, Hit, say
from govgraph.graph import GovernanceGraph
from govgraph.model import Activity, Capacity, StatutoryForm
from govgraph.rules._legislation import english_law
from govgraph.rules._partners import COUNCIL_AND_COMMITTEES, partners_with
from govgraph.rules._send import no_send_bodies, send_bodies
from govgraph.rules._statute import law_rule

_COMMISSIONERS = (StatutoryForm.INTEGRATED_CARE_BOARD, StatutoryForm.CCG_GOVERNING_BODY)
_AUTHORITY = english_law(
    "Children and Families Act 2014",
    "section 26",
    "ukpga/2014/6/section/26",
    from_=date(2014, 9, 1),
    checked=date(2026, 11, 29),
    leaves_open="The law asks for arrangements, and names no body that makes them. Which bodies deal with SEND is "
    "taken from their names and purposes, so this is always a question.",
)
_LAW = "By law, the council and {commissioners} must make joint arrangements to commission services for SEND."


def _commissioners(graph: GovernanceGraph) -> tuple[str, ...]:
    """The commissioners of health care that are stated to commission."""
    found = [body for form in _COMMISSIONERS for body in graph.of_form(form)]
    return graph.in_order(body for body in found if _commissions(graph, body))


def _commissions(graph: GovernanceGraph, body: str) -> bool:
    ties = graph.ties_of(body)
    return Activity.COMMISSIONS in graph.body(body).does or any(
        tie.relation == "commissions" and tie.body == body for tie in ties
    )


def _is_for_both(graph: GovernanceGraph, body: str) -> bool:
    """Whether the two may commission together in a body: it commissions and is not of one alone, or both are there."""
    if graph.body(body).statutory in (*COUNCIL_AND_COMMITTEES, *_COMMISSIONERS):
        return False
    council, health, _ = partners_with(Capacity.DIRECTOR_OF_CHILDRENS_SERVICES, graph.as_of)
    seats = graph.voice.members_and_attendees(body)
    is_joint = body in send_bodies(graph) and council.is_on(graph, seats) and health.is_on(graph, seats)
    return is_joint or _commissions(graph, body)


def _of_both_partners(graph: GovernanceGraph, options: Options) -> str | None:
    """For files that show a council, a commissioner of health care that commissions, and a body for SEND."""
    if not _commissioners(graph):
        return "The file shows no Integrated Care Board or Clinical Commissioning Group that commissions."
    if not any(graph.of_form(form) for form in COUNCIL_AND_COMMITTEES):
        return "No body in place is listed as a cabinet, a full council or a committee of a council."
    return no_send_bodies(graph)


@law_rule(code="LAW122", name="no-joint-commissioning-for-send", applies_to=_of_both_partners, authority=_AUTHORITY)
def no_joint_commissioning_for_send(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """A council, a health commissioner and bodies for SEND are there, but none in which they may commission together.

    Why it matters:
        A child may need a school place, a therapist and help at home. Where council and health service do not
        commission together, each waits for the other, and the family waits for both.

    Flagged:
        structure: as_of 2023-09-01, nation england
        icb: board, statutory integrated_care_board, commissions
        cabinet: committee, statutory cabinet
        board: board, name SEND Board, decides

    Clean:
        structure: as_of 2023-09-01, nation england
        icb: board, statutory integrated_care_board, commissions
        cabinet: committee, statutory cabinet
        board: board, name SEND Board, decides, commissions

    How to fix:
        Record which board or group commissions for both (`does`), and who sits on the bodies for SEND. If the council
        and the health service agree on it elsewhere, waive this finding and give that as the reason.
    """
    if not any(_is_for_both(graph, body) for body in graph.governance_bodies):
        commissioners = Bodies.of(graph, _commissioners(graph))
        yield Hit(
            bodies=commissioners.ids,
            lacks=[Aspect.JOINT_COMMISSIONING.of(graph, commissioners.ids)],
            message=say(_LAW, commissioners=commissioners),
        )
