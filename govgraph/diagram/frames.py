"""The frames of a drawing: days on which something changes, each before, after, or both laid over one another."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import product
from typing import NamedTuple, TypeVar

from govgraph.engine import Run
from govgraph.findings import Report
from govgraph.graph import GovernanceGraph
from govgraph.model import Statement, Status, Structure, SuccessorBy, View, first_day, last_day

Content = TypeVar("Content")


class Side(StrEnum):
    """Which structure a frame shows, where two are compared."""

    BEFORE = "before"
    AFTER = "after"
    BOTH = "both"


@dataclass(frozen=True, kw_only=True)
class Moment:
    """One day: the structure then, the one before where there is one, and what the rules found.

    A report is None where nothing could be asked on that day, and its silence says why.
    """

    day: date
    after: GovernanceGraph
    before: GovernanceGraph | None = None
    report: Report | None = None
    silence: str = ""
    report_before: Report | None = None
    """What the rules found in the structure before, taken for itself."""
    silence_before: str = ""

    @classmethod
    def of(cls, run: Run) -> "Moment":
        """The day of a run, with the structures that it looked at."""
        before = run.before
        return cls(
            day=run.as_of,
            after=run.graph,
            before=before.graph if before else None,
            report=run.judged,
            silence=run.silence,
            report_before=before.judged if before else None,
            silence_before=before.silence if before else "",
        )


class Frame(NamedTuple):
    """One picture: a day, and which of its structures."""

    number: int
    moment: Moment
    side: Side

    @property
    def graphs(self) -> tuple[GovernanceGraph, ...]:
        """The graphs that it shows; of two, the newer comes first, whose words count where both have a body."""
        before, after = self.moment.before, self.moment.after
        if before is None or self.side is Side.AFTER:
            return (after,)
        return (before,) if self.side is Side.BEFORE else (after, before)


class Frames:
    """All frames of a drawing, numbered; sets of them are the bits of a number.

    Args:
        moments: the days, in their order.
        main: the place of the moment that is shown first.

    """

    def __init__(self, moments: Sequence[Moment], main: int = 0) -> None:
        self.moments = tuple(moments)
        self.main = self.moments[main]
        against = self.main.report.against if self.main.report else None
        heirs = against.heirs if against else ()
        self.renamed = {heir.before: heir.after for heir in heirs if heir.by is SuccessorBy.SAME_NAME}
        """Bodies of the structure before that are the same under another id after."""
        self.sides = tuple(Side) if moments[0].before is not None else (Side.AFTER,)
        self.all = tuple(
            Frame(number, moment, side) for number, (moment, side) in enumerate(product(self.moments, self.sides))
        )
        self.initial = self.all[(main + 1) * len(self.sides) - 1]
        """The frame that is shown first."""
        self.full_mask = (1 << len(self.all)) - 1

    def box_key(self, graph: GovernanceGraph, body: str) -> str:
        """The id under which a body is drawn: the newer one, where it has two."""
        is_before = any(graph is moment.before for moment in self.moments)
        return self.renamed.get(body, body) if is_before else body

    def mask(self, moment: Moment, *sides: Side) -> int:
        """The frames of a moment that show these sides."""
        return sum(1 << frame.number for frame in self.all if frame.moment is moment and frame.side in sides)


class Variants(dict[Content, int]):
    """What differs from frame to frame: contents, each with the set of frames in which it stands."""

    def add(self, content: Content, frames: int) -> None:
        """Let a content stand in these frames too."""
        self[content] = self.get(content, 0) | frames

    def at(self, frame: Frame) -> Content | None:
        """The content that stands in one frame."""
        return next((content for content, frames in self.items() if frames >> frame.number & 1), None)


MAX_DAYS = 30
"""At most so many days are drawn, the nearest to the main one: each is a whole picture, with its findings."""


def days_of_change(structures: Iterable[Structure], view: View, main: date) -> tuple[tuple[date, ...], int]:
    """The days on which what a view holds changes, with the main day; and how many are left out."""
    days = {main}.union(*(_days(structure, view) for structure in structures))
    nearest = sorted(days, key=lambda day: (abs((day - main).days), day))[:MAX_DAYS]
    return tuple(sorted(nearest)), len(days) - len(nearest)


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
            for statement in stated if isinstance(stated, tuple) else ():
                if isinstance(statement, Statement):
                    yield statement, statement.status or status
