"""What the rules on themes share: when they can be asked, and how they speak of themes and of whoever has a duty."""

from collections.abc import Iterator
from typing import Any

from govgraph.findings import LISTED, Certainty, Hit
from govgraph.graph import AsideReason, GovernanceGraph
from govgraph.graph.duties import Duty

_SAID = {"responsible_for": ("answers for", "answer for"), "monitors": ("monitors", "monitor")}
_BODY_IS = {
    AsideReason.ENDED: "has ended",
    AsideReason.NOT_BEGUN: "has not begun yet",
    AsideReason.PROPOSED: "is only proposed, which this view leaves out",
    AsideReason.AGREED: "is agreed but not in place, which this view leaves out",
}
_DUTY_IS = {**_BODY_IS, AsideReason.ENDED: "is over", AsideReason.NOT_BEGUN: "only begins later"}


def of_themes(graph: GovernanceGraph, _: Any) -> str | None:
    """For rules about every theme."""
    return None if graph.themes else "The file names no theme (a weakness, a priority, a concern)."


def of_owned_themes(graph: GovernanceGraph, options: Any) -> str | None:
    """For rules about whoever answers for a theme."""
    unasked = of_themes(graph, options)
    if unasked is None and not any(graph.duties.there("responsible_for", theme) for theme in graph.themes):
        return "Nobody in force is stated to answer for a theme."
    return unasked


def called(graph: GovernanceGraph, theme: str) -> str:
    """The name of a theme, as the file gives it."""
    return graph.structure.themes[theme].name


def without(graph: GovernanceGraph, key: str) -> Iterator[Hit]:
    """A hit for each theme for which nobody in force has the duty: to answer for it, or to monitor it."""
    one, to_do = _SAID[key]
    for theme in _uncovered(graph, key):
        name, aside = called(graph, theme), graph.duties.kept_aside(key, theme)
        if aside:
            yield _stated(graph, key, theme)
        else:
            yield Hit(
                bodies=(),
                about=theme,
                certainty=Certainty.NOT_STATED,
                message=f"Nobody is stated to {to_do} this theme: {name}.",
                fix=f"Find out who {one} it, and state it ({key}): {name}. If there is nobody, have a body named.",
                at=("themes", theme),
            )


def without_together(graph: GovernanceGraph, key: str) -> Iterator[Hit]:
    """The same; of all themes on which the file is silent one hit."""
    one, to_do = _SAID[key]
    silent = []
    for theme in _uncovered(graph, key):
        if graph.duties.kept_aside(key, theme):
            yield _stated(graph, key, theme)
        else:
            silent.append(theme)
    if silent:
        these = "this theme" if len(silent) == 1 else f"these {len(silent)} themes"
        shown = "; ".join(called(graph, theme) for theme in silent[:LISTED])
        more = f"; and {len(silent) - LISTED} more" if len(silent) > LISTED else ""
        yield Hit(
            bodies=(),
            together=tuple(silent),
            certainty=Certainty.NOT_STATED,
            message=f"Nobody is stated to {to_do} {these}: {shown}{more}.",
            fix=f"Find out who {one} {'it' if len(silent) == 1 else 'them'}, and state it ({key}). Where there is "
            "nobody, have a body named.",
            at=("themes",),
        )


def _uncovered(graph: GovernanceGraph, key: str) -> list[str]:
    return [theme for theme in graph.themes if not graph.duties.there(key, theme)]


def _stated(graph: GovernanceGraph, key: str, theme: str) -> Hit:
    """That whoever has the duty is not there: the file states who, and why."""
    name, one, aside = called(graph, theme), _SAID[key][0], graph.duties.kept_aside(key, theme)
    return Hit(
        bodies=(),
        about=theme,
        message=f"Nobody {one} this theme: {name}.{_why_not_there(graph, aside)}",
        witness=[duty.step for duty in aside],
        fix=f"Have a body named that {one} it now, and state it ({key}): {name}.",
        at=("themes", theme),
    )


def _why_not_there(graph: GovernanceGraph, duties: tuple[Duty, ...]) -> str:
    """A sentence for each duty that is stated and does not count, with the reason."""
    return "".join(f" {sentence}" for sentence in dict.fromkeys(_why(graph, duty) for duty in duties[:LISTED]))


def _why(graph: GovernanceGraph, duty: Duty) -> str:
    name, one = graph.name(duty.body), _SAID[duty.key][0]
    if duty.aside is None or not duty.body_is_there:
        return f"It is stated that {name} {one} it, but {name} {_BODY_IS[duty.aside or AsideReason.ENDED]}."
    return f"It is stated that {name} {one} it, but that duty {_DUTY_IS[duty.aside]}."
