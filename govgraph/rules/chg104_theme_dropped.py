"""CHG104: themes that somebody answered for, or that were at least named, and are not after the change."""

from collections.abc import Iterator

from govgraph.findings import Certainty, Hit, Severity, Step
from govgraph.graph.comparison import Comparison, DroppedTheme
from govgraph.rules._changed import of_themes_before, was
from govgraph.rules._rule import Options, rule
from govgraph.rules._words import names


@rule(code="CHG104", name="theme-dropped", severity=Severity.WARNING, asks=of_themes_before)
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
        before = [*dropped.owners, *dropped.monitors]
        heirs = [heir for step in before for heir in _heirs(change, step)]
        still = change.succession.theme(dropped.theme)
        yield Hit(
            bodies=tuple(dict.fromkeys(heirs)),
            about=dropped.theme,
            certainty=Certainty.NOT_STATED,
            message=f"{_what(dropped, theme)} {_before(change, dropped)}".rstrip(),
            witness=was(before),
            fix=f"Find out who answers for it now, and who monitors it, and name them: {theme}. If it is done, record "
            "where that was decided (waiver).",
            at=("themes", still) if still else ("themes",),
        )


def _heirs(change: Comparison, step: Step) -> tuple[str, ...]:
    return change.succession.heirs(step.start or "") or (step.start or "",)


def _what(dropped: DroppedTheme, theme: str) -> str:
    if not dropped.named:
        return f"A theme is not named any more: {theme}."
    if dropped.owners:
        return f"Nobody is stated to answer for this theme any more: {theme}."
    return f"Nobody is stated to monitor this theme any more: {theme}."


def _before(change: Comparison, dropped: DroppedTheme) -> str:
    said = []
    for steps, verb in ((dropped.owners, "answered for"), (dropped.monitors, "monitored")):
        if steps:
            said.append(f"Before, {names(change.before, [step.start or '' for step in steps])} {verb} it.")
    return " ".join(said)
