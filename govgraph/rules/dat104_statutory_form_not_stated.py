"""DAT104: bodies that are called what the law calls a body, where the file does not say whether they are it."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain

from govgraph.engine import Options, rule
from govgraph.findings import Aspect, Bodies, Hit, Severity, say
from govgraph.graph import GovernanceGraph
from govgraph.model import Activity, Kind, Nation, StatutoryForm, relation_keys
from govgraph.rules._councils import COMBINED_AUTHORITIES, authorities_of, is_in_doubt
from govgraph.rules._legislation import ENGLAND
from govgraph.rules._names import NEVER_IN_LAW, form_by_name, spoken
from govgraph.rules._phrases import silence_hit

_ENGLAND_AND_WALES = frozenset({Nation.ENGLAND, Nation.WALES})
_TERRITORIES = {
    StatutoryForm.COUNCIL_COMMITTEE: _ENGLAND_AND_WALES,
    StatutoryForm.ADVISORY_COMMITTEE: _ENGLAND_AND_WALES,
    StatutoryForm.NHS_TRUST_BOARD: _ENGLAND_AND_WALES,
    StatutoryForm.INTEGRATION_JOINT_BOARD: frozenset({Nation.SCOTLAND}),
}
"""The nations in which the law has a form, as the rules know it; all others it has in England alone."""
_SCRUTINY = StatutoryForm.OVERVIEW_AND_SCRUTINY_COMMITTEE
_CALLED_SCRUTINY = re.compile(r"\bscrutiny( and \w+)?( sub)? ?(sub)?(committee|commission)$")
"""Other bodies may be called so too."""
_COUNCIL_FORMS = (
    StatutoryForm.CABINET,
    StatutoryForm.FULL_COUNCIL,
    StatutoryForm.COUNCIL_COMMITTEE,
    StatutoryForm.OVERVIEW_AND_SCRUTINY_COMMITTEE,
)
_AUDIT_SINCE = date(2026, 7, 15)
_OTHER_KINDS = {
    Kind.FORUM: frozenset(StatutoryForm),
    Kind.ORGANISATION: frozenset(
        {
            StatutoryForm.INTEGRATED_CARE_BOARD,
            StatutoryForm.INTEGRATED_CARE_PARTNERSHIP,
            StatutoryForm.SAFEGUARDING_PARTNERSHIP,
            StatutoryForm.SAFEGUARDING_ADULTS_BOARD,
            StatutoryForm.INTEGRATION_JOINT_BOARD,
        }
    ),
}
"""What else than a governance body may have a form: an Integrated Care Board is a body and an organisation in one."""


def _candidates(graph: GovernanceGraph) -> list[str]:
    """The bodies in place that may have a statutory form."""
    bodies = ((key, graph.body(key)) for key in graph.bodies)
    return [key for key, body in bodies if body.governs or body.kind in _OTHER_KINDS]


def _of_candidates(graph: GovernanceGraph, options: Options) -> str | None:
    reason = "No board, committee, group, forum or organisation is in place on this day and in this view."
    return None if _candidates(graph) else reason


@rule(code="DAT104", name="statutory-form-not-stated", severity=Severity.NOTE, applies_to=_of_candidates)
def statutory_form_not_stated(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """A body has the name of a body that the law knows, and the file does not say whether it is one.

    Why it matters:
        The rules from law cover only bodies whose statutory form the file gives. This one was left out, so nobody has
        checked whether it keeps to the law.

    Flagged:
        hwb: board, name Shropshire Health and Wellbeing Board
        group: committee, name Health and Wellbeing Board Sub-Committee

    Clean:
        hwb: board, name Shropshire Health and Wellbeing Board, statutory health_and_wellbeing_board
        group: committee, name Health and Wellbeing Board Sub-Committee

    How to fix:
        Find out from its terms of reference what it is in law, and record it under `statutory`. If it only has the
        name, say so in a note on it, and accept this finding with a waiver that names the body.
    """
    formless = [body for body in _candidates(graph) if graph.body(body).statutory is None]
    bodies = [body for body in formless if (form := _possible_form(graph, body)) and _may_have(graph, body, form)]
    if bodies:
        message = say("By name, {body} may be [a body|bodies] that the law knows.", body=Bodies.of(graph, bodies))
        yield silence_hit(Aspect.LEGAL_FORM.of(graph, bodies), message=message)


def _possible_form(graph: GovernanceGraph, body: str) -> StatutoryForm | None:
    """The form that a body may have by its name; by what it does too, where the name alone may be anybody's."""
    return form_by_name(graph, body) or (_SCRUTINY if _may_be_scrutiny(graph, body) else None)


def _may_be_scrutiny(graph: GovernanceGraph, body: str) -> bool:
    """Whether a committee is called after scrutiny, and scrutinises or is part of such a committee.

    By Local Government Act 2000, section 9FA(3), sub-committees must keep to the law too.
    """
    stated = graph.body(body)
    names = map(spoken, (stated.name, *stated.other_names))
    if not any(_CALLED_SCRUTINY.search(name) and not NEVER_IN_LAW.search(name) for name in names):
        return False
    above = (tie.to for tie in graph.ties_of(body) if tie.body == body and tie.relation == "part_of")
    is_part = any(graph.body(whole).statutory is _SCRUTINY for whole in above)
    return is_part or Activity.SCRUTINISES in stated.does


def _may_have(graph: GovernanceGraph, body: str, form: StatutoryForm) -> bool:
    """Whether a body may be of the form; an organisation may not where another body states the form."""
    kind, nation = graph.body(body).kind, graph.nation_of(body)
    if nation is not None and nation not in _TERRITORIES.get(form, ENGLAND):
        return False
    if kind is Kind.ORGANISATION and graph.of_form(form):
        return False
    if form is _SCRUTINY and is_in_doubt(graph, body, COMBINED_AUTHORITIES):
        return False
    if form is StatutoryForm.AUDIT_COMMITTEE and not _is_of_a_council(graph, body):
        return False
    return form in _OTHER_KINDS.get(kind, StatutoryForm)


def _is_of_a_council(graph: GovernanceGraph, body: str) -> bool:
    """Whether a body is part of a council, or reports to it, since the law asks councils for audit committees.

    Boards of the health service and companies have committees of that name, of which other laws speak.
    """
    if graph.as_of < _AUDIT_SINCE:
        return False
    committees = [each for form in _COUNCIL_FORMS for each in graph.of_form(form)]
    councils = {*committees, *chain.from_iterable(authorities_of(graph, each) for each in committees)}
    above = {tie.to for tie in graph.ties_of(body) if tie.body == body and relation_keys()[tie.relation].line}
    return not councils.isdisjoint({*above, *authorities_of(graph, body)})
