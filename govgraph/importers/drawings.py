"""What a drawing says: shapes with texts, and connectors between them. It states nothing, so all of it is a draft."""

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Any, NamedTuple

from govgraph.importers.contents import clean, named, refused
from govgraph.importers.importer import Imported
from govgraph.importers.kinds import kind_of_name, names_people
from govgraph.importers.proposals import (
    Row,
    Said,
    also_called,
    field,
    is_a,
    is_a_theme,
    is_people,
    joined,
    read_relation,
    tie,
    unnamed_tie,
)
from govgraph.language import listed, plural
from govgraph.model.relation_words import RelationReading
from govgraph.model.scalars import UNSEEN, plain_name

_LONGEST_NAME = 120
"""Signs; a longer text in a shape is a note."""
_TO_PEOPLE = frozenset({"consulted", "informed"})
_TO_THEMES = frozenset({"responsible_for", "monitors"})
_BOTH_WAYS = frozenset({"works_with"})
"""Relations that mean the same from either end: a line without an arrowhead can say them."""
_GOES_ON = re.compile(r"^(?:[a-z&(]|(?:of|for|and) )")
_ABBREVIATED = re.compile(r"^(?P<name>.+?)\s*\((?P<short>[A-Z][A-Za-z&]{1,9})\)$")


class Shape(NamedTuple):
    """A shape with a text."""

    key: str
    text: str
    """Its text; lines are kept."""
    where: str
    """The page or line on which it is."""
    inside: str | None = None
    """The key of the shape around it that has a text."""
    kind: str | None = None
    """The kind, in words, where the drawing writes it with the name."""
    status: str | None = None
    """Likewise its status."""
    is_people: bool = False
    """Whether the drawing shows it as a group of people."""


class Connector(NamedTuple):
    """An arrow or a line between two shapes."""

    start: str
    end: str
    label: str
    where: str
    heads: int | None = 1
    """How many ends have an arrowhead: one at its end, both, or none; None where that is not known."""


class ShapeName(NamedTuple):
    """What the text of a shape is taken as: a name, its abbreviation, and what else it says."""

    name: str
    short: str = ""
    rest: str = ""


def name_in(text: str) -> ShapeName:
    """The name in the text of a shape: the lines up to one that ends as names of bodies do, else all lines."""
    lines = [line for line in map(clean, text.splitlines()) if line]
    if not lines:
        return ShapeName("")
    most = next((number for number, line in enumerate(lines) if number and ":" in line), len(lines))
    ends = [number for number in range(1, most + 1) if kind_of_name(" ".join(lines[:number])) is not None]
    taken = ends[-1] if ends else most
    while taken < most and _GOES_ON.match(lines[taken]):
        taken += 1
    name, rest = " ".join(lines[:taken]), " ".join(lines[taken:])
    short = _ABBREVIATED.match(name)
    if short and _are_initials(short["short"], short["name"]):
        return ShapeName(short["name"], short["short"], rest)
    return ShapeName(name, "", rest)


def _are_initials(short: str, name: str) -> bool:
    """Whether letters are the first ones of the words of a name, in their order; small words may be passed over."""
    words = re.findall(r"[^\W_]+", name.casefold())
    place = 0
    for letter in short.replace("&", "").casefold():
        found = next((number for number in range(place, len(words)) if words[number].startswith(letter)), None)
        if found is None or any(len(word) > len("the") for word in words[place:found]):
            return False
        place = found + 1
    return not any(len(word) > len("the") for word in words[place:])


def drafted(
    path: str,
    shapes: Sequence[Shape],
    connectors: Sequence[Connector],
    notices: Iterable[str] = (),
    noun: str = "drawing",
) -> Imported:
    """A draft of what a drawing shows, or another file of the same make. Raises InputError where nothing has a name."""
    imported = _Draft(path, shapes, connectors, noun).imported(list(notices))
    if not imported.data["draft"]:
        raise refused(path, f"Nothing in the {noun} has a name, so there is nothing to draft.")
    return imported


