"""What a comparison does not see on its day and in its view, and what to ask to see it."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from govgraph.findings import Report
from govgraph.model import Change, Status, View, first_day, last_day
from govgraph.model.decisions import DecisionChange, FileChange
from govgraph.words.statements import day
from govgraph.words.verdict import many

_SHOWN = 3
_SETTLED = frozenset({Status.IN_PLACE.value, Status.UNDER_REVIEW.value, Status.AGREED.value})


def caveats(report: Report, *, commands: bool = True) -> Iterator[str]:
    """A sentence on what the change makes less settled, and one on the days at which it takes effect later.

    `commands`: also tell which option shows it, to whoever types commands.
    """
    changes = report.against.changes if report.against else ()
    unsettled = sum(_is_unsettled(change) for change in changes)
    if unsettled and report.view is View.PROPOSED:
        what = many(unsettled, "statement that was settled is", "statements that were settled are")
        how = ": `--view in_place` shows what holds without" if commands else ""
        yield f"{what} only proposed now, and looked at as if in place{how}."
    for change in changes:
        if change.path[0] == "constituencies" and change.path[-1] in ("name", "represented_by"):
            who = report.entry_name("constituencies", str(change.path[1]))
            what = "What they are called" if change.path[-1] == "name" else "Who speaks for them"
            yield f"{what} has changed: {who}. See that it is the same group of people."
    if report.against and commands:
        yield from (sentence for _, sentence in decisions_of(report))
    elif report.against and report.against.decisions and not report.against.decides:
        yield "The settings, or the list of known findings, have changed since the structure before too."
    days = sorted({one for change in changes for one in _days_after(change, report.as_of)})
    if days:
        told = ", ".join(map(day, days[:_SHOWN])) + (f" and {len(days) - _SHOWN} more" if len(days) > _SHOWN else "")
        how = f": check again with `--as-of {days[0].isoformat()}`" if commands else ""
        yield f"Part of this change takes effect only later, on days that are not looked at here ({told}){how}."


def decisions(base: str, changed: Sequence[DecisionChange], *, decides: bool) -> tuple[str, ...]:
    """A sentence on each file of settings, baseline or rules that is not what it was at the base."""
    used = f"What holds at {base} was used, not this file."
    warning = used if decides else "See whether that is meant: it decides which findings count."
    return tuple(f"{_decision(base, each)} {warning}" for each in changed)


def decisions_of(report: Report) -> tuple[tuple[DecisionChange, str], ...]:
    """Each such file of a comparison, with its sentence."""
    against = report.against
    if against is None:
        return ()
    said = decisions(against.base, against.decisions, decides=against.decides)
    return tuple(zip(against.decisions, said, strict=True))


def _decision(base: str, changed: DecisionChange) -> str:
    keys = f" ({', '.join(changed.keys)})" if changed.keys else ""
    said = {
        FileChange.CHANGED: f"{changed.path} differs from {base}",
        FileChange.NEW: f"{changed.path} is new since {base}",
        FileChange.GONE: f"{changed.path} was there at {base} and is gone",
    }
    return f"{said[changed.how]}{keys}."


def _is_unsettled(change: Change) -> bool:
    """Whether a body, or a statement of one, has become only proposed."""
    before, after = change.before, change.after
    if change.noun == "status" and not change.is_element:
        return after == Status.PROPOSED.value and (before or Status.IN_PLACE.value) in _SETTLED
    if change.is_element and isinstance(before, dict) and isinstance(after, dict):
        return after.get("status") == Status.PROPOSED.value != before.get("status")
    return False


def _days_after(change: Change, as_of: date) -> Iterator[date]:
    """The days after the one looked at on which what the change states begins, or holds no more."""
    now: Any = change.after if isinstance(change.after, dict) else {change.path[-1]: change.after}
    before: Any = change.before if isinstance(change.before, dict) else {change.path[-1]: change.before}
    for key, when in (("from", first_day), ("until", _is_over)):
        for text in {now.get(key), before.get(key)} if now.get(key) != before.get(key) else ():
            if isinstance(text, str) and when(text) > as_of:
                yield when(text)


def _is_over(text: str) -> date:
    last = last_day(text)
    return last + timedelta(days=1) if last < date.max else last
