"""What stands in the graph, and what is excluded with the reason: ended, not begun, not in this view."""

from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from govgraph.model import SourceRef, Statement, Status, View, first_day, last_day
from govgraph.model.faults import Loc


class Step(NamedTuple):
    """One step of evidence: who, in which relation, to whom, how settled, and where that is stated.

    `start` and `end` are ids of bodies; `start` is that of a constituency where `people` is true, and None where it
    is not stated; `end` is text for `accountable_to`. `before` is true where the structure before states it; `how` says
    in which way: `co-chair, with a vote`.
    """

    start: str | None
    relation: str
    end: str
    status: Status
    source: SourceRef | None
    people: bool = False
    before: bool = False
    how: str = ""


class ExclusionReason(StrEnum):
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
    at: Loc
    how: str = ""
    """What else it states of itself: of a line, how it stands among several; of an appointment, to which role."""

    @property
    def ends(self) -> tuple[str, ...]:
        """The bodies that it ties together."""
        return (self.body, self.to)

    @property
    def step(self) -> Step:
        """The tie as evidence."""
        return Step(self.body, self.relation, self.to, self.status, self.source, how=self.how)


class ExternalAccountability(NamedTuple):
    """Where a line of accountability leaves the structure well: `to` is text."""

    body: str
    to: str
    status: Status
    source: SourceRef | None
    at: Loc
    how: str = ""
    """How it stands among several lines: `final say`, `jointly`."""

    @property
    def ends(self) -> tuple[str, ...]:
        """The body whose line it is."""
        return (self.body,)

    @property
    def step(self) -> Step:
        """The exit as evidence."""
        return Step(self.body, "accountable_to", self.to, self.status, self.source, how=self.how)


class Excluded(NamedTuple):
    """A tie or exit that is not in the graph; `because` is the body that is not, None where the line itself is not."""

    tie: Tie | ExternalAccountability
    reason: ExclusionReason
    because: str | None


class Window(NamedTuple):
    """The date and the view that are looked at. `speaks_for` is the day for which the file speaks, if it states one."""

    as_of: date
    view: View
    speaks_for: date | None = None

    def status_then(self, statement: Statement, status: Status) -> Status:
        """The status of a statement on the day looked at: what has ended was in place up to its last day.

        Where only the month or the year of the end is stated, the file's own day is the first on which it is over.
        """
        if status is not Status.ENDED or statement.until is None:
            return status
        end = last_day(statement.until)
        if self.speaks_for is not None and first_day(statement.until) < end:
            end = min(end, self.speaks_for - timedelta(days=1))
        return status if end < self.as_of else Status.IN_PLACE

    def exclusion_reason(self, statement: Statement, status: Status) -> ExclusionReason | None:
        """Why a statement of this status, as it was then, is outside; None where it is inside."""
        if status is Status.ENDED:
            return ExclusionReason.ENDED
        if status not in self.view.statuses:
            return ExclusionReason.PROPOSED if status is Status.PROPOSED else ExclusionReason.AGREED
        if statement.until is not None and last_day(statement.until) < self.as_of:
            return ExclusionReason.ENDED
        if statement.from_ is not None and first_day(statement.from_) > self.as_of:
            return ExclusionReason.NOT_BEGUN
        return None
