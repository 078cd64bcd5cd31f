"""THM104: themes answered for by bodies on which those who raised them are not heard."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Bodies, Hit, Message, People, Severity, Themes, say
from govgraph.findings.message import NOTHING, joined
from govgraph.graph import GovernanceGraph, Scope, Step
from govgraph.rules._phrases import ask_for_a_seat, of_people, seats_councillors_alone
from govgraph.rules._representation import BodyStanding, gap_evidence, not_yet
from govgraph.rules._themes import of_themes


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
    return "No theme was raised by people who should be heard and has a body in place that is responsible for it."


@rule(code="THM104", name="unheard-where-it-is-answered-for", severity=Severity.WARNING, applies_to=_of_raised_themes)
def unheard_where_it_is_answered_for(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """People who raised a theme have no seat on any body that is responsible for it, and attend none.

    Why it matters:
        People who raised a concern know best whether it has been dealt with. If they are heard only on other bodies,
        it is closed on paper without them.

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
        Ask the responsible body for a seat, with a vote if law and rules allow. Or ask for them to attend
        when the theme is on the agenda.
    """
    for theme, constituency, owners in _raised(graph):
        if not any(graph.voice.has_voice(owner, constituency) for owner in owners):
            yield _hit(graph, theme, constituency, owners)


def _hit(graph: GovernanceGraph, theme: str, constituency: str, owners: tuple[str, ...]) -> Hit:
    standings = {owner: graph.voice.standing(owner, constituency) for owner in owners}
    people, name, where = People.of(graph, constituency), Themes.of(graph, theme), Bodies.of(graph, owners)
    is_open = [owner for owner, standing in standings.items() if not standing.gap_is_stated]
    template = "{people} raised {theme}, but have no seat on {owners}, which [is|are] responsible for it."
    if is_open:
        template = "{people} raised {theme}, for which {owners} [is|are] responsible."
    witness: list[Step] = []
    for owner, standing in standings.items():
        duties = graph.duties.in_force("responsible_for", theme)
        witness += [duty.step for duty in duties if duty.body == owner]
        witness += [presence.step for presence in (*standing.vacant, *standing.lesser_ways)]
        witness += gap_evidence(graph, owner, standing)
    vacant = [owner for owner, standing in standings.items() if standing.vacant]
    return Hit(
        bodies=owners,
        constituency=constituency,
        about=theme,
        lacks=[
            lack
            for owner in is_open
            for lack in BodyStanding(owner, constituency, Scope.IN, standings[owner]).lacks(graph)
        ],
        message=say(template, people=people, theme=name, owners=where)
        & _vacancies(graph, people, vacant)
        & joined(dict.fromkeys(map(not_yet, standings.values()))),
        witness=witness,
        fix=_fix(graph, people, owners, vacant, is_fact=not is_open),
        at=("themes", theme),
    )


def _vacancies(graph: GovernanceGraph, people: People, vacant: list[str]) -> Message:
    if not vacant:
        return NOTHING
    seats = "[where:A seat|Seats] for {people} on {where} [where:is|are] vacant."
    return say(seats, people=people, where=Bodies.of(graph, vacant))


def _fix(
    graph: GovernanceGraph, people: People, owners: tuple[str, ...], vacant: list[str], *, is_fact: bool
) -> Message:
    """To fill a seat that is vacant, where others than councillors may; else, where none is theirs, to ask for one."""
    to_fill = [owner for owner in vacant if not seats_councillors_alone(graph, owner)]
    if to_fill:
        where = Bodies.of(graph, to_fill)
        return say("Ask {people} who they will send to {where}, and what keeps them away.", people=people, where=where)
    if not is_fact:
        return NOTHING
    attend = say("Or ask for {people} to attend for that item of the agenda.", people=people)
    return ask_for_a_seat(graph, people, *owners) & attend
