"""LAW103: authorities with a cabinet and without an overview and scrutiny committee."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from govgraph.engine import Options
from govgraph.findings import Aspect, Bodies, Hit, say
from govgraph.graph import GovernanceGraph
from govgraph.model import StatutoryForm
from govgraph.rules._councils import all_parts_of, authorities_of, formless_parts, of_councils
from govgraph.rules._legislation import scrutiny_act
from govgraph.rules._phrases import complete_list, silence_hit
from govgraph.rules._statute import law_rule, nothing_to_ask

_CABINET = StatutoryForm.CABINET
_COMMITTEE = StatutoryForm.OVERVIEW_AND_SCRUTINY_COMMITTEE
_AUTHORITY = scrutiny_act(
    "section 9F(1)",
    checked=date(2026, 11, 29),
    leaves_open="A cabinet that is part of an authority counts as executive arrangements of that authority. Wales has "
    "a law of its own, section 21(1) of the Act, which is not checked here.",
)


class _Places(NamedTuple):
    """The cabinets of each authority, and the cabinets and committees of which no authority is stated."""

    cabinets: dict[str, list[str]]
    lost_cabinets: list[str]
    lost_committees: list[str]


def _places(graph: GovernanceGraph) -> _Places:
    cabinets: dict[str, list[str]] = {}
    lost_cabinets, lost_committees = [], []
    for cabinet in graph.of_form(_CABINET):
        authorities = authorities_of(graph, cabinet)
        for authority in filter(graph.law_may_run, authorities):
            cabinets.setdefault(authority, []).append(cabinet)
        if not authorities:
            lost_cabinets.append(cabinet)
    for committee in graph.of_form(_COMMITTEE):
        authorities = authorities_of(graph, committee)
        # A joint committee may be stated to be part of something else than the authorities that it serves.
        if not any(not graph.body(authority).governs or authority in cabinets for authority in authorities):
            lost_committees.append(committee)
    return _Places(cabinets, lost_cabinets, lost_committees)


def _of_cabinets(graph: GovernanceGraph, options: Options) -> str | None:
    places = _places(graph)
    if places.cabinets or (places.lost_cabinets and not graph.of_form(_COMMITTEE)):
        return None
    return nothing_to_ask(graph, "No cabinet in place is listed as part of an authority.")


@law_rule(code="LAW103", name="authority-without-scrutiny", applies_to=_of_cabinets, authority=_AUTHORITY)
def authority_without_scrutiny(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """An authority has a cabinet and no overview and scrutiny committee.

    Why it matters:
        A cabinet decides for everybody. So the law asks for a committee of councillors who ask, in public, how it
        decided.

    Flagged:
        structure: nation england
        council: organisation, parts complete
        cabinet: committee, statutory cabinet
        cabinet -- part_of --> council
        committee: committee, statutory council_committee
        committee -- part_of --> council

    Clean:
        structure: nation england
        council: organisation, parts complete
        cabinet: committee, statutory cabinet
        cabinet -- part_of --> council
        committee: committee, statutory overview_and_scrutiny_committee
        committee -- part_of --> council

    How to fix:
        Record which committee is the authority's overview and scrutiny committee (`statutory`), and that it is part of
        the authority (`part_of`). If there is none, ask the authority to appoint one.
    """
    places = _places(graph)
    for authority in graph.in_order(places.cabinets):
        parts = all_parts_of(graph, authority)
        committees = [part for part in parts if graph.body(part).statutory is _COMMITTEE]
        apart = all_parts_of(graph, authority, without=places.cabinets[authority])
        if not committees:
            yield from of_councils(graph, [_without(graph, authority, parts, places)])
        elif not any(committee in apart for committee in committees):
            yield _within_cabinet(graph, authority, committees, places)
    if not places.lost_committees and places.lost_cabinets:
        cabinets = Bodies.of(graph, places.lost_cabinets)
        message = say("The law asks for an overview and scrutiny committee beside {cabinets}.", cabinets=cabinets)
        yield silence_hit(Aspect.PART_OF.of(graph, places.lost_cabinets), message=message)


def _within_cabinet(graph: GovernanceGraph, authority: str, committees: list[str], places: _Places) -> Hit:
    """That the authority itself must appoint such a committee, and not the executive that it scrutinises."""
    name, cabinet = Bodies.of(graph, authority), Bodies.of(graph, places.cabinets[authority])
    ties = (tie for body in committees for tie in graph.ties_of(body) if tie.body == body)
    return Hit(
        bodies=(authority,),
        lacks=[Aspect.PART_OF.of(graph, committees)],
        message=say("{body} [has|have] a cabinet, so the law asks for an overview and scrutiny committee.", body=name)
        & say("The file lists {within} as part of {cabinet}.", within=Bodies.of(graph, committees), cabinet=cabinet),
        witness=[tie.step for tie in ties if tie.relation == "part_of"],
    )


def _without(graph: GovernanceGraph, authority: str, parts: list[str], places: _Places) -> Hit:
    name = Bodies.of(graph, authority)
    formless = formless_parts(graph, parts)
    ties = (tie for body in places.cabinets[authority] for tie in graph.ties_of(body) if tie.body == body)
    witness = [tie.step for tie in ties if tie.relation == "part_of"]
    lacks = [] if graph.parts_are_complete(authority) else [Aspect.PARTS.of(graph, authority)]
    lacks += [Aspect.LEGAL_FORM.of(graph, graph.in_order(formless))] if formless else []
    lacks += [Aspect.PART_OF.of(graph, graph.in_order(places.lost_committees))] if places.lost_committees else []
    if lacks:
        message = say("{body} [has|have] a cabinet, so the law asks for an overview and scrutiny committee.", body=name)
        return Hit(bodies=(authority,), lacks=lacks, message=message, witness=witness)
    without = "{body} [has|have] a cabinet and no overview and scrutiny committee, though the law asks for one."
    return Hit(
        bodies=(authority,),
        message=say(without, body=name),
        witness=[*witness, complete_list(graph, authority, "parts")],
        fix=say("Ask {body} to appoint an overview and scrutiny committee.", body=name)
        & say("If there already is one, record it as part of {body}.", body=name),
    )
