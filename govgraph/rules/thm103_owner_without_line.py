"""THM103: owners of themes whose line of accountability stops short."""

from collections.abc import Iterator, Sequence

from govgraph.engine import Options, rule
from govgraph.findings import Aspect, Bodies, Hit, Message, Severity, Themes, say
from govgraph.findings.message import NOTHING, joined
from govgraph.graph import GovernanceGraph, Step
from govgraph.language import LISTED
from govgraph.rules._phrases import ask_who_holds, complete_list, not_a_line
from govgraph.rules._themes import of_owned_themes


@rule(code="THM103", name="owner-without-line", severity=Severity.WARNING, applies_to=of_owned_themes)
def owner_without_line(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """A body is responsible for a theme but answers to nobody for it: its line of accountability stops short.

    Why it matters:
        A theme is in good hands only where somebody can ask what came of it, and have it put right. A body whose line
        of accountability stops short can let the theme rest.

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
        Find out who holds the body to account, up to somebody outside the structure. Record it (`reports_to`,
        `part_of`, `accountable_to`). Or ask the officer who leads on the plan to name a body that answers to somebody.
    """
    silent: dict[str, list[str]] = {}
    for theme in graph.themes:
        owners = graph.duties.bodies("responsible_for", theme)
        without_line = [body for body in owners if not graph.accountability.has_line(body)]
        stated = [body for body in without_line if not _open_lines(graph, body)]
        if stated:
            yield _hit(graph, theme, stated)
        if len(stated) < len(without_line):
            silent[theme] = [body for body in without_line if body not in stated]
    if silent:
        yield _not_stated(graph, silent)


def _open_lines(graph: GovernanceGraph, owner: str) -> set[str]:
    """Those of the owner, and of all above, of which a line may be left out: their lists are not all complete."""
    return {body for body in graph.accountability.above([owner]) if not graph.lines_are_complete(body)}


def _hit(graph: GovernanceGraph, theme: str, owners: Sequence[str]) -> Hit:
    name, (steps, ends) = Themes.of(graph, theme), _lines(graph, owners)
    stops = joined(_where_it_stops(graph, owner) for owner in owners[:LISTED])
    template = "{owners} [is|are] responsible for {theme}, but [owners:answers|answer] to nobody."
    if stops:
        template = "{owners} [is|are] responsible for {theme}, but [owners:its line|their lines] of accountability "
        template += "[owners:stops|stop] short."
    above = graph.in_order(graph.accountability.above(owners))
    return Hit(
        bodies=tuple(owners),
        about=theme,
        message=say(template, owners=Bodies.of(graph, owners), theme=name) & stops & not_a_line(graph, ends),
        witness=[*steps, *(complete_list(graph, body, "lines") for body in above)],
        at=("themes", theme),
        fix=ask_who_holds(graph, ends)
        & say(
            "Or ask the officer who leads on the plan to give {theme} to a body that answers to somebody.", theme=name
        ),
    )


def _not_stated(graph: GovernanceGraph, silent: dict[str, list[str]]) -> Hit:
    """One finding for all themes: their owners mostly answer to the same body, of which the file leaves this out."""
    in_turn = list(dict.fromkeys(owner for of_theme in silent.values() for owner in of_theme))
    owners, (steps, ends) = graph.in_order(in_turn), _lines(graph, in_turn)
    template = "{owners} [is|are] responsible for {themes}."
    if ends != owners:
        template = "{owners} [is|are] responsible for {themes}, and [owners:its line|their lines] of accountability "
        template += "[owners:stops|stop] at {ends}."
    who, themes, where = Bodies.of(graph, owners), Themes.of(graph, list(silent)), Bodies.of(graph, ends)
    asked = graph.in_order({body for owner in owners for body in _to_ask_about(graph, owner)})
    return Hit(
        bodies=(),
        together=tuple(silent),
        lacks=[Aspect.REPORTS_TO.of(graph, asked)],
        message=say(template, owners=who, themes=themes, ends=where) & not_a_line(graph, ends),
        witness=steps,
        at=("themes", next(iter(silent))),
    )


def _to_ask_about(graph: GovernanceGraph, owner: str) -> set[str]:
    """The bodies where the line stops and may go on; where it cannot, those on the way that may have another."""
    open_lines = _open_lines(graph, owner)
    return open_lines.intersection(graph.accountability.line(owner).stops_at) or open_lines


def _lines(graph: GovernanceGraph, owners: Sequence[str]) -> tuple[list[Step], tuple[str, ...]]:
    """The lines of some owners as far as they are stated, each step once, and where they stop."""
    lines = [graph.accountability.line(owner) for owner in owners]
    steps = dict.fromkeys(step for line in lines for step in line.steps)
    return list(steps), graph.in_order({body for line in lines for body in line.stops_at})


def _where_it_stops(graph: GovernanceGraph, owner: str) -> Message:
    """Where the line of an owner stops; nothing where that is the owner itself."""
    stops = graph.accountability.line(owner).stops_at
    if stops == (owner,):
        return NOTHING
    template = "The line of {owner} stops at {where}, which [answers|answer] to nobody."
    if len(stops) > 1:
        template = "The line of {owner} stops at bodies that answer only to one another: {where}."
    return say(template, owner=Bodies.of(graph, owner), where=Bodies.of(graph, stops))
