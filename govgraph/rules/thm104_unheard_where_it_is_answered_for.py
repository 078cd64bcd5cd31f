"""THM104: themes answered for by bodies on which those who raised them are not heard."""

from collections.abc import Iterator, Mapping, Sequence

from govgraph.engine import Options, rule
from govgraph.findings import Bodies, Hit, Message, People, Severity, Themes, say
from govgraph.findings.message import NOTHING, joined
from govgraph.graph import GovernanceGraph, Scope, Standing, Step
from govgraph.graph.kernels import grouped
from govgraph.model import Kind
from govgraph.rules._mandate import emptiness
from govgraph.rules._phrases import of_people
from govgraph.rules._remedies import Opening, ask_for_a_seat, ask_to_fill, opening
from govgraph.rules._representation import BodyStanding, gap_evidence, not_yet
from govgraph.rules._themes import of_themes

_WORKING = frozenset({Kind.WORKSTREAM, Kind.WORKING_GROUP, Kind.TASK_AND_FINISH_GROUP})
"""The kinds that do the work on a theme for which others may answer with them."""


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

    Where others are responsible too, it is found also of a group or workstream that lists all its members without them.

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
        heard = [owner for owner in owners if graph.voice.has_voice(owner, constituency)]
        if not heard:
            yield _hit(graph, theme, constituency, owners)
        elif deaf := _without_them(graph, constituency, owners):
            yield _hit(graph, theme, constituency, deaf, heard)


def _without_them(graph: GovernanceGraph, constituency: str, owners: tuple[str, ...]) -> tuple[str, ...]:
    """The groups and workstreams on which people are not heard, as a fact: the work is done there, not above."""
    groups = [owner for owner in owners if graph.body(owner).kind in _WORKING]
    return tuple(
        group
        for group in groups
        if not graph.voice.has_voice(group, constituency)
        and not BodyStanding(group, constituency, Scope.IN, graph.voice.standing(group, constituency)).lacks(graph)
    )


def _hit(
    graph: GovernanceGraph, theme: str, constituency: str, owners: tuple[str, ...], heard: Sequence[str] = ()
) -> Hit:
    standings = {owner: graph.voice.standing(owner, constituency) for owner in owners}
    entries = [BodyStanding(owner, constituency, Scope.IN, standing) for owner, standing in standings.items()]
    people, name, where = People.of(graph, constituency), Themes.of(graph, theme), Bodies.of(graph, owners)
    lacks = [lack for entry in entries for lack in entry.lacks(graph)]
    template = "{people} raised {theme}, but have no seat on {owners}, which [is|are] responsible for it."
    if lacks:
        template = "{people} raised {theme}, for which {owners} [is|are] responsible."
    witness: list[Step] = []
    for entry in entries:
        duties = graph.duties.in_force("responsible_for", theme)
        witness += [duty.step for duty in duties if duty.body == entry.body]
        witness += [presence.step for presence in (*entry.standing.empty, *entry.standing.lesser_ways)]
        witness += gap_evidence(graph, entry)
    return Hit(
        bodies=owners,
        constituency=constituency,
        about=theme,
        lacks=lacks,
        message=say(template, people=people, theme=name, owners=where)
        & _elsewhere(graph, people, heard)
        & _vacancies(graph, people, standings)
        & not_yet(pending for entry in entries for pending in entry.standing.pending),
        witness=witness,
        fix=_fix(graph, people, standings, is_fact=not lacks),
        at=("themes", theme),
    )


def _elsewhere(graph: GovernanceGraph, people: People, heard: Sequence[str]) -> Message:
    """On which responsible bodies people are heard, where they are not on others; nothing where they are on none."""
    if not heard:
        return NOTHING
    fact = "{people} take part in {heard}, which [is|are] responsible for it too."
    return say(fact, people=people, heard=Bodies.of(graph, heard))


def _vacancies(graph: GovernanceGraph, people: People, standings: Mapping[str, Standing]) -> Message:
    """On which of the bodies seats of people are empty, and how."""
    states = [(emptiness(graph, each.empty).words, body) for body, each in standings.items() if each.empty]
    seats = "[where:A seat|Seats] for {people} on {where} [where:is|are] {state}."
    alike = grouped(states).items()
    return joined(say(seats, people=people, where=Bodies.of(graph, where), state=state) for state, where in alike)


def _fix(graph: GovernanceGraph, people: People, standings: Mapping[str, Standing], *, is_fact: bool) -> Message:
    """To fill a seat that nobody fills, where others than elected members may; else to ask for one."""
    takes_others = [owner for owner in standings if opening(graph, owner) is not Opening.NO_SEAT]
    to_fill = {owner: standings[owner].empty for owner in takes_others if standings[owner].empty}
    if to_fill:
        seats = [seat for empty in to_fill.values() for seat in empty]
        return ask_to_fill(graph, people, Bodies.of(graph, list(to_fill)), seats)
    if not is_fact:
        return NOTHING
    ask = ask_for_a_seat(graph, people, *standings)
    if not any(opening(graph, owner) < Opening.PERHAPS for owner in standings):
        return ask
    return ask & say("Or ask for {people} to attend for that item of the agenda.", people=people)
