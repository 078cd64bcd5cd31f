"""LAW103: authorities with a cabinet and without an overview and scrutiny committee."""

from collections.abc import Iterator
from typing import NamedTuple

from govgraph.engine import Options
from govgraph.findings import Certainty, Hit
from govgraph.graph import GovernanceGraph
from govgraph.model import StatutoryForm
from govgraph.rules._phrases import complete_list, names, silence_hit
from govgraph.rules._statute import NO_FORM, law_rule, scrutiny_act

_CABINET = StatutoryForm.CABINET
_COMMITTEE = StatutoryForm.OVERVIEW_AND_SCRUTINY_COMMITTEE
_AUTHORITY = scrutiny_act(
    "section 9F(1)",
    leaves_open="A cabinet that is part of an authority is taken for executive arrangements of that authority.",
)


class _Places(NamedTuple):
    """The cabinets of each authority, and the cabinets and committees of which no authority is stated."""

    cabinets: dict[str, list[str]]
    lost_cabinets: list[str]
    lost_committees: list[str]


def _authorities(graph: GovernanceGraph, body: str) -> list[str]:
    """The authorities of which a body is part: the nearest above it that are no boards or committees themselves."""
    authorities: list[str] = []
    seen, queue = {body}, [body]
    for part in queue:
        above = [tie.to for tie in graph.ties_of(part) if tie.body == part and tie.relation == "part_of"]
        if part != body and (not graph.body(part).governs or not above):
            authorities.append(part)
            continue
        queue += [body for body in dict.fromkeys(above) if body not in seen]
        seen.update(above)
    # Only where nothing else is stated may a council that is written as a board be the authority.
    return [authority for authority in authorities if not graph.body(authority).governs] or authorities


def _places(graph: GovernanceGraph) -> _Places:
    cabinets: dict[str, list[str]] = {}
    lost_cabinets, lost_committees = [], []
    for cabinet in graph.of_form(_CABINET):
        authorities = _authorities(graph, cabinet)
        for authority in authorities:
            cabinets.setdefault(authority, []).append(cabinet)
        if not authorities:
            lost_cabinets.append(cabinet)
    for committee in graph.of_form(_COMMITTEE):
        authorities = _authorities(graph, committee)
        # A joint committee may be stated to be part of something else than the authorities that it serves.
        if not any(not graph.body(authority).governs or authority in cabinets for authority in authorities):
            lost_committees.append(committee)
    return _Places(cabinets, lost_cabinets, lost_committees)


def _parts(graph: GovernanceGraph, authority: str) -> list[str]:
    """All parts of a body, those of its parts too."""
    seen, queue = {authority}, [authority]
    for body in queue:
        new = [part for part in graph.parts_of(body) if part not in seen]
        seen.update(new)
        queue += new
    return queue[1:]


def _of_cabinets(graph: GovernanceGraph, options: Options) -> str | None:
    places = _places(graph)
    if places.cabinets or (places.lost_cabinets and not graph.of_form(_COMMITTEE)):
        return None
    if not any(graph.body(body).statutory for body in graph.bodies):
        return NO_FORM
    return "No cabinet (statutory) in force is stated to be part of an authority."


@law_rule(code="LAW103", name="authority-without-scrutiny", applies_to=_of_cabinets, authority=_AUTHORITY)
def authority_without_scrutiny(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """An authority has a cabinet and no overview and scrutiny committee.

    Why it matters:
        A cabinet decides for everybody. The law asks an authority that has one for a committee of councillors who
        ask, in public, how it decided.

    Flagged:
        council: organisation, parts complete
        cabinet: committee, statutory cabinet
        cabinet -- part_of --> council
        committee: committee, statutory council_committee
        committee -- part_of --> council

    Clean:
        council: organisation, parts complete
        cabinet: committee, statutory cabinet
        cabinet -- part_of --> council
        committee: committee, statutory overview_and_scrutiny_committee
        committee -- part_of --> council

    How to fix:
        State which committee of the authority is its overview and scrutiny committee (statutory), and of what it is
        part. If there is none, the authority must appoint one.
    """
    places = _places(graph)
    for authority in graph.in_order(places.cabinets):
        parts = _parts(graph, authority)
        if not any(graph.body(part).statutory is _COMMITTEE for part in parts):
            yield _without(graph, authority, parts, places)
    if not places.lost_committees and places.lost_cabinets:
        who = names(graph, places.lost_cabinets)
        yield silence_hit(
            places.lost_cabinets,
            message=f"Of which authority {who} is part is not stated, nor, then, whether that has the overview and "
            "scrutiny committee for which the law asks.",
            fix=f"Find out of which authority {who} is part, and which is its overview and scrutiny committee, and "
            "state both (part_of, statutory).",
        )


def _without(graph: GovernanceGraph, authority: str, parts: list[str], places: _Places) -> Hit:
    name = graph.name(authority)
    formless = [part for part in parts if graph.body(part).governs and graph.body(part).statutory is None]
    ties = (tie for body in places.cabinets[authority] for tie in graph.ties_of(body) if tie.body == body)
    witness = [tie.step for tie in ties if tie.relation == "part_of"]
    if graph.parts_are_complete(authority) and not formless and not places.lost_committees:
        return Hit(
            bodies=(authority,),
            message=f"{name} has a cabinet, and none of its parts is an overview and scrutiny committee, for which the "
            "law asks then.",
            witness=[*witness, complete_list(graph, authority, "parts")],
            fix=f"Ask {name} to appoint an overview and scrutiny committee. If it has one, state it and that it is "
            f"part of {name}.",
        )
    return Hit(
        bodies=(authority,),
        certainty=Certainty.NOT_STATED,
        message=f"{name} has a cabinet, and whether it has an overview and scrutiny committee, for which the law asks "
        f"then, is not stated.{_why(graph, authority, formless, places.lost_committees)}",
        witness=witness,
        fix=f"Find out which committee of {name} is its overview and scrutiny committee, and state it (statutory, "
        f"part_of). If there is none, ask {name} to appoint one.",
    )


def _why(graph: GovernanceGraph, authority: str, formless: list[str], lost: list[str]) -> str:
    reasons = "" if graph.parts_are_complete(authority) else " Its parts are not stated to be all listed."
    if formless:
        reasons += f" Which statutory form, if any, is not stated of {names(graph, graph.in_order(formless))}."
    if lost:
        reasons += f" Of which authority {names(graph, graph.in_order(lost))} is part is not stated."
    return reasons
