"""CHG104: themes that somebody answered for, or that were at least named, and are not after the change."""

from collections.abc import Iterator

from govgraph.comparison.comparison import Comparison
from govgraph.engine import Options, rule
from govgraph.findings import Certainty, Hit, Severity
from govgraph.rules._phrases import earlier_steps, names, of_themes_before


@rule(code="CHG104", name="theme-dropped", severity=Severity.WARNING, applies_to=of_themes_before)
def theme_dropped(change: Comparison, options: Options) -> Iterator[Hit]:
    """A weakness, priority or concern that somebody answered for or monitored is nobody's after the change.

    Why it matters:
        What an inspection found, or parents raised, is only put right while somebody must answer for it. In a new
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
        Name the body that answers for it now, and the one that monitors it. If it is done, say where that was
        decided, and waive this finding with the reason.
    """
    for dropped in change.dropped_themes():
        theme = change.before.structure.themes[dropped.theme].name
        message = f"Nobody is stated to {'answer for' if dropped.owners else 'monitor'} this theme any more: {theme}."
        if not dropped.named:
            message = f"A theme is not named any more: {theme}."
        for steps, verb in ((dropped.owners, "answered for"), (dropped.monitors, "monitored")):
            if steps:
                message += f" Before, {names(change.before, [step.start or '' for step in steps])} {verb} it."
        before = [*dropped.owners, *dropped.monitors]
        starts = [step.start or "" for step in before]
        heirs = [heir for start in starts for heir in change.succession.heirs(start) or (start,)]
        still = change.succession.theme(dropped.theme)
        yield Hit(
            bodies=tuple(dict.fromkeys(heirs)),
            about=dropped.theme,
            certainty=Certainty.NOT_STATED,
            message=message,
            witness=earlier_steps(before),
            fix=f"Find out who answers for it now, and who monitors it, and name them: {theme}. If it is done, record "
            "where that was decided (waiver).",
            at=("themes", still) if still else ("themes",),
        )
