"""What stands in the graph, and what is kept aside with the reason: ended, not begun, not in this view."""

from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from govgraph.findings import Step
from govgraph.model import SourceRef, Statement, Status, View, first_day, last_day
from govgraph.model.place import Path


class AsideReason(StrEnum):
    """Why a statement of the file is not in the graph."""

    ENDED = "ended"
    NOT_BEGUN = "not begun"
    PROPOSED = "only proposed"
    AGREED = "agreed but not in place"


class Tie(NamedTuple):
    """A relation that the file states, from one body to another."""

    body: str
    relation: str
    to: str
    status: Status
    source: SourceRef | None
    at: Path

    @property
    def step(self) -> Step:
        """The tie as evidence."""
        return Step(self.body, self.relation, self.to, self.status, self.source)


class Exit(NamedTuple):
    """Where a line of accountability leaves the structure well: `to` is text."""

    body: str
    to: str
    status: Status
    source: SourceRef | None
    at: Path

    @property
    def step(self) -> Step:
        """The exit as evidence."""
        return Step(self.body, "accountable_to", self.to, self.status, self.source)


class Aside(NamedTuple):
    """A tie or exit that is not in the graph; `because` is the body that is not, None where the line itself is not."""

    tie: Tie | Exit
    reason: AsideReason
    because: str | None


class Window:
    """One date and one view: what is looked at. `speaks_for` is the day for which the file speaks, if it says."""

    def __init__(self, as_of: date, view: View, speaks_for: date | None = None) -> None:
        self.as_of = as_of
        self._statuses = view.statuses
        self._speaks_for = speaks_for

    def status_then(self, statement: Statement, status: Status) -> Status:
        """The status of a statement on the day looked at: what has ended was in place up to its last day.

        Where only the month or the year of the end is stated, the file's own day is the first on which it is over.
        """
        if status is not Status.ENDED or statement.until is None:
            return status
        end = last_day(statement.until)
        if self._speaks_for is not None and first_day(statement.until) < end:
            end = min(end, self._speaks_for - timedelta(days=1))
        return status if end < self.as_of else Status.IN_PLACE

    def aside(self, statement: Statement, status: Status) -> AsideReason | None:
        """Why a statement of this status, as it was then, is outside; None where it is inside."""
        if status is Status.ENDED:
            return AsideReason.ENDED
        if status not in self._statuses:
            return AsideReason.PROPOSED if status is Status.PROPOSED else AsideReason.AGREED
        if statement.until is not None and last_day(statement.until) < self.as_of:
            return AsideReason.ENDED
        if statement.from_ is not None and first_day(statement.from_) > self.as_of:
            return AsideReason.NOT_BEGUN
        return None
