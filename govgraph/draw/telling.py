"""What is said of one body: its name as a screen reader speaks it, its row in the table, all that is known of it."""

from collections.abc import Iterator
from typing import NamedTuple

from govgraph import words
from govgraph.graph import GovernanceGraph, Tie, Trace
from govgraph.model import Seat, Status, relation_keys
from govgraph.model.representation import Contact

_FEW = 8
"""A screen reader names so many bodies of a kind, and then says how many more."""
_MANY = 40
"""The details name so many, and then say how many more."""


class Heard(NamedTuple):
    """How a group takes part in a body: the id of the group, its name, and its part."""

    group: str
    name: str
    part: words.Part


class Record(NamedTuple):
    """What is said of one body. Each list is of plain sentences or names."""

    name: str
    kind: str
    status: str
    leaves: tuple[str, ...]
    beside: tuple[str, ...]
    below: tuple[str, ...]
    heard: tuple[Heard, ...]
    facts: tuple[tuple[str, str], ...]
    sits: tuple[str, ...]
    told: tuple[words.Told, ...]
    above: str
    """To whom it answers, in one sentence, also where that is nobody or not stated."""

    @property
    def spoken(self) -> str:
        """The name by which a screen reader calls its box: what it is, its relations, who is heard."""
        head = ", ".join(filter(None, (self.name, self.kind, self.status)))
        parts = [f"{one.name}: {one.part.words}" for one in self.heard]
        return " ".join([f"{head}.", *(f"{_capital(one)}." for one in (self.above, *self.beside, *self.below, *parts))])


class Teller:
    """Tells of bodies, each once.

    Args:
        with_names: whether the names of people are told too.

    """

    def __init__(self, *, with_names: bool = False) -> None:
        self._with_names = with_names

    def record(self, graph: GovernanceGraph, traced: Trace) -> Record:
        """All that is said of one body in one graph."""
        body = traced.body
        stated = graph.body(body)
        levels = ", ".join(level.value for level in stated.level)
        kind = stated.kind.value.replace("_", " ")
        status = graph.status(body)
        return Record(
            name=stated.name,
            kind=", ".join(filter(None, (kind, levels, "several bodies" if stated.several else ""))),
            status="" if status is Status.IN_PLACE else status.words,
            leaves=tuple(f"accountable to {leaving.to}" for leaving in graph.accountability.leaves_at(body)),
            beside=tuple(_ties(graph, body, lines=False)),
            below=tuple(_others(graph, body)),
            heard=tuple(_heard(graph, body)),
            facts=tuple(_facts(graph, body)),
            sits=tuple(_cut(list(self._sits(graph, body)))),
            above="; ".join(_above(graph, body)),
            told=tuple(_short(part) for part in words.told(traced)),
        )

    def _sits(self, graph: GovernanceGraph, body: str) -> Iterator[str]:
        for presence in graph.voice.everybody_on(body):
            said = words.step(graph.structure, presence.step)
            part = presence.part
            if isinstance(part, Contact):
                named = ", ".join(filter(None, (part.title, part.post)))
                said = f"{said}: {named}" if named else said
            if self._with_names and isinstance(part, Seat | Contact) and part.person:
                said = f"{said}: {part.person}"
            if isinstance(part, Seat | Contact) and part.vacant and presence.relation != "vacant_seat_on":
                said = f"{said}; vacant"
            if isinstance(part, Seat) and part.holder and graph.why_not_there(part.holder) is not None:
                said = f"{said}; {graph.name(part.holder)} is not in force then"
            yield said


def _ties(graph: GovernanceGraph, body: str, *, lines: bool) -> Iterator[str]:
    for key, mark in relation_keys().items():
        if mark.line is lines:
            own = [tie for tie in graph.ties_of(body) if tie.body == body and tie.relation == key]
            for settled in sorted({unsettled(graph, tie) for tie in own}):
                others = [tie.to for tie in own if unsettled(graph, tie) == settled]
                yield f"{mark.words} {_names(graph, others)}{f' ({settled})' if settled else ''}"


