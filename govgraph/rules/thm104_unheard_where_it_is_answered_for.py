"""THM104: themes answered for by bodies on which those who raised them are not heard."""

from collections.abc import Iterator

from govgraph.findings import Certainty, Hit, Severity, Step
from govgraph.graph import GovernanceGraph, Standing
from govgraph.rules._asks import of_people
from govgraph.rules._heard import how_we_know, not_yet, people
from govgraph.rules._rule import Options, rule
from govgraph.rules._themes import called, of_themes
from govgraph.rules._words import ask_for_a_seat, names, seats_councillors_alone


def _raised(graph: GovernanceGraph) -> list[tuple[str, str, tuple[str, ...]]]:
    """Each theme with each constituency asked about that raised it, and its owners, where it has any."""
    found = []
    for theme in graph.themes:
        owners = graph.duties.bodies("responsible_for", theme)
        raised_by = graph.structure.themes[theme].raised_by
        found += [(theme, who, owners) for who in graph.constituencies if who in raised_by and owners]
    return found


def _of_raised_themes(graph: GovernanceGraph, options: Options) -> str | None:
    unasked = of_themes(graph, options) or of_people(graph, options)
    if unasked is not None or _raised(graph):
        return unasked
    return (
        "No theme that has an owner in force is stated to be raised by a constituency that is asked about (raised_by)."
    )


@rule(code="THM104", name="unheard-where-it-is-answered-for", severity=Severity.WARNING, asks=_of_raised_themes)
def unheard_where_it_is_answered_for(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """Those who raised a theme have no seat on any body that answers for it, and are not stated to attend one.

    Why it matters:
        Who raised a concern knows best whether it has been dealt with. If they are heard only on bodies that do not
        answer for it, it is closed on paper without them.

    Flagged:
        parent-carers -- raised --> waits
        board: board, membership complete
        board -- responsible_for --> waits
        forum -- sits_on[parent-carers] --> other-board

    Clean:
        parent-carers -- raised --> waits
        board: board, membership complete
        board -- responsible_for --> waits
        forum -- sits_on[parent-carers] --> other-board
        forum -- attends[parent-carers] --> board

    How to fix:
        Ask for a seat on a body that answers for it, with a vote where law and constitution allow, or to attend when
        the theme is on the agenda.
    """
    for theme, who, owners in _raised(graph):
        if not any(graph.voice.has_voice(owner, who) for owner in owners):
            yield _hit(graph, theme, who, owners)


def _hit(graph: GovernanceGraph, theme: str, who: str, owners: tuple[str, ...]) -> Hit:
    standings = {owner: graph.voice.standing(owner, who) for owner in owners}
    stated = all(standing.gap_is_stated for standing in standings.values())
    group, name, where = people(graph, who), called(graph, theme), names(graph, owners)
    answer = f"{where}, which answers for it" if len(owners) == 1 else f"any body that answers for it ({where})"
    message = f"This theme was raised by {group}: {name}. "
    held = "No seat is held for them" if stated else "No seat is stated for them"
    message += f"{held} on {answer}, and that they attend is not stated."
    if not stated:
        open_ = [owner for owner in owners if not standings[owner].gap_is_stated]
        message += f" The file does not state who else sits on {names(graph, open_)} (membership)."
    vacant = [owner for owner in owners if standings[owner].vacant and not seats_councillors_alone(graph, owner)]
    ask = f"{ask_for_a_seat(graph, group, *owners)}, or to attend when this theme is on the agenda: {name}."
    if vacant:
        ask = f"Fill the vacant seat for {group} on {names(graph, vacant)}: ask them whom they send."
    find = f"Find out whether {group} sit on or attend {where}, and state it. If not: {ask[0].lower()}{ask[1:]}"
    return Hit(
        bodies=owners,
        constituency=who,
        about=theme,
        certainty=Certainty.of(stated=stated),
        message=message + "".join(_besides(graph, owner, standings[owner]) for owner in owners),
        witness=[step for owner in owners for step in _evidence(graph, theme, owner, standings[owner])],
        fix=ask if stated else find,
        at=("themes", theme),
    )


def _besides(graph: GovernanceGraph, owner: str, standing: Standing) -> str:
    """What is stated of them there that gives them no voice today."""
    vacant = f" A seat on {graph.name(owner)} is theirs, and is vacant." if standing.vacant else ""
    return vacant + not_yet(standing)


def _evidence(graph: GovernanceGraph, theme: str, owner: str, standing: Standing) -> list[Step]:
    owns = [duty.step for duty in graph.duties.there("responsible_for", theme) if duty.body == owner]
    vacant = [seat.step for seat in standing.vacant]
    lesser = [one.step for one in standing.lesser_ways]
    return [*owns, *vacant, *lesser, *how_we_know(graph, owner, standing)]
