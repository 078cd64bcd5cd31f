"""A few bodies and the lines between them as a Mermaid diagram, which servers draw inside a comment."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from govgraph.graph import GovernanceGraph, Tie
from govgraph.model import Kind, Status, relation_keys

MOST_BODIES = 60
"""More than so many bodies are not drawn: nobody could read them in a comment, and servers refuse large diagrams."""
MOST_CHARACTERS = 15_000

_PLAIN = frozenset(" .,'-/")
_SHAPES = {
    **dict.fromkeys((Kind.ORGANISATION, Kind.FORUM, Kind.REVIEWER, Kind.SERVICE), ("[", "]")),
    Kind.POST: ("([", "])"),
}
_GOVERNS = ("(", ")")
_WRAP = 28
_LONGEST = 200


class ChangeMark(NamedTuple):
    """How a body is set off: a word under its name, and the style of its border."""

    word: str
    style: str


NEW = ChangeMark("new", "stroke-width:3px,stroke-dasharray:6 3")
GONE = ChangeMark("gone after", "stroke-width:3px,stroke-dasharray:2 3")
CHANGED = ChangeMark("changed", "stroke-width:3px")


def neighbourhood(graph: GovernanceGraph, bodies: Iterable[str]) -> tuple[str, ...]:
    """The bodies of a graph that are named, and those that have a relation with one of them."""
    keys = {body for body in bodies if body in graph.bodies}
    for body in tuple(keys):
        for tie in graph.ties_of(body):
            keys.update((tie.body, tie.to))
    return graph.in_order(keys)


def draw(graph: GovernanceGraph, bodies: Sequence[str], marks: Mapping[str, ChangeMark]) -> str | None:
    """The bodies and the relations between them, authority at the top; None where there are too many, or none.

    Lines of accountability are whole, all other relations dotted and named. No name can become part of the language:
    what is neither letter, digit nor plain sign is written as a number.
    """
    if not 0 < len(bodies) <= MOST_BODIES:
        return None
    number = {body: f"b{place}" for place, body in enumerate(bodies)}
    lines = ["flowchart BT", *(f"  {number[body]}{_box(graph, body, marks.get(body))}" for body in bodies)]
    seats = [f"  {line}" for body in bodies for line in _people(graph, body, number)]
    ties = [tie for tie in graph.ties if tie.body in number and tie.to in number and tie.relation != "replaces"]
    lines += [*seats, *(f"  {number[tie.body]} {_arrow(tie)} {number[tie.to]}" for tie in ties)]
    lines += [f"  style {number[body]} {marks[body].style}" for body in bodies if body in marks]
    text = "\n".join(lines)
    return text if len(text) <= MOST_CHARACTERS else None


def label(text: str) -> str:
    """Text as a Mermaid label holds it: letters, digits and plain signs as they are, all else as numbers, wrapped."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        if line and len(line) + len(word) >= _WRAP:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return "<br/>".join(_safe(line[:_LONGEST]) for line in (*lines, line))


def _safe(line: str) -> str:
    return "".join(sign if sign.isalnum() or sign in _PLAIN else f"#{ord(sign)};" for sign in line)


def _box(graph: GovernanceGraph, body: str, mark: ChangeMark | None) -> str:
    stated = graph.body(body)
    left, right = _SHAPES.get(stated.kind, _GOVERNS)
    under = [stated.kind.value.replace("_", " ")]
    if graph.status(body) is not Status.IN_PLACE:
        under.append(graph.status(body).words)
    if mark is not None:
        under.append(mark.word)
    return f'{left}"{label(stated.name)}<br/>{", ".join(under)}"{right}'


def _people(graph: GovernanceGraph, body: str, number: Mapping[str, str]) -> list[str]:
    """Who of those that rules ask about takes part in a governance body, and how."""
    if not graph.body(body).governs:
        return []
    lines = []
    for place, who in enumerate(graph.constituencies):
        level = graph.voice.standing(body, who).level
        if level:
            name = label(graph.structure.constituencies[who].name)
            lines.append(f'{number[body]}p{place}{{{{"{name}<br/>{level.words}"}}}} -.- {number[body]}')
    return lines


def _arrow(tie: Tie) -> str:
    words = relation_keys()[tie.relation]
    if words.line:
        return f'-- "{tie.how}" -->' if tie.how else "-->"
    return f'-. "{words.words}" .->'
