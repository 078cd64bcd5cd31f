"""THM102: themes with several owners, of whom none leads, or more than one."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Aspect, Bodies, Hit, Severity, Themes, say
from govgraph.findings.message import NOTHING
from govgraph.graph import GovernanceGraph
from govgraph.graph.duties import Duty
from govgraph.rules._themes import of_themes

_OWNS = "responsible_for"


def _shared(graph: GovernanceGraph) -> list[str]:
    """The themes that two or more bodies are responsible for."""
    return [theme for theme in graph.themes if len(graph.duties.bodies(_OWNS, theme)) > 1]


def _of_shared_themes(graph: GovernanceGraph, options: Options) -> str | None:
    none_shared = "No theme has more than one body in place that is responsible for it."
    return of_themes(graph, options) or (None if _shared(graph) else none_shared)


@rule(code="THM102", name="owners-without-lead", severity=Severity.WARNING, applies_to=_of_shared_themes)
def owners_without_lead(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """Several bodies are responsible for a theme, and it is not clear which of them leads.

    Why it matters:
        Where two bodies are responsible for the same thing and neither leads, each can wait for the other. People who
        ask are sent from one to the other. Where both lead, it is no different.

    Flagged:
        board -- responsible_for --> waits
        partnership -- responsible_for --> waits

    Clean:
        board -- responsible_for[leading] --> waits
        partnership -- responsible_for --> waits

    How to fix:
        Ask the bodies to agree which of them leads, and record it for that one alone (`lead: true`).
    """
    for theme in _shared(graph):
        duties = graph.duties.in_force(_OWNS, theme)
        leading = graph.in_order({duty.body for duty in duties if duty.stated.lead})
        if len(leading) != 1:
            yield _hit(graph, theme, duties, leading)


def _hit(graph: GovernanceGraph, theme: str, duties: tuple[Duty, ...], leading: tuple[str, ...]) -> Hit:
    concerned = leading or graph.duties.bodies(_OWNS, theme)
    # An entry that leaves out whether it leads leaves open that it does.
    stated = bool(leading) or all(duty.states_whether_it_leads for duty in duties)
    message = "{owners} are responsible for {theme}."
    if leading:
        message = "{owners} each lead on {theme}."
    elif stated:
        message = "{owners} are responsible for {theme}, but nobody leads on it."
    owners, name = Bodies.of(graph, graph.duties.bodies(_OWNS, theme)), Themes.of(graph, theme)
    fix = say("Ask {owners} to agree which one of them leads on {theme}.", owners=owners, theme=name)
    return Hit(
        bodies=concerned,
        about=theme,
        lacks=[] if stated else [Aspect.LEAD_OWNER.of(graph, theme)],
        message=say(message, owners=Bodies.of(graph, concerned), theme=name),
        witness=[duty.step for duty in duties if duty.body in concerned],
        fix=fix if stated else NOTHING,
        at=("themes", theme),
    )
