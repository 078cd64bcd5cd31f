"""What can be looked at: days on which something changes, each before, after, or both laid over one another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

from govgraph.findings import Report
from govgraph.graph import GovernanceGraph
from govgraph.graph.people import the_same_people
from govgraph.model import HeirBy

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


def moment_of(report: Report) -> Moment:
    """The day of a report, with the structures that it looked at."""
    after = GovernanceGraph(report.structure, report.as_of, report.view, report.only_for or None)
    against, before = report.against, None
    if against is not None and against.structure is not None and against.as_of is not None:
        people = the_same_people(against.structure, after)
        before = GovernanceGraph(against.structure, against.as_of, report.view, people)
    return Moment(day=after.as_of, after=after, before=before, report=report)


class Frame(NamedTuple):
    """One picture among those that can be looked at."""

    number: int
    moment: Moment
    side: Side

    @property
    def graphs(self) -> tuple[GovernanceGraph, ...]:
        """The graphs that it shows; of two, the one whose words count where both have a body comes first."""
        before, after = self.moment.before, self.moment.after
        if before is None or self.side is Side.AFTER:
            return (after,)
        return (before,) if self.side is Side.BEFORE else (after, before)


class Frames:
    """All frames of a drawing, numbered; sets of them are the bits of a number.

    Args:
        moments: the days, in their order.
        first: the number of the moment that is shown first.

    """

    def __init__(self, moments: Sequence[Moment], first: int = 0) -> None:
        self.moments = tuple(moments)
        self.renamed = dict(_renamed(moments[first]))
        """Bodies of the structure before that are the same under another id after."""
        self.sides = tuple(Side) if moments[0].before is not None else (Side.AFTER,)
        self.all = tuple(
            Frame(place * len(self.sides) + number, moment, side)
            for place, moment in enumerate(self.moments)
            for number, side in enumerate(self.sides)
        )
        self.main = self.moments[first]
        self.first = self.all[(first + 1) * len(self.sides) - 1]
        self.every = (1 << len(self.all)) - 1

    def key(self, graph: GovernanceGraph, body: str) -> str:
        """Under which id a body is drawn: the newer one, where it has two."""
        is_before = any(graph is moment.before for moment in self.moments)
        return self.renamed.get(body, body) if is_before else body

    def of(self, moment: Moment, *sides: Side) -> int:
        """The frames of a moment that show these sides."""
        return sum(1 << frame.number for frame in self.all if frame.moment is moment and frame.side in sides)


def _renamed(moment: Moment) -> Iterator[tuple[str, str]]:
    against = moment.report.against if moment.report else None
    for heir in against.heirs if against else ():
        if heir.by is HeirBy.SAME_NAME:
            yield heir.before, heir.after


class Varying(Generic[Content]):
    """What is not the same in every frame: contents, each with the frames in which it stands."""

    def __init__(self) -> None:
        self._frames: dict[Content, int] = {}

    def add(self, content: Content, frames: int) -> None:
        """Let a content stand in these frames too."""
        self._frames[content] = self._frames.get(content, 0) | frames

    def __iter__(self) -> Iterator[tuple[Content, int]]:
        return iter(self._frames.items())

    def __bool__(self) -> bool:
        return bool(self._frames)

    @property
    def contents(self) -> tuple[Content, ...]:
        """Every content, each once."""
        return tuple(self._frames)

    @property
    def frames(self) -> int:
        """The frames in which any of them stands."""
        together = 0
        for frames in self._frames.values():
            together |= frames
        return together

    def at(self, frame: Frame) -> Content | None:
        """What stands in one frame."""
        return next((content for content, frames in self if frames >> frame.number & 1), None)
