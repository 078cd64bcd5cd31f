"""The structure itself in a paper: the diagram; in tables who takes part, seats, themes, decisions; the numbers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING

from govgraph import language
from govgraph.board.blocks import Block, Figure, Heading, Paragraph, Picture, Table, table
from govgraph.board.wording import BodyNames, status_mark
from govgraph.graph import ExternalAccountability, GovernanceGraph, Step, Tie
from govgraph.language import listed
from govgraph.model import Contact, Seat, relation_keys
from govgraph.render import participation, statements
from govgraph.render.measures import Measures, cell_text

if TYPE_CHECKING:
    from govgraph.diagram.drawing import Drawing

MOST_BODIES = 150
"""More are not laid out at all: no page holds them."""


def diagram_section(graph: GovernanceGraph, drawing: "Drawing", names: BodyNames) -> Iterator[Block]:
    """The section with the diagram; the structure as a table where the diagram would be too large."""
    yield Heading(1, "The structure")
    instead = tuple(_replacement(graph, len(drawing.scene.boxes), names))
    if len(drawing.scene.boxes) > MOST_BODIES:
        yield from instead
        return
    before = drawing.frames.main.before
    what = f"The structure as at {language.day(graph.as_of)}"
    what += f", over the one before it (as at {language.day(before.as_of)})" if before is not None else ""
    yield Figure(
        f"{what}. A sign on a body shows how many problems and questions concern it; the key explains all signs.",
        Picture(drawing),
        instead,
    )


def _replacement(graph: GovernanceGraph, bodies: int, names: BodyNames) -> Iterator[Paragraph | Table]:
    yield Paragraph(
        f"A diagram of {bodies:,} bodies would be too small to read on paper. govgraph can draw them for a screen."
    )
    keys = relation_keys()
    rows = [
        (names.of(tie.body), keys[tie.relation].words + status_mark(tie.status) + _rank_mark(tie), names.of(tie.to))
        for tie in graph.ties
    ]
    if rows:
        caption = f"Relations between bodies, as at {language.day(graph.as_of)}"
        yield table(caption, ("Body", "Relation", "To"), rows, "relations")


def measures_section(graph: GovernanceGraph) -> Iterator[Block]:
    """A table for each measure that has something to count."""
    tables = Measures(graph).tables
    if not tables:
        return
    yield Heading(2, "The structure in numbers")
    yield Paragraph("These numbers count what the file says. A number alone does not show that anything is wrong.")
    for measure in tables:
        header = list(map(language.capitalised, measure.header))
        made = table(measure.title, header, [tuple(map(cell_text, row)) for row in measure.rows], "rows")
        yield replace(made, note=" ".join(filter(None, (made.note, measure.about))))


_NOT_STATED = "not stated"


def seats_section(graph: GovernanceGraph, names: BodyNames) -> Iterator[Block]:
    """Two tables, whole, so that every seat and every contact that was counted can be found."""
    sitting, contacts = [], []
    people = graph.structure.constituencies
    for body in graph.bodies:
        for presence in graph.voice.presences_on(body):
            status = "" if presence.status is graph.status(body) else status_mark(presence.status)
            where = names.of(body)
            if isinstance(presence.part, Seat):
                seat = presence.part
                holder = names.graph.name(seat.holder) if seat.holder else "vacant" if seat.vacant else _NOT_STATED
                vote = "no" if seat.role.attends_only else {True: "yes", False: "no", None: _NOT_STATED}[seat.votes]
                who = people[seat.on_behalf_of].name if seat.on_behalf_of else _NOT_STATED
                vacant = " (vacant)" if seat.vacant and seat.holder else ""
                role = f"{seat.role.words}{_number_mark(seat)}{status}"
                sitting.append((where, who, f"{holder}{vacant}", role, vote))
            elif isinstance(presence.part, Contact):
                contact = presence.part
                senior = {True: "yes", False: "no", None: _NOT_STATED}[contact.senior]
                post = f"{contact.post or _NOT_STATED}{' (vacant)' if contact.vacant else ''}"
                contacts.append(
                    (where, people[contact.for_].name, f"{contact.title or _NOT_STATED}{status}", post, senior)
                )
    if sitting:
        yield Heading(2, "Seats")
        yield Table("Seats and places in attendance", ("Body", "For whom", "Held by", "Role", "Vote"), tuple(sitting))
    if contacts:
        yield Heading(2, "Contacts")
        yield Table("Contacts, which are not seats", ("Body", "For whom", "Title", "Post", "Senior"), tuple(contacts))


def _number_mark(seat: Seat) -> str:
    """For how many seats an entry stands, in brackets, where not for one."""
    if seat.several:
        return " (several seats)"
    return f" ({language.number_words(seat.count)} seats)" if seat.count > 1 else ""


_GROUPS_ACROSS = 4
"""So many groups go side by side; more are in further tables."""


def participation_section(graph: GovernanceGraph, names: BodyNames) -> Iterator[Block]:
    """A table of every governance body with every group that was asked about, where there are both."""
    matrix = participation.ParticipationTable(graph)
    groups, bodies = matrix.constituencies, matrix.bodies
    if not groups or not bodies:
        return
    yield Heading(2, "Who takes part where")
    yield Paragraph(
        "A contact, such as a champion or a lead officer, is a way to be heard, but not a seat. “No seat” is what the "
        "file says; “not stated” means that it says nothing about it."
    )
    levels = {body: matrix.level(body).removeprefix("level ") for body in bodies}
    for which, across in _side_by_side(groups, _GROUPS_ACROSS):
        header = ("Body", "Level", *(graph.structure.constituencies[who].name for who in across))
        rows = [
            (names.of(body), levels[body], *(matrix.row(body, who).part.words for who in across)) for body in bodies
        ]
        yield table(f"{matrix.caption}{which}", header, rows, "bodies", plain=not which)


def _side_by_side(columns: Sequence[str], most: int) -> Iterator[tuple[str, Sequence[str]]]:
    """The columns of each table, where one table holds so many of them, with words to add to its caption."""
    number_of_tables = ceil(len(columns) / most)
    for number in range(number_of_tables):
        which = f" ({number + 1} of {number_of_tables})" if number_of_tables > 1 else ""
        yield which, columns[number * most : (number + 1) * most]


def members_by_name(graph: GovernanceGraph) -> Iterator[Block]:
    """Who fills which seat: only where the names of people were asked for, and are stated."""
    rows = [
        (graph.name(body), statements.evidence_words(graph.structure, presence.step), presence.part.person)
        for body in graph.bodies
        for presence in graph.voice.presences_on(body)
        if isinstance(presence.part, Seat | Contact) and presence.part.person
    ]
    if rows:
        yield Heading(2, "By name")
        yield Paragraph("Names of people are personal data: consider who will read this paper.")
        yield table("Who fills which seat", ("Body", "Part", "Name"), rows, "people")


_BODIES_ACROSS = 5
"""So many bodies go side by side; more are in further tables."""


def themes_section(graph: GovernanceGraph, names: BodyNames) -> Iterator[Block]:
    """Who is responsible for each theme, and who monitors it, where themes are named."""
    named = graph.structure.themes
    if not named:
        return
    raised = any(theme.raised_by for theme in named.values())
    header = ["Theme", "Responsible for it", "Monitors it", *(["Raised by"] if raised else [])]
    people = graph.structure.constituencies
    rows = []
    for key, theme in named.items():
        row = [theme.name, _owner_names(names, graph.owners(key)), _owner_names(names, graph.monitors(key))]
        if raised:
            row.append(listed([people[who].name for who in theme.raised_by]) or _NOT_STATED)
        rows.append(row)
    yield Heading(2, "Themes")
    yield Paragraph("A theme is what a body must see to: a weakness, a priority or a concern.")
    yield table(f"Themes, as at {language.day(graph.as_of)}", header, rows, "themes")
    yield from _coverage(graph, names)


def _coverage(graph: GovernanceGraph, names: BodyNames) -> Iterator[Block]:
    """Themes down, bodies across: who is responsible, who leads, who monitors; nothing where the file names nobody."""
    cells: dict[tuple[str, str], list[str]] = {}
    for theme in graph.structure.themes:
        for duty in graph.duties.in_force("responsible_for", theme):
            cells.setdefault((theme, duty.body), []).append("leads" if duty.stated.lead else "responsible")
        for duty in graph.duties.in_force("monitors", theme):
            cells.setdefault((theme, duty.body), []).append("monitors")
    for which, across in _side_by_side(graph.in_order({body for _, body in cells}), _BODIES_ACROSS):
        rows = [
            (theme.name, *(" and ".join(cells.get((key, body), [])) or "–" for body in across))
            for key, theme in graph.structure.themes.items()
        ]
        caption = f"Which body is responsible for, or monitors, which theme{which}"
        yield table(caption, ("Theme", *map(names.of, across)), rows, "themes")


def _owner_names(names: BodyNames, steps: Iterable[Step]) -> str:
    owners = []
    for step in steps:
        body = str(step.start)
        own = names.graph.status(body)
        owners.append(names.of(body) + ("" if step.status is own else status_mark(step.status)))
    return listed(list(dict.fromkeys(owners))) or _NOT_STATED


def decisions_section(graph: GovernanceGraph, names: BodyNames) -> Iterator[Block]:
    """The functions and decisions map: what each body does and decides, as far as any body states that."""
    every = {key: graph.body(key) for key in graph.bodies}
    stating = {key for key, body in every.items() if body.decisions or body.does or body.quorum or body.delegates_to}
    bodies = graph.in_order({*graph.governance_bodies, *stating})
    if not bodies:
        return
    day = language.day(graph.as_of)
    yield Heading(2, "Who decides what, and who reports to whom")
    rows = [
        (
            names.of(key),
            listed([function.value for function in every[key].does]) or _NOT_STATED,
            "; ".join(every[key].decisions) or _NOT_STATED,
            _superiors(graph, names, key) or _NOT_STATED,
        )
        for key in bodies
    ]
    header = ("Body", "What it does", "What it decides", "Reports to")
    yield table(f"Functions and decisions, as at {day}", header, rows, "bodies")
    delegating = [
        (names.of(key), _tie_ends(graph, names, key, "delegates_to"), every[key].quorum or "") for key in bodies
    ]
    rules = [(body, to or _NOT_STATED, quorum or _NOT_STATED) for body, to, quorum in delegating if to or quorum]
    if rules:
        yield table(f"Delegation and quorum, as at {day}", ("Body", "Delegates to", "Quorum"), rules, "bodies")


def _superiors(graph: GovernanceGraph, names: BodyNames, body: str) -> str:
    lines = [_tie_ends(graph, names, body, key) for key, relation in relation_keys().items() if relation.line]
    lines += [f"{leaving.to}{_rank_mark(leaving)}" for leaving in graph.accountability.exits_from(body)]
    nobody = "nobody" if graph.lines_are_complete(body) else ""
    return "; ".join(filter(None, lines)) or nobody


def _tie_ends(graph: GovernanceGraph, names: BodyNames, body: str, key: str) -> str:
    """The bodies to which one has relations of a kind, those less settled than it marked."""
    ends = []
    for tie in graph.ties_of(body):
        if tie.body == body and tie.relation == key:
            is_implied = tie.status in (graph.status(body), graph.status(tie.to))
            ends.append(names.of(tie.to) + ("" if is_implied else status_mark(tie.status)) + _rank_mark(tie))
    return listed(list(dict.fromkeys(ends)))


def _rank_mark(tie: Tie | ExternalAccountability) -> str:
    """How a line stands among several, in brackets."""
    is_line = isinstance(tie, ExternalAccountability) or relation_keys()[tie.relation].line
    return f" ({tie.how})" if tie.how and is_line else ""
