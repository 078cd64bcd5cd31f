"""THM103: owners of themes whose line of accountability stops short."""

from collections.abc import Iterator, Sequence

from govgraph.findings import LISTED, Certainty, Hit, Severity, Step
from govgraph.graph import GovernanceGraph
from govgraph.rules._rule import Options, rule
from govgraph.rules._themes import called, of_owned_themes
from govgraph.rules._words import is_one, lines_listed, names, not_a_line


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
    silent: dict[str, list[str]] = {}
    for theme in graph.themes:
        owners = graph.duties.bodies("responsible_for", theme)
        without = [body for body in owners if not graph.accountability.has_line(body)]
        stated = [body for body in without if _is_a_fact(graph, body)]
        if stated:
            yield _hit(graph, theme, stated)
        if len(stated) < len(without):
            silent[theme] = [body for body in without if body not in stated]
    if silent:
        yield _not_stated(graph, silent)


def _is_a_fact(graph: GovernanceGraph, owner: str) -> bool:
    """Whether no line can be left out: the lines of the owner, and of all above, are stated to be all there are."""
    return all(graph.lines_are_complete(body) for body in graph.accountability.above([owner]))


def _hit(graph: GovernanceGraph, theme: str, owners: Sequence[str]) -> Hit:
    who, name = names(graph, owners), called(graph, theme)
    one = is_one(graph, owners)
    message = f"{who} {'answers' if one else 'answer'} for this theme: {name}."
    for owner in owners[:LISTED]:
        message += f" {_where_it_stops(graph, owner)}"
    steps, ends = _lines(graph, owners)
    lines = "line leads" if one else "lines lead"
    return Hit(
        bodies=tuple(owners),
        about=theme,
        message=message + not_a_line(graph, ends),
        witness=[
            *steps,
            *(lines_listed(graph, body) for body in graph.in_order(graph.accountability.above(owners))),
        ],
        at=("themes", theme),
        fix=f"Find out where the {lines} from {names(graph, ends)}, and state it: the body above, or "
        "who outside this structure holds it to account. If there is nobody, name somebody, or give this theme to "
        f"an owner who answers to somebody: {name}.",
    )


def _not_stated(graph: GovernanceGraph, silent: dict[str, list[str]]) -> Hit:
    """One for all themes: their owners mostly answer to the same body, of which the file leaves this out."""
    told = [f"{called(graph, theme)} ({names(graph, owners)})" for theme, owners in silent.items()]
    these = "this theme" if len(silent) == 1 else f"these {len(silent)} themes"
    steps, ends = _lines(graph, list(dict.fromkeys(owner for owners in silent.values() for owner in owners)))
    more = f"; and {len(told) - LISTED} more" if len(told) > LISTED else ""
    return Hit(
        bodies=(),
        together=tuple(silent),
        certainty=Certainty.NOT_STATED,
        message=f"Who holds to account those who answer for {these} is not stated: {'; '.join(told[:LISTED])}{more}. "
        f"No line that leads on is stated from {names(graph, ends)}.{not_a_line(graph, ends)}",
        witness=steps,
        at=("themes", next(iter(silent))),
        fix=f"Find out to whom {names(graph, ends)} {'answers' if is_one(graph, ends) else 'answer'}, and state it: "
        "the body above, or who outside this structure holds it to account. If there is nobody, name somebody, or give "
        "the themes to owners who answer to somebody.",
    )


def _lines(graph: GovernanceGraph, owners: Sequence[str]) -> tuple[list[Step], tuple[str, ...]]:
    """The lines of some owners as far as they are stated, each step once, and where they stop."""
    lines = [graph.accountability.line(owner) for owner in owners]
    steps = dict.fromkeys(step for line in lines for step in line.steps)
    return list(steps), graph.in_order({body for line in lines for body in line.stops_at})


def _where_it_stops(graph: GovernanceGraph, owner: str) -> str:
    stops = graph.accountability.line(owner).stops_at
    name, where = graph.name(owner), names(graph, stops)
    if len(stops) > 1 and owner in stops:
        return f"{name} is in a ring of bodies that answer only to one another: {where}."
    if len(stops) > 1:
        return f"The line of {name} ends in a ring of bodies that answer only to one another: {where}."
    if owner in stops:
        return f"{name} answers to nobody."
    return f"The line of {name} stops at {where}, which answers to nobody."
