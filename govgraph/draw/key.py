"""The key of a drawing: of each sign that is drawn, and of no other, what it means."""

from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from govgraph.draw import look
from govgraph.draw.scene import Box
from govgraph.draw.view import View, sign
from govgraph.findings import Severity
from govgraph.model import Kind
from govgraph.words import Amount

_WIDE, _HIGH = 84, 40
"""The outline of a kind, which a sample shows at half its size: no smaller, or its corners would not go into it."""
_AMOUNTS = {
    Amount.SEAT: "a seat, or speaks for them",
    Amount.LESS: "takes part, without a seat",
    Amount.VACANT: "a seat that nobody fills",
    Amount.NONE: "no seat",
    Amount.NOT_STATED: "not stated",
}
_SURE = {True: "stated", False: "not stated"}


class Entry(NamedTuple):
    """One sign: which macro of `key.svg.j2` draws it (`relation`, `kind`, `sign`, `mark`), from what; and its words."""

    sample: str
    drawn: dict[str, Any]
    words: str


class Section(NamedTuple):
    """The entries of one sort, under a heading."""

    head: str
    entries: tuple[Entry, ...]


def key(view: View, frames: int, groups: Collection[str], *, seats: bool = False) -> list[Section]:
    """The key of what is drawn in these frames, with the parts that these groups take. No empty section.

    With `seats` also the lines that are drawn only for a body that is chosen.
    """
    found = [
        Section("Lines: read towards the sign", tuple(_lines(view, frames, seats=seats))),
        Section("Kinds of body", tuple(_kinds(view, frames))),
        Section(_who(view, groups), tuple(_parts(view, frames, groups))),
        Section("Findings: the gravest, and how many", tuple(_marks(view, frames))),
        Section("What has changed", tuple(_changes(view, frames))),
    ]
    return [section for section in found if section.entries]


def _drawn(view: View, frames: int) -> Iterator[Box]:
    return (box for box in view.scene.boxes.values() if box.shown & frames)


def _lines(view: View, frames: int, *, seats: bool) -> Iterator[Entry]:
    """The relations; the seats, which are drawn only where somebody asks for them, only where that is possible."""
    used = {link.relation for link in view.scene.links if link.shown & frames}
    for one in view.relations:
        if one["key"] in used and (seats or one["key"] not in look.SEATS):
            asked = ", drawn for the body that is chosen" if one["key"] in look.SEATS else ""
            yield Entry("relation", {**one, "css": ""}, one["words"] + asked)


def _kinds(view: View, frames: int) -> Iterator[Entry]:
    used = {kind for box in _drawn(view, frames) for kind, on in box.kinds if on & frames}
    for kind in Kind:
        if kind in used:
            drawn = {"css": "half", "kind": kind, "outline": look.outline(kind, _WIDE, _HIGH), "scale": 0.5}
            yield Entry("kind", drawn, kind.value.replace("_", " "))


def _who(view: View, groups: Collection[str]) -> str:
    """The heading over the parts: it names the group, where there is only one."""
    names = [name for group, name in view.scene.people.items() if group in groups]
    return f"Who has a seat: {names[0]}" if len(names) == 1 else "Who has a seat"


def _parts(view: View, frames: int, groups: Collection[str]) -> Iterator[Entry]:
    parts = [box.parts[group] for box in _drawn(view, frames) for group in groups if group in box.parts]
    used = {part.amount for varying in parts for part, on in varying if on & frames}
    for amount, words in _AMOUNTS.items():
        if amount in used:
            yield Entry("sign", sign(amount)._asdict(), words)


def _marks(view: View, frames: int) -> Iterator[Entry]:
    used = {(mark.severity, mark.stated) for box in _drawn(view, frames) for mark, on in box.marks if on & frames}
    paths = {mark["severity"]: mark["path"] for box in view.boxes for mark in box["marks"]}
    for severity in Severity:
        for stated, sure in _SURE.items():
            if (severity, stated) in used:
                drawn = {"severity": severity, "stated": stated, "path": paths[severity]}
                yield Entry("mark", drawn, f"{severity}, {sure}")


def _changes(view: View, frames: int) -> Iterator[Entry]:
    """What the styles of lines mean where two structures are laid over one another."""
    boxes = list(_drawn(view, frames))
    links = [link for link in view.scene.links if link.shown & frames and link.relation not in look.SEATS]
    if any(box.new & frames for box in boxes):
        yield _box("new", "new body")
    if any(box.gone & frames for box in boxes):
        yield _box("gone", "body that is gone after")
    if any("changed" in face.under for box in boxes for face, on in box.faces if on & frames):
        yield _box("", "body with the word “changed”: something else is stated of it")
    if any(link.new & frames for link in links):
        yield Entry("relation", {"css": " new", "dashes": "", "head": look.Head.NONE}, "new line")
    if any(link.gone & frames for link in links):
        yield Entry("relation", {"css": " gone", "dashes": "", "head": look.Head.NONE}, "line that is gone after")


def _box(css: str, words: str) -> Entry:
    drawn = {
        "css": css,
        "kind": Kind.COMMITTEE,
        "outline": look.outline(Kind.COMMITTEE, _WIDE / 2, _HIGH / 2),
        "scale": 1,
    }
    return Entry("kind", drawn, words)
