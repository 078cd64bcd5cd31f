"""What the rules on themes share: when they can be asked, and how they speak of themes and of whoever has a duty."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from govgraph.findings import Certainty, Hit
from govgraph.graph import ExclusionReason, GovernanceGraph
from govgraph.graph.duties import Duty
from govgraph.language import LISTED

_VERBS = {"responsible_for": ("answers for", "answer for"), "monitors": ("monitors", "monitor")}
_BODY_IS = {
    ExclusionReason.ENDED: "has ended",
    ExclusionReason.NOT_BEGUN: "has not begun yet",
    ExclusionReason.PROPOSED: "is only proposed, which this view leaves out",
    ExclusionReason.AGREED: "is agreed but not in place, which this view leaves out",
}

_DUTY_IS = {**_BODY_IS, ExclusionReason.ENDED: "is over", ExclusionReason.NOT_BEGUN: "only begins later"}


def of_themes(graph: GovernanceGraph, _: Any) -> str | None:
    """For rules about every theme."""
    return None if graph.themes else "The file names no theme (a weakness, a priority, a concern)."


def of_owned_themes(graph: GovernanceGraph, options: Any) -> str | None:
    """For rules about whoever answers for a theme."""
    unasked = of_themes(graph, options)
    if unasked is None and not any(graph.duties.in_force("responsible_for", theme) for theme in graph.themes):
        return "Nobody in force is stated to answer for a theme."
    return unasked


def theme_name(graph: GovernanceGraph, theme: str) -> str:
    """The name of a theme, as the file gives it."""
    return graph.structure.themes[theme].name


def uncovered_themes(graph: GovernanceGraph, key: str, *, together: bool = False) -> Iterator[Hit]:
    """A hit for each theme for which nobody in force has the duty: to answer for it, or to monitor it.

    Where they are taken together, all themes on which the file is silent make one hit.
    """
    verb, infinitive = _VERBS[key]
    silent = []
    for theme in graph.themes:
        if graph.duties.in_force(key, theme):
            continue
        name = theme_name(graph, theme)
        if graph.duties.not_in_force(key, theme):
            yield _stated(graph, key, theme)
        elif together:
            silent.append(theme)
        else:
            yield Hit(
                bodies=(),
                about=theme,
                certainty=Certainty.NOT_STATED,
                message=f"Nobody is stated to {infinitive} this theme: {name}.",
                fix=f"Find out who {verb} it, and state it ({key}): {name}. If there is nobody, have a body named.",
                at=("themes", theme),
            )
    if silent:
        yield _silence(graph, key, silent)


def _silence(graph: GovernanceGraph, key: str, themes: list[str]) -> Hit:
    verb, infinitive = _VERBS[key]
    return Hit(
        bodies=(),
        together=tuple(themes),
        certainty=Certainty.NOT_STATED,
        message=f"Nobody is stated to {infinitive} {these_themes(themes)}: "
        f"{semicolon_list([theme_name(graph, theme) for theme in themes])}.",
        fix=f"Find out who {verb} {'it' if len(themes) == 1 else 'them'}, and state it ({key}). Where there is "
        "nobody, have a body named.",
        at=("themes",),
    )


def these_themes(themes: Collection[str]) -> str:
    """`this theme`, or `these 2 themes`."""
    return "this theme" if len(themes) == 1 else f"these {len(themes)} themes"


def semicolon_list(texts: Sequence[str]) -> str:
    """`a; b`; of a long row the first, and how many more."""
    rest = f"; and {len(texts) - LISTED} more" if len(texts) > LISTED else ""
    return f"{'; '.join(texts[:LISTED])}{rest}"


def _stated(graph: GovernanceGraph, key: str, theme: str) -> Hit:
    """That the bodies with the duty are not in force: the file states which, and why."""
    name, verb, duties = theme_name(graph, theme), _VERBS[key][0], graph.duties.not_in_force(key, theme)
    reasons = dict.fromkeys(_why(graph, duty) for duty in duties[:LISTED])
    return Hit(
        bodies=(),
        about=theme,
        message=" ".join([f"Nobody {verb} this theme: {name}.", *reasons]),
        witness=[duty.step for duty in duties],
        fix=f"Have a body named that {verb} it now, and state it ({key}): {name}.",
        at=("themes", theme),
    )


def _why(graph: GovernanceGraph, duty: Duty) -> str:
    name = graph.name(duty.body)
    stated = f"It is stated that {name} {_VERBS[duty.key][0]} it, but"
    if duty.exclusion is None or not duty.body_is_live:
        return f"{stated} {name} {_BODY_IS[duty.exclusion or ExclusionReason.ENDED]}."
    return f"{stated} that duty {_DUTY_IS[duty.exclusion]}."
