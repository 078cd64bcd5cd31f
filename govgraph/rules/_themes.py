"""What the rules on themes share: when they can be asked, and how they say that nobody has a duty."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from govgraph.engine import Options
from govgraph.findings import Aspect, Bodies, Hit, Message, Themes, say
from govgraph.findings.message import joined
from govgraph.graph import ExclusionReason, GovernanceGraph
from govgraph.graph.duties import Duty
from govgraph.language import LISTED
from govgraph.rules._phrases import complete_bodies, not_in_place


class _Wording(NamedTuple):
    """A duty in words, what is open where the file names nobody, and the list that may be complete."""

    words: str
    aspect: Aspect
    list: Literal["owners", "monitors"]


_DUTIES = {
    "responsible_for": _Wording("is responsible for", Aspect.OWNER, "owners"),
    "monitors": _Wording("monitors", Aspect.MONITOR, "monitors"),
}
_DUTY_NOT_THERE = {
    ExclusionReason.ENDED: "The file names {body}, but only for an earlier time.",
    ExclusionReason.NOT_BEGUN: "The file names {body}, but only from a later day.",
    ExclusionReason.PROPOSED: "The file names {body}, but that is only proposed and left out of this view.",
    ExclusionReason.AGREED: "The file names {body}, but that is agreed and not in place, and left out of this view.",
}


def of_themes(graph: GovernanceGraph, options: Options) -> str | None:
    """For rules about every theme."""
    return None if graph.themes else "The file names no theme (a weakness, a priority, a concern)."


def of_owned_themes(graph: GovernanceGraph, options: Options) -> str | None:
    """For rules about the bodies that are responsible for themes."""
    unasked = of_themes(graph, options)
    if unasked is None and not any(graph.duties.in_force("responsible_for", theme) for theme in graph.themes):
        return "No body in place is responsible for a theme."
    return unasked


def uncovered_themes(graph: GovernanceGraph, key: str, *, together: bool = False) -> Iterator[Hit]:
    """A hit for each theme for which nobody in place has the duty: to be responsible for it, or to monitor it.

    Where they are taken together, all themes on which the file is silent make one hit.
    """
    aspect, silent = _DUTIES[key].aspect, []
    for theme in graph.themes:
        if graph.duties.in_force(key, theme):
            continue
        if graph.duties.not_in_force(key, theme) or complete_bodies(graph, theme, _DUTIES[key].list):
            yield _stated(graph, key, theme)
        elif together:
            silent.append(theme)
        else:
            yield Hit(bodies=(), about=theme, lacks=[aspect.of(graph, theme)], at=("themes", theme))
    if silent:
        yield Hit(bodies=(), together=tuple(silent), lacks=[aspect.of(graph, silent)], at=("themes",))


def _stated(graph: GovernanceGraph, key: str, theme: str) -> Hit:
    """That nobody has the duty: the list is complete, or those with the duty are not in place."""
    duties, words = graph.duties.not_in_force(key, theme), _DUTIES[key].words
    name = Themes.of(graph, theme)
    return Hit(
        bodies=(),
        about=theme,
        message=say(f"Nobody {words} {{theme}}.", theme=name)
        & joined(dict.fromkeys(_why(graph, duty) for duty in duties[:LISTED])),
        witness=[*(duty.step for duty in duties), *complete_bodies(graph, theme, _DUTIES[key].list)],
        fix=say(f"Ask the officer who leads on the plan for a body that {words} {{theme}}.", theme=name),
        at=("themes", theme),
    )


def _why(graph: GovernanceGraph, duty: Duty) -> Message:
    body = Bodies.of(graph, duty.body)
    if duty.exclusion is not None and duty.body_is_live:
        return say(_DUTY_NOT_THERE[duty.exclusion], body=body)
    why = not_in_place(duty.exclusion or ExclusionReason.ENDED, singular=not body.several)
    return say("The file names {body}, which {why}.", body=body, why=why)
