"""THM104: themes answered for by bodies on which those who raised them are not heard."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Certainty, Hit, Severity
from govgraph.graph import GovernanceGraph, Step
from govgraph.rules._phrases import ask_for_a_seat, lower_first, names, of_people, seats_councillors_alone
from govgraph.rules._representation import constituency_name, gap_evidence, not_yet_text
from govgraph.rules._themes import of_themes, theme_name


def _raised(graph: GovernanceGraph) -> list[tuple[str, str, tuple[str, ...]]]:
    """Each theme with each constituency asked about that raised it, and its owners, where it has any."""
    raised = []
    for theme in graph.themes:
        owners = graph.duties.bodies("responsible_for", theme)
        raised_by = graph.structure.themes[theme].raised_by
        if owners:
            raised += [(theme, group, owners) for group in graph.constituencies if group in raised_by]
    return raised


def _of_raised_themes(graph: GovernanceGraph, options: Options) -> str | None:
    unasked = of_themes(graph, options) or of_people(graph, options)
    if unasked is not None or _raised(graph):
        return unasked
    return (
        "No theme that has an owner in force is stated to be raised by a constituency that is asked about (raised_by)."
    )


@rule(code="THM104", name="unheard-where-it-is-answered-for", severity=Severity.WARNING, applies_to=_of_raised_themes)
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
    for theme, constituency, owners in _raised(graph):
        if not any(graph.voice.has_voice(owner, constituency) for owner in owners):
            yield _hit(graph, theme, constituency, owners)


def _hit(graph: GovernanceGraph, theme: str, constituency: str, owners: tuple[str, ...]) -> Hit:
    standings = {owner: graph.voice.standing(owner, constituency) for owner in owners}
    group, name, where = constituency_name(graph, constituency), theme_name(graph, theme), names(graph, owners)
    is_open = [owner for owner, standing in standings.items() if not standing.gap_is_stated]
    answer = f"{where}, which answers for it" if len(owners) == 1 else f"any body that answers for it ({where})"
    message = f"This theme was raised by {group}: {name}. No seat is {'stated' if is_open else 'held'} for them on "
    message += f"{answer}, and that they attend is not stated."
    if is_open:
        message += f" The file does not state who else sits on {names(graph, is_open)} (membership)."
    vacant = [owner for owner in owners if standings[owner].vacant and not seats_councillors_alone(graph, owner)]
    fix = f"{ask_for_a_seat(graph, group, *owners)}, or to attend when this theme is on the agenda: {name}."
    if vacant:
        fix = f"Fill the vacant seat for {group} on {names(graph, vacant)}: ask them whom they send."
    if is_open:
        fix = f"Find out whether {group} sit on or attend {where}, and state it. If not: {lower_first(fix)}"
    witness: list[Step] = []
    for owner, standing in standings.items():
        if standing.vacant:
            message += f" A seat on {graph.name(owner)} is theirs, and is vacant."
        message += not_yet_text(standing)
        duties = graph.duties.in_force("responsible_for", theme)
        witness += [duty.step for duty in duties if duty.body == owner]
        witness += [presence.step for presence in (*standing.vacant, *standing.lesser_ways)]
        witness += gap_evidence(graph, owner, standing)
    return Hit(
        bodies=owners,
        constituency=constituency,
        about=theme,
        certainty=Certainty.of(stated=not is_open),
        message=message,
        witness=witness,
        fix=fix,
        at=("themes", theme),
    )
