"""THM103: owners of themes whose line of accountability stops short."""

from collections.abc import Iterator, Sequence

from govgraph.engine import Options, rule
from govgraph.findings import Certainty, Hit, Severity
from govgraph.graph import GovernanceGraph, Step
from govgraph.language import LISTED
from govgraph.rules._phrases import complete_list, is_singular, names, not_a_line
from govgraph.rules._themes import of_owned_themes, semicolon_list, theme_name, these_themes


@rule(code="THM103", name="owner-without-line", severity=Severity.WARNING, applies_to=of_owned_themes)
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
        without_line = [body for body in owners if not graph.accountability.has_line(body)]
        stated = [body for body in without_line if _is_a_fact(graph, body)]
        if stated:
            yield _hit(graph, theme, stated)
        if len(stated) < len(without_line):
            silent[theme] = [body for body in without_line if body not in stated]
    if silent:
        yield _not_stated(graph, silent)


def _is_a_fact(graph: GovernanceGraph, owner: str) -> bool:
    """Whether no line can be left out: the lines of the owner, and of all above, are stated to be all there are."""
    return all(graph.lines_are_complete(body) for body in graph.accountability.above([owner]))


def _hit(graph: GovernanceGraph, theme: str, owners: Sequence[str]) -> Hit:
    who, name = names(graph, owners), theme_name(graph, theme)
    answer, lines = ("answers", "line leads") if is_singular(graph, owners) else ("answer", "lines lead")
    stops = [_where_it_stops(graph, owner) for owner in owners[:LISTED]]
    message = " ".join([f"{who} {answer} for this theme: {name}.", *stops])
    steps, ends = _lines(graph, owners)
    above = graph.in_order(graph.accountability.above(owners))
    return Hit(
        bodies=tuple(owners),
        about=theme,
        message=message + not_a_line(graph, ends),
        witness=[*steps, *(complete_list(graph, body, "lines") for body in above)],
        at=("themes", theme),
        fix=f"Find out where the {lines} from {names(graph, ends)}, and state it: the body above, or "
        "who outside this structure holds it to account. If there is nobody, name somebody, or give this theme to "
        f"an owner who answers to somebody: {name}.",
    )


def _not_stated(graph: GovernanceGraph, silent: dict[str, list[str]]) -> Hit:
    """One finding for all themes: their owners mostly answer to the same body, of which the file leaves this out."""
    themes = [f"{theme_name(graph, theme)} ({names(graph, owners)})" for theme, owners in silent.items()]
    steps, ends = _lines(graph, list(dict.fromkeys(owner for owners in silent.values() for owner in owners)))
    return Hit(
        bodies=(),
        together=tuple(silent),
        certainty=Certainty.NOT_STATED,
        message=f"Who holds to account those who answer for {these_themes(silent)} is not stated: "
        f"{semicolon_list(themes)}. No line that leads on is stated from {names(graph, ends)}."
        f"{not_a_line(graph, ends)}",
        witness=steps,
        at=("themes", next(iter(silent))),
        fix=f"Find out to whom {names(graph, ends)} {'answers' if is_singular(graph, ends) else 'answer'}, and state "
        "it: the body above, or who outside this structure holds it to account. If there is nobody, name somebody, or "
        "give the themes to owners who answer to somebody.",
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
