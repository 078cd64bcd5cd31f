"""Mermaid flowcharts, alone or within Markdown: nodes, subgraphs and links, as `draw` writes them and people do."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from govgraph.formats.files import decoded
from govgraph.importers.contents import clean, named, refused, within_size
from govgraph.importers.drawings import Connector, Shape, drafted
from govgraph.importers.importer import Imported, Importer
from govgraph.importers.mermaid_parser import Flowchart, FlowchartParser
from govgraph.language import listed
from govgraph.model.faults import InputError
from govgraph.model.vocabulary import Kind, Status

_FENCE = re.compile(r"^([ \t]*)(`{3,}|~{3,})[ \t]*mermaid\b[^\n]*\n(.*?)^[ \t]*\2", re.MULTILINE | re.DOTALL)
_FRONT_MATTER = re.compile(r"\A\s*---[ \t]*\n.*?^---[ \t]*$", re.MULTILINE | re.DOTALL)
_DIRECTIVE = re.compile(r"%%[^\n]*")
_FIRST_WORD = re.compile(r"\s*([A-Za-z][\w-]*)")
_FLOWCHARTS = ("graph", "flowchart", "flowchart-elk")
_OWN_PEOPLE = re.compile(r"^b\d+p\d+$")
"""The ids that `draw` gives groups of people beside a body."""


def _recognises(name: str, data: bytes) -> bool:
    lower = name.lower()
    if lower.endswith(".md"):
        return re.search(rb"^[ \t]*(?:`{3,}|~{3,})[ \t]*mermaid\b", data, re.MULTILINE) is not None
    return lower.endswith(IMPORTER.endings)


class _Chart(NamedTuple):
    """The text of a flowchart, and the number of lines of the file before it."""

    text: str
    lines_before: int


def _read(path: str, data: bytes) -> Imported:
    text = decoded(within_size(path, data), path)
    flowcharts, others, faults = [], [], []
    for chart in _charts(path, text):
        kind = _kind_of(chart.text)
        if kind.lower() in _FLOWCHARTS:
            try:
                flowcharts.append(FlowchartParser(path, _without_comments(chart.text), chart.lines_before).parsed())
            except InputError as error:
                faults += error.faults
        else:
            others.append(kind or "empty diagram")
    if faults:
        raise InputError(faults)
    if not flowcharts:
        found = f", and this is '{others[0]}'" if others else ""
        raise refused(path, f"govgraph reads only Mermaid's flowcharts (graph, flowchart){found}.")
    notices = [f"govgraph reads only Mermaid's flowcharts. Left out: {listed(list(named(others)))}."] if others else []
    return _drafted(path, flowcharts, notices)


def _charts(path: str, text: str) -> Iterator[_Chart]:
    if not path.lower().endswith(".md"):
        yield _Chart(text, 0)
        return
    for found in _FENCE.finditer(text):
        yield _Chart(found[3], text.count("\n", 0, found.start(3)))


def _kind_of(text: str) -> str:
    """The first word of a diagram: which kind it is."""
    found = _FIRST_WORD.match(_without_comments(text))
    return found[1] if found else ""


def _without_comments(text: str) -> str:
    """A diagram without its comments, directives and front matter; its lines stay where they are."""
    without = _FRONT_MATTER.sub(lambda found: "\n" * found[0].count("\n"), text)
    return _DIRECTIVE.sub("", without)


def _drafted(path: str, flowcharts: list[Flowchart], notices: list[str]) -> Imported:
    shapes, connectors, marked = [], [], []
    for number, chart in enumerate(flowcharts):
        people: dict[str, str] = {}
        for node in chart.nodes.values():
            inside = None if node.inside is None else f"{number}\n{node.inside}"
            shape = Shape(f"{number}\n{node.key}", node.text, f"line {node.line}", inside)
            if node.is_hexagon and _OWN_PEOPLE.match(node.key) and "\n" in node.text:
                name, _, people[node.key] = node.text.rpartition("\n")
                shapes.append(shape._replace(text=name, is_people=True))
                continue
            own = _as_drawn_by_govgraph(shape)
            shapes.append(own[0])
            marked += [f"{clean(own[0].text)} ({mark})" for mark in own[1]]
        for link in chart.links:
            label = link.label or people.get(link.start, "")
            ends = f"{number}\n{link.start}", f"{number}\n{link.end}"
            connectors.append(Connector(*ends, label, f"line {link.line}", link.heads))
    if marked:
        notices.append(f"These marks in the drawing are left out: {listed(list(named(dict.fromkeys(marked))))}.")
    return drafted(path, shapes, connectors, notices)


def _as_drawn_by_govgraph(shape: Shape) -> tuple[Shape, list[str]]:
    """A shape whose last line says its kind, as `draw` writes it, and what that line says beside kind and status."""
    name, _, last = shape.text.rpartition("\n")
    first, *rest = last.split(", ")
    if not name or first not in _KINDS:
        return shape, []
    statuses = [word for word in rest if word in _STATUSES]
    status = statuses[0] if statuses else None
    return shape._replace(text=name.replace("\n", " "), kind=first, status=status), [
        word for word in rest if word not in statuses
    ]


_KINDS = frozenset(kind.words for kind in Kind)
_STATUSES = frozenset(status.words for status in Status)

IMPORTER = Importer("Mermaid's flowcharts", (".mmd", ".mermaid", ".md"), _recognises, _read)
