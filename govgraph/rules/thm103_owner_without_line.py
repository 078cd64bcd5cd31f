"""THM103: owners of themes whose line of accountability stops short."""

from collections.abc import Iterator, Sequence

from govgraph.findings import LISTED, Certainty, Hit, Severity, Step
from govgraph.graph import GovernanceGraph
from govgraph.rules._rule import Options, rule
from govgraph.rules._themes import called, of_owned_themes
from govgraph.rules._words import lines_listed, names, not_a_line


@rule(code="THM103", name="owner-without-line", severity=Severity.WARNING, asks=of_owned_themes)
def owner_without_line(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """Who answers for a theme answers to nobody for it: the line of accountability stops short.

    Why it matters:
        A theme is in good hands only where somebody can ask its owner what came of it, and have it put right. An
        owner whose line stops short can let it rest.

    Flagged:
        board -- responsible_for --> waits
        board -- reports_to --> partnership
        council -- accountable_to --> the electors

    Clean:
        board -- responsible_for --> waits
        board -- reports_to --> partnership
        partnership -- part_of --> council
        council -- accountable_to --> the electors

    How to fix:
        State to whom the owner answers, up to those outside the structure (`reports_to`, `part_of`,
        `accountable_to`); or name an owner who answers to somebody.
    """
    for theme in graph.themes:
        owners = graph.duties.bodies("responsible_for", theme)
        without = [body for body in owners if not graph.accountability.has_line(body)]
        stated = [body for body in without if _is_a_fact(graph, body)]
        silent = [body for body in without if body not in stated]
        # One finding for both would tell a silence of the file as a fact.
        for certainty, bodies in ((Certainty.STATED, stated), (Certainty.NOT_STATED, silent)):
            if bodies:
                yield _hit(graph, theme, bodies, certainty)


def _is_a_fact(graph: GovernanceGraph, owner: str) -> bool:
    """Whether no line can be left out: the lines of the owner, and of all above, are stated to be all there are."""
    return all(graph.lines_are_complete(body) for body in graph.accountability.above([owner]))


def _hit(graph: GovernanceGraph, theme: str, owners: Sequence[str], certainty: Certainty) -> Hit:
    who, name = names(graph, owners), called(graph, theme)
    one = len(owners) == 1
    message = f"{who} {'answers' if one else 'answer'} for this theme: {name}."
    witness: list[Step] = []
    stops: list[str] = []
    for owner in owners[:LISTED]:
        line = graph.accountability.line(owner)
        message += f" {_where_it_stops(graph, owner, line.stops_at, certainty)}"
        witness += line.steps
        stops += line.stops_at
    if certainty is Certainty.STATED:
        witness += [lines_listed(graph, body) for body in graph.in_order(graph.accountability.above(owners))]
    ends = names(graph, graph.in_order(set(stops)))
    lines = "line leads" if one else "lines lead"
    return Hit(
        bodies=tuple(owners),
        about=theme,
        certainty=certainty,
        message=message + not_a_line(graph, graph.in_order(set(stops))),
        witness=witness,
        at=("themes", theme),
        fix=f"Find out where the {lines} from {ends}, and state it: the body above, or "
        "who outside this structure holds it to account. If there is nobody, name somebody, or give this theme to "
        f"an owner who answers to somebody: {name}.",
    )


def _where_it_stops(graph: GovernanceGraph, owner: str, stops: Sequence[str], certainty: Certainty) -> str:
    name, where = graph.name(owner), names(graph, stops)
    if len(stops) > 1 and owner in stops:
        return f"{name} is in a ring of bodies that answer only to one another: {where}."
    if len(stops) > 1:
        return f"The line of {name} ends in a ring of bodies that answer only to one another: {where}."
    if owner in stops:
        nobody = certainty is Certainty.STATED
        return f"{name} answers to nobody." if nobody else f"To whom {name} answers is not stated."
    if certainty is Certainty.STATED:
        return f"The line of {name} stops at {where}, which answers to nobody."
    return f"The line of {name} stops at {where}, and no line that leads on, or round it, is stated."
