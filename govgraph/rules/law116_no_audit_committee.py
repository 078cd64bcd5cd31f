"""LAW116: authorities that may lack an audit committee."""

import re
from collections.abc import Iterator
from datetime import date

from govgraph.engine import Options
from govgraph.findings import Aspect, Bodies, Hit, Seen, say
from govgraph.graph import GovernanceGraph
from govgraph.model import StatutoryForm
from govgraph.rules._councils import COUNCIL_FORMS, all_parts_of, authorities_of, formless_parts
from govgraph.rules._legislation import english_law
from govgraph.rules._phrases import complete_list
from govgraph.rules._statute import law_rule, nothing_to_ask

_NAMED_SO = re.compile(r"\baudit\b", re.IGNORECASE)
_AUTHORITY = english_law(
    "Local Audit and Accountability Act 2014",
    "section 33A",
    "ukpga/2014/2/section/33A",
    from_=date(2026, 7, 15),
    checked=date(2026, 11, 29),
    seen=Seen.QUOTED,
    leaves_open="The section began first for authorities of Category 1 (S.I. 2026/812, as others quote it). No file "
    "can say which they are, so this is always a question. An authority may designate any committee as its audit "
    "committee.",
)


def _authorities(graph: GovernanceGraph) -> tuple[str, ...]:
    """The councils of which the file lists all parts."""
    found = set()
    for form in COUNCIL_FORMS:
        for body in graph.of_form(form):
            above = authorities_of(graph, body)
            found.update(above or ([body] if form is StatutoryForm.FULL_COUNCIL else []))
    return graph.in_order(body for body in found if graph.law_may_run(body) and graph.parts_are_complete(body))


def _of_authorities(graph: GovernanceGraph, options: Options) -> str | None:
    if _authorities(graph):
        return None
    reason = "The file lists no authority with a cabinet or full council together with all its parts."
    return nothing_to_ask(graph, reason)


@law_rule(code="LAW116", name="no-audit-committee", applies_to=_of_authorities, authority=_AUTHORITY)
def no_audit_committee(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """An authority lists all its committees, and none of them is an audit committee.

    Why it matters:
        The audit committee looks at how the authority guards public money, and at what its auditors find. From 15 July
        2026 the law asks the larger authorities for one.

    Flagged:
        structure: nation england, as_of 2026-09-01
        council: organisation, parts complete
        cabinet: committee, statutory cabinet
        cabinet -- part_of --> council
        committee: committee, statutory council_committee
        committee -- part_of --> council

    Clean:
        structure: nation england, as_of 2026-09-01
        council: organisation, parts complete
        cabinet: committee, statutory cabinet
        cabinet -- part_of --> council
        committee: committee, statutory audit_committee
        committee -- part_of --> council

    How to fix:
        Record which committee is the authority's audit committee (`statutory`). If there is none, ask the authority to
        designate one. If the law does not ask it for one, waive this finding, and give that as the reason.
    """
    for authority in _authorities(graph):
        parts, name = all_parts_of(graph, authority), Bodies.of(graph, authority)
        if any(_may_be_the_one(graph, part) for part in parts):
            continue
        lacks = [Aspect.AUDIT_CATEGORY.of(graph, authority)]
        formless = formless_parts(graph, parts)
        yield Hit(
            bodies=(authority,),
            lacks=lacks + ([Aspect.LEGAL_FORM.of(graph, graph.in_order(formless))] if formless else []),
            message=say("The file lists no audit committee of {body}.", body=name)
            & say("The law asks every Category 1 authority for an audit committee."),
            witness=[complete_list(graph, authority, "parts")],
            fix=say("If the law asks for one, ask {body} to designate its audit committee.", body=name)
            & say("If a committee already is the audit committee, record that."),
        )


def _may_be_the_one(graph: GovernanceGraph, part: str) -> bool:
    """Whether a part of an authority is its audit committee, or has that name."""
    stated = graph.body(part)
    has_name = stated.governs and any(map(_NAMED_SO.search, (stated.name, *stated.other_names)))
    return stated.statutory is StatutoryForm.AUDIT_COMMITTEE or has_name
