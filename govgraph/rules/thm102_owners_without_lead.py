"""THM102: themes with several owners, of whom none leads, or more than one."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Certainty, Hit, Severity
from govgraph.graph import GovernanceGraph
from govgraph.graph.duties import Duty
from govgraph.rules._phrases import names
from govgraph.rules._themes import of_themes, theme_name

_OWNS = "responsible_for"


def _shared(graph: GovernanceGraph) -> list[str]:
    """The themes that two or more bodies answer for."""
    return [theme for theme in graph.themes if len(graph.duties.bodies(_OWNS, theme)) > 1]


def _of_shared_themes(graph: GovernanceGraph, options: Options) -> str | None:
    return of_themes(graph, options) or (None if _shared(graph) else "No theme has more than one owner in force.")


@rule(code="THM102", name="owners-without-lead", severity=Severity.WARNING, applies_to=_of_shared_themes)
def owners_without_lead(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """Several bodies answer for a theme, and it is not clear which of them leads.

    Why it matters:
        Where two bodies answer for the same thing and neither leads, each can wait for the other, and whoever asks is
        sent from one to the other. Where each of them leads, it is no different.

    Flagged:
        board -- responsible_for --> waits
        partnership -- responsible_for --> waits

    Clean:
        board -- responsible_for[leading] --> waits
        partnership -- responsible_for --> waits

    How to fix:
        Have the owners agree which of them leads, and state it (`lead: true`) for that one alone.
    """
    for theme in _shared(graph):
        duties = graph.duties.in_force(_OWNS, theme)
        leading = graph.in_order({duty.body for duty in duties if duty.stated.lead})
        if len(leading) != 1:
            yield _hit(graph, theme, duties, leading)


def _hit(graph: GovernanceGraph, theme: str, duties: tuple[Duty, ...], leading: tuple[str, ...]) -> Hit:
    owners, name = graph.duties.bodies(_OWNS, theme), theme_name(graph, theme)
    who, concerned = names(graph, owners), leading or owners
    # An entry that leaves out whether it leads leaves open that it does.
    stated = bool(leading) or all(duty.states_whether_it_leads for duty in duties)
    lead = "each of which leads" if leading else "and each is stated not to lead"
    fix = f"Have {who} agree which one of them leads on this theme, and state it for that one alone (lead): {name}."
    if not stated:
        lead = "and which of them leads is not stated"
        fix = f"Find out which of {who} leads on this theme, and state it (lead): {name}. If none does, have one named."
    return Hit(
        bodies=concerned,
        about=theme,
        certainty=Certainty.of(stated=stated),
        message=f"{names(graph, concerned)} answer for this theme, {lead}: {name}.",
        witness=[duty.step for duty in duties if duty.body in concerned],
        fix=fix,
        at=("themes", theme),
    )
