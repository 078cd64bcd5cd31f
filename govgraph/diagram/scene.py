"""What is drawn: bodies as boxes, relations and seats as links, findings as marks; or only what is near one body."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from govgraph.diagram.body_record import BodyRecord
from govgraph.diagram.frames import Frames, Variants
from govgraph.findings import Finding, Severity
from govgraph.language import plural
from govgraph.model import Kind, Level
from govgraph.render.participation import Part


class BoxText(NamedTuple):
    """What stands in a box: the name, and smaller lines under it."""

    name: str
    details: tuple[str, ...]


class FindingMark(NamedTuple):
    """The findings about a body: the gravest severity, how many they are, whether one of the gravest is stated."""

    severity: Severity
    total: int
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
    kinds: Variants[Kind] = field(default_factory=Variants)
    levels: set[Level] = field(default_factory=set)
    """Every level at which it works in some frame."""
    texts: Variants[BoxText] = field(default_factory=Variants)
    accessible_names: Variants[str] = field(default_factory=Variants)
    marks: Variants[FindingMark] = field(default_factory=Variants)
    records: Variants[BodyRecord] = field(default_factory=Variants)
    parts: dict[str, Variants[Part]] = field(default_factory=dict)
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
    """Its status, where it is less settled than the body that states it, and the rank of a line: `final say`."""

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
    """The groups of people that are asked about, with their names."""
    scope: str = ""
    """To what the drawing is limited, as sentences; empty where it shows everything."""

    def boxes_of(self, bodies: Iterable[str]) -> list[Box]:
        """The boxes of those bodies that are drawn."""
        return [self.boxes[body] for body in bodies if body in self.boxes]


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
