"""The days on which something in a structure begins, or holds no more."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from govgraph.model import Statement, Status, Structure, View, first_day, last_day

MOST = 30
"""So many days are drawn, those nearest to the one that is looked at: each is a whole picture, with its findings."""


def days_of_change(structures: Iterable[Structure], view: View, main: date) -> tuple[tuple[date, ...], int]:
    """The days on which what a view holds changes, with the day that is looked at; and how many are left out."""
    found = {main}
    for structure in structures:
        found.update(_days(structure, view))
    nearest = sorted(found, key=lambda day: (abs((day - main).days), day))[:MOST]
    return tuple(sorted(nearest)), len(found) - len(nearest)


def _days(structure: Structure, view: View) -> Iterator[date]:
    for statement, status in _statements(structure):
        was_in_place = status is Status.ENDED and statement.until is not None
        if status in view.statuses or was_in_place:
            if statement.from_ is not None:
                yield first_day(statement.from_)
            if statement.until is not None and last_day(statement.until) < date.max:
                yield last_day(statement.until) + timedelta(days=1)


def _statements(structure: Structure) -> Iterator[tuple[Statement, Status]]:
    """Every statement that may have days, with its status: its own, else its body's, else its file's."""
    for body in structure.bodies.values():
        status = body.status or structure.status or Status.IN_PLACE
        yield body, status
        for key in body.model_fields_set:
            stated = getattr(body, key)
            for one in stated if isinstance(stated, tuple) else ():
                if isinstance(one, Statement):
                    yield one, one.status or status
