"""Who takes part where: bodies down, groups of people across."""

from collections.abc import Iterator, Sequence

from govgraph import words
from govgraph.graph import GovernanceGraph
from govgraph.model import Contact, Seat
from govgraph.paper.blocks import Block, Heading, Paragraph, table
from govgraph.paper.naming import Names

_ACROSS = 4
"""So many groups go side by side; more are told in further tables."""


def taking_part(graph: GovernanceGraph, names: Names) -> Iterator[Block]:
    """A table of every governance body with every group that was asked about, where there are both."""
    matrix = words.ParticipationTable(graph)
    groups, bodies = matrix.constituencies, matrix.bodies
    if not groups or not bodies:
        return
    yield Heading(1, "Who takes part where")
    yield Paragraph(
        "A seat makes somebody a member; a contact, such as a champion or a lead officer, is a way to be heard and "
        "never a seat. “No seat” is a fact that the file states; “not stated” means that it says nothing of it."
    )
    parts = [groups[at : at + _ACROSS] for at in range(0, len(groups), _ACROSS)]
    for number, across in enumerate(parts, 1):
        which = f" ({number} of {len(parts)})" if len(parts) > 1 else ""
        header = ("Body", "Level", *(graph.structure.constituencies[who].name for who in across))
        rows = [_row(matrix, names, body, across) for body in bodies]
        yield table(f"{matrix.caption}{which}", header, rows, "bodies")


def _row(matrix: words.ParticipationTable, names: Names, body: str, across: Sequence[str]) -> tuple[str, ...]:
    level = matrix.level(body).removeprefix("level ")
    return (names.of(body), level, *(matrix.row(body, who).part.words for who in across))


def by_name(graph: GovernanceGraph) -> Iterator[Block]:
    """Who fills which seat: only where the names of people were asked for, and are stated."""
    rows = [
        (graph.name(body), words.step_words(graph.structure, presence.step), presence.part.person)
        for body in graph.bodies
        for presence in graph.voice.everybody_on(body)
        if isinstance(presence.part, Seat | Contact) and presence.part.person
    ]
    if rows:
        yield Heading(2, "By name")
        yield Paragraph("These are names of people, and personal data: think of who will read this paper.")
        yield table("Who fills which seat", ("Body", "Part", "Name"), rows, "people")
