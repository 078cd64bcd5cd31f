"""Where in the open tables the statements stand on which a fact rests."""

from collections.abc import Iterable, Iterator

from govgraph.desk import protocol
from govgraph.desk.opened import Content
from govgraph.desk.shown import where
from govgraph.desk.tables import OpenTables
from govgraph.engine import Run
from govgraph.findings import Item
from govgraph.formats.sheets.layout import ties
from govgraph.formats.sheets.marks import SheetMarks
from govgraph.graph import Step
from govgraph.model import Structure
from govgraph.model.faults import Fault, Loc
from govgraph.model.faults import Place as Found
from govgraph.model.validation import Marks

_MOST = 3
_LISTED = "all_{}_listed"
"""How the evidence is called that a list is complete."""
_LISTS: dict[str, tuple[str, str]] = {
    _LISTED.format("seats"): ("bodies", "membership"),
    _LISTED.format("lines"): ("bodies", "lines"),
    _LISTED.format("parts"): ("bodies", "parts"),
    _LISTED.format("owners"): ("themes", "owners"),
    _LISTED.format("monitors"): ("themes", "monitors"),
    _LISTED.format("speakers"): ("constituencies", "speakers"),
}
"""In which section that is stated, and by which key."""


class Places:
    """Finds places in tables that were read as sheets; in others there is none."""

    def __init__(self, content: Content, marks: Marks | None) -> None:
        self._tables = content if isinstance(content, OpenTables) else None
        self._marks = marks if isinstance(marks, SheetMarks) else None

    def of(self, run: Run, item: Item) -> list[protocol.Place]:
        """The first few places, the most telling first: what the findings point at, then what they rest on."""
        if self._tables is None or self._marks is None:
            return []
        found: dict[tuple[str, int], protocol.Place] = {}
        for place in self._found(run, item, self._marks):
            shown = self._shown(self._tables, place)
            if shown is not None:
                found.setdefault((shown["section"], shown["row"]), shown)
        return [*found.values()][:_MOST]

    def _found(self, run: Run, item: Item, marks: SheetMarks) -> list[Found]:
        pointed_at = [finding.location for finding in item.findings if finding.location is not None]
        bodies = {_at(marks, ("bodies", body))[1:] for body in item.bodies}
        telling = [place for place in pointed_at if place[1:] not in bodies]
        lists = [step for step in item.witness if step.relation in _LISTS]
        telling += self._stated(run, marks, [step for step in item.witness if step not in lists])
        # The row of a body says less than a statement, and more than that a list is complete.
        return telling or [*pointed_at, *self._stated(run, marks, lists)]

    def _stated(self, run: Run, marks: SheetMarks, steps: Iterable[Step]) -> list[Found]:
        paths = (_path(run, step) for step in steps)
        return [_at(marks, path) for path in paths if path is not None and marks.covers(path[:2])]

    def _shown(self, tables: OpenTables, place: Found) -> protocol.Place | None:
        sheet = next((each for each in tables.sheets.values() if each.table.name == place.sheet), None)
        if sheet is None:
            return None
        row, column = sheet.shown_at(place.line, place.column)
        if row is None or column is None:
            return None
        fault = Fault(None, place.line, place.column, "", place.sheet)
        return {"where": where(fault), "section": sheet.sheet.section, "row": row, "column": column}


def _at(marks: SheetMarks, path: Loc) -> Found:
    return Found("", *marks.position(path), marks.sheet(path))


def _path(run: Run, step: Step) -> Loc | None:
    """The path of what a step of evidence states; None where the open file does not state it."""
    structure = run.structure
    if step.before:
        return None
    if step.relation in _LISTS:
        section, key = _LISTS[step.relation]
        is_own = getattr(getattr(structure, section).get(step.end), key, None) is not None
        return (section, step.end, key) if is_own else (key,)
    return next(_presences(run, step), None) or next(_statements(structure, step), None)


def _presences(run: Run, step: Step) -> Iterator[Loc]:
    """Seats, contacts and rules on members that state a step."""
    if step.end in run.structure.bodies:
        for presence in run.graph.voice.presences_on(step.end):
            if presence.step._replace(relation=step.relation) == step:
                yield presence.at
    if step.relation == "must_have" and step.start in run.structure.bodies:
        for rule in run.graph.voice.composition_of(str(step.start)):
            yield rule.at


def _statements(structure: Structure, step: Step) -> Iterator[Loc]:
    """Rows of Relations that state a step; that people are absent states the body at its end."""
    is_absence = step.relation == "absent_from"
    key, body, to = ("without", step.end, step.start) if is_absence else (step.relation, step.start, step.end)
    if key in ties() and body in structure.bodies:
        shorthand = str(ties()[key].model.shorthand)
        for number, record in enumerate(getattr(structure.bodies[str(body)], key)):
            if getattr(record, shorthand) == to:
                yield ("bodies", str(body), key, number)
