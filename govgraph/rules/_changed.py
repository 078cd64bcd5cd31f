"""What the rules that compare two structures share: when they can be asked, and how they speak of before and after."""

from collections.abc import Iterable
from typing import Any

from govgraph.findings import Step
from govgraph.graph import AsideReason
from govgraph.graph.comparison import Comparison

_WHY_NOT_THERE = {
    AsideReason.ENDED: "has ended",
    AsideReason.NOT_BEGUN: "has not begun yet",
    AsideReason.PROPOSED: "is only proposed now",
    AsideReason.AGREED: "is agreed but not in place",
    None: "is there no more under this id",
}


def of_any_change(change: Comparison, _: Any) -> str | None:
    """For rules about whatever was there before."""
    return None if change.before.bodies else "No body was in force in the structure before."


def of_people_before(change: Comparison, _: Any) -> str | None:
    """For rules about those who were heard before."""
    if not change.before.constituencies:
        return "The structure before names no constituency (a group of people who should be heard) to ask about."
    return of_any_change(change, _)


def of_themes_before(change: Comparison, _: Any) -> str | None:
    """For rules about what was to be owned by someone."""
    return None if change.before.structure.themes else "The structure before names no theme."


def was(steps: Iterable[Step]) -> list[Step]:
    """Steps of evidence that the structure before states."""
    return [step._replace(before=True) for step in steps]


def became(change: Comparison, body: str, now: str) -> str:
    """A body by its name, with the name of the one that stands for it now where that is another."""
    old, new = change.before.name(body), change.after.name(now)
    return old if old == new else f"{old} (now {new})"


def why_gone(change: Comparison, body: str) -> str:
    """That a body is not there any more, as far as the files after state it: the end of a sentence."""
    if change.is_stated_gone(body):
        return f"{_WHY_NOT_THERE[change.after.why_not_there(body)]}, and nothing is stated to replace it"
    return "does not stand in the file any more, and nothing is stated to replace it"
