"""CHG104: themes that somebody answered for, or that were at least named, and are not after the change."""

from collections.abc import Iterator

from govgraph.comparison.comparison import Comparison
from govgraph.engine import Options, rule
from govgraph.findings import Aspect, Bodies, Hit, Severity, Themes, say
from govgraph.findings.message import NOTHING
from govgraph.rules._phrases import earlier_steps


def _of_themes_before(change: Comparison, options: Options) -> str | None:
    return None if change.before.structure.themes else "The structure before names no theme."


@rule(code="CHG104", name="theme-dropped", severity=Severity.WARNING, applies_to=_of_themes_before)
def theme_dropped(change: Comparison, options: Options) -> Iterator[Hit]:
    """A weakness, priority or concern that a body was responsible for or monitored is nobody's after the change.

    Why it matters:
        What an inspection found, or parents raised, is only put right while somebody is responsible for it. In a new
        structure it is easily left behind, and then no meeting asks after it.

    Flagged:
        themes: therapy-waits
        board: board, strategic
        group: working_group
        before: group -- responsible_for --> therapy-waits

    Clean:
        themes: therapy-waits
        board: board, strategic
        group: working_group
        before: group -- responsible_for --> therapy-waits
        after: board -- responsible_for --> therapy-waits

    How to fix:
        Find out which body is responsible for it now, and which one monitors it, and record both. If the work is done,
        waive this finding, and say who decided that.
    """
    for dropped in change.dropped_themes():
        still = change.succession.theme(dropped.theme)
        graph, key = (change.before, dropped.theme) if still is None else (change.after, still)
        theme = Themes.of(graph, key)
        message = NOTHING if dropped.named else say("{theme} [is|are] no longer listed.", theme=theme)
        for steps, words in (
            (dropped.owners, "[was|were] responsible for {theme}"),
            (dropped.monitors, "monitored {theme}"),
        ):
            if steps:
                bodies = Bodies.of(change.before, [step.start or "" for step in steps])
                now = ", and nobody is named now" if dropped.named else ""
                message &= say(f"{{bodies}} {words}{now}.", bodies=bodies, theme=theme)
        lacks = [Aspect.OWNER.of(graph, key)] if dropped.owners or not dropped.monitors else []
        before = [*dropped.owners, *dropped.monitors]
        starts = [step.start or "" for step in before]
        heirs = [heir for start in starts for heir in change.succession.heirs(start) or (start,)]
        yield Hit(
            bodies=tuple(dict.fromkeys(heirs)),
            about=dropped.theme,
            lacks=[*lacks, Aspect.MONITOR.of(graph, key)] if dropped.monitors else lacks,
            message=message,
            witness=earlier_steps(before),
            fix=say("If the work on {theme} is done, record who decided that.", theme=theme),
            at=("themes", still) if still else ("themes",),
        )