class _Draft:
    def __init__(self, path: str, shapes: Sequence[Shape], connectors: Sequence[Connector], noun: str) -> None:
        self._document = clean(PurePath(path).name) or noun
        self._noun = noun
        self._connectors = connectors
        self._notices: list[str] = []
        self._shapes: dict[str, list[Shape]] = {}
        """By the name as names are compared: shapes that say the same are one body."""
        self._parts: dict[str, ShapeName] = {}
        self._by_key: dict[str, str] = {}
        self._people: set[str] = set()
        self._gather(shapes)
        self._inside = [shape for shape in shapes if shape.inside in self._by_key and shape.key in self._by_key]
        self._readings = [self._read(connector) for connector in connectors]

    def _gather(self, shapes: Sequence[Shape]) -> None:
        notes, unseen = [], 0
        for shape in shapes:
            unseen += bool(UNSEEN.search(shape.text))
            parts = name_in(shape.text)
            if len(parts.name) > _LONGEST_NAME or not parts.name:
                notes.append(f"'{clean(shape.text)[:60]}...'")
                continue
            plain = plain_name(parts.name)
            self._shapes.setdefault(plain, []).append(shape)
            first = self._parts.setdefault(plain, parts)
            self._by_key[shape.key] = first.name
            if shape.is_people or (shape.kind is None and names_people(first.name)):
                self._people.add(first.name)
        if notes:
            text = plural(
                len(notes),
                "shape with a long text looks like a note and is",
                "shapes with long texts look like notes and are",
            )
            self._notices.append(f"{text} left out: {listed(list(named(notes)))}.")
        if unseen:
            text = plural(unseen, "text holds characters", "texts hold characters")
            self._notices.append(f"{text} that cannot be seen; those characters are left out.")

    def _read(self, connector: Connector) -> RelationReading | None:
        """The relation that the label of a connector says, where its direction is known; None for a question."""
        reading = read_relation(connector.label)
        if reading is None or reading.jointly:
            return None
        people = self._people & {self._by_key.get(connector.start, ""), self._by_key.get(connector.end, "")}
        if people and reading.key in _TO_PEOPLE and connector.heads != 1 and clean(connector.label) in _TO_PEOPLE:
            return reading._replace(turned=self._by_key.get(connector.end) not in people)
        if people and (self._by_key.get(connector.start) in people or reading.key not in _TO_PEOPLE):
            return None  # relations run between bodies; how people take part, a person has to say
        if connector.heads != 1 and reading.key not in _BOTH_WAYS:
            return None
        other = self._by_key.get(connector.start if reading.turned else connector.end, "")
        if reading.key in _TO_PEOPLE and kind_of_name(other) is not None:
            return None  # what has a seat in the structure as a body is no group of people
        return None if reading.key in _TO_THEMES and kind_of_name(other) is not None else reading

    def imported(self, notices: list[str]) -> Imported:
        """The draft and the notices."""
        rows = [*self._bodies(), *self._ties(), *self._nested()]
        return Imported({"draft": joined(rows)}, (*notices, *self._notices))

    def _bodies(self) -> Iterable[dict[str, Any]]:
        themes: set[str] = set()
        for connector, reading in zip(self._connectors, self._readings, strict=True):
            if reading is not None and reading.key in _TO_PEOPLE | _TO_THEMES:
                found = self._people if reading.key in _TO_PEOPLE else themes
                found.add(self._by_key.get(connector.start if reading.turned else connector.end, ""))
        for plain, shapes in self._shapes.items():
            parts, first = self._parts[plain], shapes[0]
            said = {"document": self._document, "says": clean(first.text), "where": _places(shapes)}
            if parts.name in themes:
                yield is_a_theme(parts.name, said)
            elif parts.name in self._people:
                yield is_people(parts.name, said)
            else:
                yield is_a(parts.name, said, first.kind, _questions(parts, shapes))
            if first.status:
                yield field(parts.name, "Status", first.status, said)
            if parts.short:
                yield also_called(parts.name, parts.short, said)

    def _ties(self) -> Iterable[dict[str, Any]]:
        loops = loose = 0
        for connector, reading in zip(self._connectors, self._readings, strict=True):
            start, end = self._by_key.get(connector.start), self._by_key.get(connector.end)
            if start is None or end is None:
                loose += 1
                continue
            if start == end:
                loops += 1
                continue
            said = {"document": self._document, "says": clean(connector.label) or None, "where": connector.where}
            if reading is None:
                yield self._asked(start, end, said, connector)
            else:
                yield tie(start, end, said, reading)
        if loose:
            text = plural(loose, "connector ends", "connectors end")
            self._notices.append(f"{text} on a shape that is left out, or that has no text, and is left out too.")
        if loops:
            text = plural(loops, "connector joins", "connectors join")
            self._notices.append(f"{text} a body to itself and {'is' if loops == 1 else 'are'} left out.")

    def _drawn(self, start: str, end: str, connector: Connector) -> str:
        label = clean(connector.label)
        said = f", labelled '{label}'" if label else ""
        if connector.heads == 1:
            return f"The {self._noun} has an arrow from {start} to {end}{said}."
        what = {0: "a line", 2: "an arrow with two heads", None: "a connector"}[connector.heads]
        return f"The {self._noun} joins {start} and {end} by {what}{said}."

    def _asked(self, start: str, end: str, said: Said, connector: Connector) -> Row:
        """A question how two ends are related; where one is a group of people, how it takes part in the body."""
        drawn = self._drawn(start, end, connector)
        people = self._people & {start, end}
        if len(people) != 1:
            return unnamed_tie(start, end, said, f"{drawn} How are they related?")
        group, body = (start, end) if start in people else (end, start)
        return unnamed_tie(body, group, said, f"{drawn} Do {group} take part in {body}, and how?")

    def _nested(self) -> Iterable[dict[str, Any]]:
        for shape in self._inside:
            inner, outer = self._by_key[shape.key], self._by_key[str(shape.inside)]
            if inner != outer:
                said = {"document": self._document, "says": None, "where": shape.where}
                question = f"The {self._noun} shows {inner} inside {outer}. How are they related, if they are?"
                yield unnamed_tie(inner, outer, said, question)


def _places(shapes: Sequence[Shape]) -> str:
    return "; ".join(named(dict.fromkeys(shape.where for shape in shapes)))


def _questions(parts: ShapeName, shapes: Sequence[Shape]) -> str | None:
    asked = []
    if len(shapes) > 1:
        asked.append(f"{len(shapes)} shapes say '{parts.name}'. Are they the same body?")
    if parts.rest:
        asked.append(f"The shape also says '{parts.rest}'. Is that part of its name?")
    return " ".join(asked) or None
