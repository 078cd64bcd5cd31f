"""What is drawn: bodies as boxes, relations and seats as links, what was found as marks; or only what is near one."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple

from govgraph.diagram import style
from govgraph.diagram.body_record import BodyRecord
from govgraph.diagram.frames import Frames, Variants
from govgraph.diagram.seat_words import VACANT, Chair
from govgraph.findings import Finding, Severity
from govgraph.graph.kernels import grouped
from govgraph.language import plural
from govgraph.model import Kind, Level
from govgraph.render.participation import SPEAKS, Amount


class BoxText(NamedTuple):
    """What stands in a box: the name, and smaller lines under it."""

    name: str
    details: tuple[str, ...]


class FactMark(NamedTuple):
    """The facts about a body: the gravest severity, how many they are, whether one of the gravest is a loss."""

    severity: Severity
    total: int
    is_loss: bool


class Change(StrEnum):
    """Whether a group takes more or less part than before, where a frame shows both."""

    GAIN = "gain"
    LOSS = "loss"
    NONE = ""


class GroupPart(NamedTuple):
    """The part that a group takes in a body, whether a fact is about that, and how it changes."""

    words: str
    amount: Amount
    is_wrong: bool = False
    change: Change = Change.NONE

    @property
    def speaks(self) -> bool:
        """Whether the body speaks for the group, rather than giving it a seat."""
        return self.words.startswith(SPEAKS)


class Badge(NamedTuple):
    """A seat whose holder is joined to the body by no line: who holds it, and in which role."""

    words: str
    link: int
    """The number of the link that is not drawn."""
    groups: tuple[str, ...]
    """The groups of people on whose behalf it is held."""


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
    kinds: Variants[Kind] = field(default_factory=Variants)
    levels: set[Level] = field(default_factory=set)
    """Every level at which it works in some frame."""
    texts: Variants[BoxText] = field(default_factory=Variants)
    accessible_names: Variants[str] = field(default_factory=Variants)
    facts: Variants[FactMark] = field(default_factory=Variants)
    questions: Variants[int] = field(default_factory=Variants)
    """How many questions about it the file does not answer."""
    chairs: Variants[Chair] = field(default_factory=Variants)
    """Who chairs or leads it, as far as the file says."""
    badges: Variants[tuple[Badge, ...]] = field(default_factory=Variants)
    records: Variants[BodyRecord] = field(default_factory=Variants)
    parts: dict[str, Variants[GroupPart]] = field(default_factory=dict)
    """How each group takes part."""
    voices: dict[str, Variants[tuple[int, ...]]] = field(default_factory=dict)
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
    statuses: Variants[str] = field(default_factory=Variants)
    """Its status, where it is less settled than its body, its rank or role, its end: `final say`, `co-chair, vote`."""
    groups: tuple[str, ...] = ()
    """Of a seat, the groups of people on whose behalf it is held."""
    is_drawn: bool = True
    """Whether it is a line; a seat that is not is a badge in the box of the body."""

    @property
    def is_seat(self) -> bool:
        """Whether it is a seat that a body holds on another, or a place in attendance."""
        return self.relation in style.SEATS

    @property
    def words(self) -> str:
        """What joins its bodies, in words: `reports to`, `holds a vacant seat on`."""
        is_empty = self.is_seat and all(role.startswith(VACANT) for role in self.statuses)
        return "holds a vacant seat on" if is_empty else style.words(self.relation)

    def labels(self) -> Iterator[tuple[str, int]]:
        """The texts that are written at it, each with the frames in which it is."""
        for status, frames in self.statuses.items():
            for change, mask in (("new", self.new), ("gone", self.gone), ("", ~(self.new | self.gone))):
                label = ", ".join(filter(None, (change, status)))
                if label and frames & mask:
                    yield label, frames & mask


@dataclass(kw_only=True)
class SceneFinding:
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
    findings: tuple[SceneFinding, ...]
    groups: dict[str, str]
    """The groups of people that are asked about, with their names, in the order of the file."""
    scope: str = ""
    """To what the drawing is limited, as sentences; empty where it shows everything."""

    def boxes_of(self, bodies: Iterable[str]) -> list[Box]:
        """The boxes of those bodies that are drawn."""
        return [self.boxes[body] for body in bodies if body in self.boxes]


_MAX_SEAT_LINES = 4
"""A holder with more seats than that has badges in place of lines: its lines would run across the whole picture."""
_BODIES_PER_SEAT_LINE = 2
"""Not more than one line of a seat for so many bodies; but a few can be drawn however small the picture is."""


def draw_seats(boxes: Mapping[str, Box], links: Iterable[Link]) -> None:
    """Decide which seats are lines, and give the boxes badges for all others.

    A seat is a badge where its two bodies are joined by another line already, and where its holder has so many seats
    that their lines would be a tangle. Where the lines of all others are too many still, those alone are drawn that
    speak for a group of people who are asked about; and none, where these are too many too.
    """
    links = list(links)
    joined = {frozenset((link.start, link.end)) for link in links if not link.is_seat}
    seats = [link for link in links if link.is_seat]
    free = [link for link in seats if link.start != link.end and frozenset((link.start, link.end)) not in joined]
    held = Counter(link.start for link in free)
    lines = [link for link in free if held[link.start] <= _MAX_SEAT_LINES]
    most = max(_MAX_SEAT_LINES, len(boxes) // _BODIES_PER_SEAT_LINE)
    for kept in (lines, [link for link in lines if link.groups], []):
        if len(kept) <= most:
            break
    drawn = {link.number for link in kept}
    for link in seats:
        link.is_drawn = link.number in drawn
    badges = grouped((link.end, link) for link in seats if not link.is_drawn)
    for key, box in boxes.items():
        box.badges = _badges(boxes, box, badges.get(key, ()))


def _badges(boxes: Mapping[str, Box], box: Box, seats: Sequence[Link]) -> Variants[tuple[Badge, ...]]:
    """The seats on a body that are no lines, those of groups that are asked about first, frame by frame."""
    badges: Variants[tuple[Badge, ...]] = Variants()
    ordered = sorted(seats, key=lambda link: not link.groups)
    shown = 0
    for link in ordered:
        shown |= link.shown
    for number in range(shown.bit_length()):
        frame = 1 << number
        chair = next((chair.words for chair, on in box.chairs.items() if on & frame), "")
        here = [
            Badge(f"{boxes[link.start].name}: {words}", link.number, link.groups)
            for link in ordered
            for words, on in link.labels()
            if on & frame and not _says(chair, words, boxes[link.start].name)
        ]
        if here:
            badges.add(tuple(here), frame)
    return badges


def _says(chair: str, role: str, name: str) -> bool:
    """Whether the line on who chairs says already that this holder has this role, and no more."""
    head, _, names = chair.partition(": ")
    is_named = re.search(rf"(?:^|, | and ){re.escape(name)}(?:$|, | and |; | \()", names) is not None
    return is_named and head.removesuffix("s").casefold() in (role, f"co-{role}")


def focused(scene: Scene, body: str, steps: int) -> Scene:
    """The scene of one body and what is at most so many relations or seats away from it, whichever way they lead."""
    near: dict[str, set[str]] = {}
    for link in scene.links:
        near.setdefault(link.start, set()).add(link.end)
        near.setdefault(link.end, set()).add(link.start)
    kept, edge = {body}, {body}
    for _ in range(steps):
        edge = {neighbour for key in edge for neighbour in near.get(key, ())} - kept
        kept |= edge
    boxes = {key: box for key, box in scene.boxes.items() if key in kept}
    for number, box in enumerate(boxes.values()):
        box.number = number
    links = tuple(link for link in scene.links if link.start in kept and link.end in kept)
    numbers = {link.number: number for number, link in enumerate(links)}
    for link in links:
        link.number = numbers[link.number]
    for box in boxes.values():
        for group, paths in box.voices.items():
            box.voices[group] = Variants()
            for path, frames in paths.items():
                box.voices[group].add(tuple(numbers[link] for link in path if link in numbers), frames)
    draw_seats(boxes, links)
    others = plural(len(scene.boxes) - len(boxes), "other body is", "other bodies are")
    scope = (
        f"Only {boxes[body].name} and what is at most {plural(steps, 'step')} from it; {others} left out. "
        "Verdict and numbers are of the whole structure."
    )
    findings = tuple(item for item in scene.findings if not item.bodies or not kept.isdisjoint(item.bodies))
    hidden = len(scene.findings) - len(findings)
    if hidden:
        scope = f"{scope} {plural(hidden, 'finding about others is', 'findings about others are')} left out too."
    return replace(scene, boxes=boxes, links=links, findings=findings, scope=scope)
