"""What is drawn: bodies as boxes, relations and seats as links, findings as marks, in every frame at once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from govgraph.draw.frames import Frames, Varying
from govgraph.draw.telling import Record
from govgraph.findings import Finding, Severity
from govgraph.model import Kind, Level
from govgraph.words import Part


class Face(NamedTuple):
    """What stands in a box: the name, and smaller lines under it."""

    name: str
    under: tuple[str, ...]


class Mark(NamedTuple):
    """The sign of what was found about a body: the heaviest, and how many. Not stated: it rests on silence alone."""

    severity: Severity
    number: int
    stated: bool


@dataclass(kw_only=True)
class Box:
    """One body. `shown`, `new` and `gone` are sets of frames."""

    key: str
    number: int = 0
    shown: int = 0
    new: int = 0
    gone: int = 0
    name: str = ""
    """The name in the frame that is shown first, else the one that it has in others."""
    kinds: Varying[Kind] = field(default_factory=Varying)
    levels: set[Level] = field(default_factory=set)
    """Every level at which it works in some frame."""
    faces: Varying[Face] = field(default_factory=Varying)
    spoken: Varying[str] = field(default_factory=Varying)
    marks: Varying[Mark] = field(default_factory=Varying)
    records: Varying[Record] = field(default_factory=Varying)
    parts: dict[str, Varying[Part]] = field(default_factory=dict)
    """How each group takes part."""
    voices: dict[str, Varying[tuple[int, ...]]] = field(default_factory=dict)
    """For each group, the numbers of the links along which its voice reaches the body."""


@dataclass(kw_only=True)
class Link:
    """One relation or seat, from the body that states it to the other."""

    number: int
    start: str
    relation: str
    end: str
    shown: int = 0
    new: int = 0
    gone: int = 0
    settled: Varying[str] = field(default_factory=Varying)
    """How settled it is, where that is less than the body that states it: `proposed`."""

    def words(self) -> Iterator[tuple[str, int]]:
        """What is written beside it, each with the frames in which that is so."""
        for settled, frames in self.settled:
            for turned, when in (("new", self.new), ("gone", self.gone), ("", ~(self.new | self.gone))):
                said = ", ".join(filter(None, (turned, settled)))
                if said and frames & when:
                    yield said, frames & when


@dataclass(kw_only=True)
class Found:
    """A finding, the bodies that it is about, and the frames in which it holds."""

    number: int
    finding: Finding
    bodies: tuple[str, ...]
    shown: int = 0
    gone: str = ""
    """Why it is not found any more, in words."""
    before: bool = False
    """Whether it was found in the structure before, taken for itself."""


@dataclass(frozen=True, kw_only=True)
class Scene:
    """Everything that is drawn; boxes in the order of names, numbered so."""

    frames: Frames
    boxes: dict[str, Box]
    links: tuple[Link, ...]
    found: tuple[Found, ...]
    people: dict[str, str]
    """The groups of people that are asked about, with their names."""
    only: str = ""
    """What alone is drawn, as a sentence; empty where it is everything."""

    def drawn(self, bodies: Iterable[str]) -> list[Box]:
        """The boxes of some bodies, as far as they are drawn."""
        return [self.boxes[body] for body in bodies if body in self.boxes]