def _above(graph: GovernanceGraph, body: str) -> Iterator[str]:
    leaves = graph.accountability.leaves_at(body)
    yield from _ties(graph, body, lines=True)
    yield from (f"accountable to {leaving.to}" for leaving in leaves)
    if not leaves and not graph.accountability.steps_from(body):
        complete = graph.lines_are_complete(body)
        yield "answers to nobody: the list of its lines is complete" if complete else "to whom it answers is not stated"


def _others(graph: GovernanceGraph, body: str) -> Iterator[str]:
    """What others state about their relation to this body."""
    for key, mark in relation_keys().items():
        ties = (tie for tie in graph.ties_of(body) if tie.to == body and tie.body != body)
        found = [tie for tie in ties if tie.relation == key]
        for settled in sorted({unsettled(graph, tie) for tie in found}):
            others = sorted({tie.body for tie in found if unsettled(graph, tie) == settled})
            who = "these" if len(others) > 1 else "this"
            said = f"{_names(graph, others)}: {who} {_plural(mark.words, len(others))} it"
            yield f"{said} ({settled})" if settled else said


def unsettled(graph: GovernanceGraph, tie: Tie) -> str:
    """How settled a relation is, in words, where that is less than the body that states it; else nothing."""
    if tie.status in (Status.IN_PLACE, Status.UNDER_REVIEW, graph.status(tie.body)):
        return ""
    return tie.status.words


def _plural(said: str, number: int) -> str:
    if number == 1:
        return said
    first, _, rest = said.partition(" ")
    verb = "are" if first == "is" else first.removesuffix("s")
    return f"{verb} {rest}".strip()


def _names(graph: GovernanceGraph, bodies: list[str]) -> str:
    names = [graph.name(body) for body in graph.in_order(set(bodies))]
    return ", ".join(_cut(names, _FEW))


def _cut(names: list[str], most: int = _MANY) -> list[str]:
    return names if len(names) <= most else [*names[:most], f"and {len(names) - most:,} more"]


def _short(part: words.Told) -> words.Told:
    rest = len(part.sentences) - _MANY
    if rest <= 0:
        return part
    more = (0, f"and {rest:,} more steps; `govgraph trace` tells all.")
    return part._replace(sentences=(*part.sentences[:_MANY], more))


def _heard(graph: GovernanceGraph, body: str) -> Iterator[Heard]:
    for group in graph.constituencies:
        standing = graph.voice.standing(body, group)
        told = (standing.level, standing.vacant, standing.unfilled, standing.absent, standing.vacant_contacts)
        if graph.body(body).governs or any(told):
            part = words.part(standing, graph.status(body))
            yield Heard(group, graph.structure.constituencies[group].name, part)


def _facts(graph: GovernanceGraph, body: str) -> Iterator[tuple[str, str]]:
    stated = graph.body(body)
    does = ", ".join(one.value for one in stated.does)
    for label, text in (
        ("Also called", ", ".join(stated.other_names)),
        ("Purpose", stated.purpose),
        ("What it does", does),
        ("What it decides", "; ".join(stated.decisions)),
        ("Meets", stated.meets),
        ("Quorum", stated.quorum),
        ("To be reviewed by", stated.review_by),
        ("In force", _in_force(graph, body)),
        ("Replaces", ", ".join(graph.name(one.to) for one in stated.replaces)),
        ("Responsible for", _themes(graph, body, "responsible_for")),
        ("Monitors", _themes(graph, body, "monitors")),
        ("Source", words.source(graph.structure, graph.source_of(body))),
        ("Note", stated.note),
    ):
        if text:
            yield label, text


def _in_force(graph: GovernanceGraph, body: str) -> str:
    stated = graph.body(body)
    days = (("from", stated.from_), ("until", stated.until))
    return " ".join(f"{word} {day}" for word, day in days if day)


def _themes(graph: GovernanceGraph, body: str, key: str) -> str:
    steps = graph.owners if key == "responsible_for" else graph.monitors
    themes = graph.structure.themes
    return "; ".join(stated.name for theme, stated in themes.items() if any(one.start == body for one in steps(theme)))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
