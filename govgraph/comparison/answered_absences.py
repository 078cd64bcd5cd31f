"""Seats that answer a stated absence: people were said to have no seat on a body, and are given one."""

from collections.abc import Iterable
from typing import Any

from govgraph.model import Change, ChangeKind, Role, Structure


def with_answers(changes: Iterable[Change], after: Structure) -> tuple[Change, ...]:
    """The changes, each seat with the absence in whose place it stands, where that absence ends or is gone."""
    listed = tuple(changes)
    answered = {
        (change.body, change.before["constituency"]): change.before
        for change in listed
        if change.path[-1] == "without" and change.is_element and _ends(change)
    }
    return tuple(_with_answer(change, answered, after) for change in listed) if answered else listed


def _ends(change: Change) -> bool:
    """Whether an absence is not stated any more, or only for other days."""
    if change.kind is ChangeKind.REMOVED:
        return True
    return change.kind is ChangeKind.CHANGED and any(field.key in ("from", "until") for field in change.fields())


def _with_answer(change: Change, answered: dict[tuple[str | None, str], Any], after: Structure) -> Change:
    if not change.is_element or change.path[-1] != "seats" or change.after is None:
        return change
    absences = (answered.get((change.body, who)) for who in _spoken_for(change.after, after))
    return change._replace(in_place_of=next((absence for absence in absences if absence), None))


def _spoken_for(seat: dict[str, Any], after: Structure) -> Iterable[str]:
    """The groups of people for whom a seat is held; nobody where its holder only attends."""
    if Role(seat.get("role", Role.MEMBER)).attends_only:
        return ()
    if "on_behalf_of" in seat:
        return (seat["on_behalf_of"],)
    return (who for who, people in after.constituencies.items() if seat.get("holder") in people.represented_by)
